import type { EmailAdapter } from 'payload'
import { settings } from '@/src/lib/settings'
import { onShutdown } from '@/src/lib/shutdown'
import { lettersFolder } from './lettersFolder'
import { payloadEmail } from './payload-adapter'
import type { Mailer, SentMail } from './port'
import { sinkMailer } from './sinkMailer'
import { smtpMailer } from './smtp'

/** Payload's e-mail over the SMTP server of the settings; the demo without one writes to its own sink. */
export function emailFromSettings(): EmailAdapter<SentMail> {
  const { SMTP_URL, MAIL_FROM } = settings()
  const match = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(MAIL_FROM)
  const sender = { name: match?.[1] ?? 'Kabinet', address: match?.[2] ?? MAIL_FROM }
  const mailer = SMTP_URL ? serverMailer(new URL(SMTP_URL), sender) : sinkMailer(lettersFolder(), sender)
  // An idle connection of the pool would keep both this process and the demo's sink from ending.
  onShutdown(() => mailer.close())
  return payloadEmail(mailer, sender)
}

function serverMailer(url: URL, from: { name: string; address: string }): Mailer {
  const secure = url.protocol === 'smtps:'
  return smtpMailer({
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    from,
    ...(url.username ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } : {}),
    tls: secure ? 'implicit' : 'whenOffered',
  })
}
