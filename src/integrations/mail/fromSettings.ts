import type { EmailAdapter } from 'payload'
import { settings } from '@/src/lib/settings'
import { onShutdown } from '@/src/lib/shutdown'
import { payloadEmail } from './payload-adapter'
import { smtpMailer } from './smtp'
import type { SentMail } from './port'

/** Port of the demo's own SMTP sink, when no server is named. */
export const SINK_PORT = 2525

/** Payload's e-mail over the SMTP server of the settings; the demo without one writes to its own sink. */
export function emailFromSettings(): EmailAdapter<SentMail> {
  const { SMTP_URL, MAIL_FROM } = settings()
  const url = new URL(SMTP_URL ?? `smtp://127.0.0.1:${SINK_PORT}`)
  const match = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(MAIL_FROM)
  const sender = { name: match?.[1] ?? 'Kabinet', address: match?.[2] ?? MAIL_FROM }
  const secure = url.protocol === 'smtps:'
  const mailer = smtpMailer({
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    from: sender,
    ...(url.username ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } : {}),
    tls: secure ? 'implicit' : SMTP_URL ? 'whenOffered' : 'none',
  })
  // An idle connection of the pool would keep both this process and the demo's sink from ending.
  onShutdown(() => mailer.close())
  return payloadEmail(mailer, sender)
}
