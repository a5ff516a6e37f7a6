import { randomUUID } from 'node:crypto'
import { SMTPServer } from 'smtp-server'
import { keepLetter } from './letters'

export type MailSink = { port: number; close(): Promise<void> }

export type MailSinkOptions = {
  /** folder for the letters, made when it is missing */
  dir: string
  /** 0 takes any free port */
  port?: number
  host?: string
  /** taken from nobody who does not give it; any sign-in will do when left out */
  password?: string
  /** letters kept; the oldest go first; 500 */
  limit?: number
  maxBytes?: number
}

/**
 * A real SMTP server on this machine that sends nothing on: it keeps each letter as a file, for the demo and
 * for tests. One sink for a folder.
 */
export async function startMailSink(options: MailSinkOptions): Promise<MailSink> {
  const server = new SMTPServer({
    authOptional: options.password === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    // What a client holds open idly does not keep the process.
    closeTimeout: 1_000,
    size: options.maxBytes ?? 30 * 1024 * 1024,
    onAuth: (auth, _session, callback) =>
      options.password === undefined || auth.password === options.password
        ? callback(null, { user: auth.username ?? 'anyone' })
        : callback(Object.assign(new Error('Another sink'), { responseCode: 454 })),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk)
      })
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(Object.assign(new Error('Too large'), { responseCode: 552 }))
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        keepLetter(
          options.dir,
          { id: `${Date.now()}-${randomUUID()}`, source: Buffer.concat(chunks), recipients },
          options.limit ?? 500,
        ).then(
          () => callback(null, 'kept'),
          (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
        )
      })
    },
  })

  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    const listener = server.listen(options.port ?? 0, options.host ?? '127.0.0.1', () => {
      const address = listener.address()
      resolve(typeof address === 'object' && address ? address.port : (options.port ?? 0))
    })
  })
  // After the start an 'error' is a client that went away; the server itself goes on.
  server.on('error', () => undefined)
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
