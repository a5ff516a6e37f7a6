import { randomBytes } from 'node:crypto'
import { logger } from '@/src/lib/logger'
import { onShutdown } from '@/src/lib/shutdown'
import { lettersFolder } from './lettersFolder'
import { startMailSink, type MailSink } from './sink'
import { sinkAddress, tellSinkAddress } from './sinkAddress'
import { isSinkThere } from './sinkMailer'

/**
 * The demo sends no mail: its letters are kept as files for the page that shows them. The sink takes a free port and
 * says in its folder which; where another worker of this portal runs one already, there is none here.
 */
export async function startDemoSink(dir = lettersFolder()): Promise<MailSink | null> {
  const running = await sinkAddress(dir)
  if (running && (await isSinkThere(running))) {
    logger.info({}, 'the demo mail sink runs elsewhere')
    return null
  }
  const password = randomBytes(16).toString('hex')
  const sink = await startMailSink({ dir, password })
  await tellSinkAddress(dir, { port: sink.port, password })
  onShutdown(() => sink.close())
  return sink
}
