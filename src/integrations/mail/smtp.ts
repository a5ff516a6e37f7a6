import nodemailer from 'nodemailer'
import { AppError } from '@/src/lib/errors'
import { checkMessage } from './guard'
import type { MailAddress, Mailer, MailMessage, SentMail } from './port'

export type SmtpOptions = {
  host: string
  port: number
  /** the sender when a letter names none */
  from: MailAddress
  user?: string
  password?: string
  /** `implicit` is TLS from the first byte (465), `required` insists on STARTTLS, `none` is for a local sink */
  tls?: 'implicit' | 'required' | 'whenOffered' | 'none'
  /** letters at once; 3 */
  connections?: number
  timeoutMs?: number
}

/** Mail over SMTP, through a small pool of connections. */
export function smtpMailer(options: SmtpOptions): Mailer {
  const tls = options.tls ?? (options.port === 465 ? 'implicit' : 'whenOffered')
  const timeout = options.timeoutMs ?? 20_000
  const transport = nodemailer.createTransport({
    host: options.host,
    port: options.port,
    secure: tls === 'implicit',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    ...(options.user === undefined ? {} : { auth: { user: options.user, pass: options.password ?? '' } }),
    pool: true,
    maxConnections: options.connections ?? 3,
    maxMessages: 100,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    // A letter may never pull a file or an address into itself, whatever its parts say.
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return {
    async send(message: MailMessage): Promise<SentMail> {
      checkMessage(message)
      try {
        const sent = await transport.sendMail({
          ...message,
          from: message.from ?? options.from,
          headers: { 'Auto-Submitted': 'auto-generated', ...message.headers },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return {
          messageId: message.messageId,
          accepted: sent.accepted.map(addressOf),
          rejected: sent.rejected.map(addressOf),
          response: sent.response,
        }
      } catch (error) {
        throw toAppError(error)
      }
    },
    async close() {
      transport.close()
    },
  }
}

function addressOf(address: string | { address: string }): string {
  return typeof address === 'string' ? address : address.address
}

/** `permanent` 1 tells the queue that trying again is idle: the server said 5xx. */
function toAppError(error: unknown): AppError {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  const permanent = code >= 500 && code < 600 ? 1 : 0
  return new AppError('mail.failed', { smtpCode: code, permanent }, { status: 502, cause: error })
}
