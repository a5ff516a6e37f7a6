import nodemailer from 'nodemailer'
import { AppError } from '@/src/lib/errors'
import type { MailAddress, Mailer } from './port'
import { sinkAddress, type SinkAddress } from './sinkAddress'
import { smtpMailer } from './smtp'

const SINK_USER = 'kabinet'

/**
 * Mail to the sink that keeps letters in `dir`, wherever it listens now. The sink takes its own senders only: a port
 * that another portal's sink has got meanwhile refuses the letter instead of keeping it there.
 */
export function sinkMailer(dir: string, from: MailAddress): Mailer {
  let known: { address: SinkAddress; mailer: Mailer } | undefined

  const mailerNow = async (): Promise<Mailer> => {
    const address = await sinkAddress(dir)
    if (!address) throw new AppError('mail.failed', { smtpCode: 0, permanent: 0 }, { status: 502 })
    if (known && known.address.port === address.port && known.address.password === address.password) return known.mailer
    await known?.mailer.close()
    const mailer = smtpMailer({
      host: '127.0.0.1',
      port: address.port,
      from,
      user: SINK_USER,
      password: address.password,
      tls: 'none',
    })
    known = { address, mailer }
    return mailer
  }
  return {
    send: async (message) => (await mailerNow()).send(message),
    close: async () => known?.mailer.close(),
  }
}

const PATIENCE_MS = 2_000

/** Whether the sink of this address is there and is the one meant. */
export async function isSinkThere({ port, password }: SinkAddress): Promise<boolean> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    auth: { user: SINK_USER, pass: password },
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  })
  try {
    return await transport.verify()
  } catch {
    return false
  } finally {
    transport.close()
  }
}
