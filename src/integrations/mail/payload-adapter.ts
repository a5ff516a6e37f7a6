import { randomUUID } from 'node:crypto'
import type { EmailAdapter, SendEmailOptions } from 'payload'
import { AppError } from '@/src/lib/errors'
import type { MailAddress, Mailer, MailMessage, SentMail } from './port'
import { htmlToText } from './text'

/**
 * Payload's `email` over the portal's own mailer (the official adapter pulls an older nodemailer).
 * Only what the portal uses is taken over: attachments by path, address or stream are refused.
 */
export function payloadEmail(mailer: Mailer, sender: { name: string; address: string }): EmailAdapter<SentMail> {
  return () => ({
    name: 'kabinet-smtp',
    defaultFromAddress: sender.address,
    defaultFromName: sender.name,
    sendEmail: (message) => mailer.send(toMailMessage(message, sender)),
  })
}

export function toMailMessage(message: SendEmailOptions, sender: { name: string; address: string }): MailMessage {
  const html = bodyText(message.html)
  const text = bodyText(message.text) || htmlToText(html)
  const host = sender.address.split('@')[1] ?? 'localhost'
  const [replyTo] = addresses(message.replyTo)
  const [from] = addresses(message.from)
  return {
    to: addresses(message.to),
    cc: addresses(message.cc),
    bcc: addresses(message.bcc),
    from: from ?? sender,
    ...(replyTo === undefined ? {} : { replyTo }),
    subject: message.subject ?? '',
    html: html || text,
    text,
    messageId: message.messageId ?? `<${randomUUID()}@${host}>`,
    attachments: (message.attachments ?? []).map((attachment) => {
      const { content, filename } = attachment
      if (typeof content !== 'string' && !Buffer.isBuffer(content)) throw refused()
      return {
        filename: filename || 'file',
        content,
        ...(attachment.contentType ? { contentType: attachment.contentType } : {}),
        ...(attachment.cid ? { cid: attachment.cid } : {}),
      }
    }),
  }
}

/** «Name <a@b>», «a@b», an object, or a list of these. A comma inside one string is not a list here. */
function addresses(value: unknown): MailAddress[] {
  if (value === undefined || value === null || value === '') return []
  if (Array.isArray(value)) return value.flatMap(addresses)
  if (typeof value === 'string') {
    const named = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(value)
    return [named ? { name: named[1] ?? '', address: named[2] ?? '' } : value.trim()]
  }
  if (typeof value === 'object' && 'address' in value) {
    const name = 'name' in value ? String(value.name ?? '') : ''
    return [{ name, address: String(value.address) }]
  }
  throw refused()
}

function bodyText(body: unknown): string {
  if (body === undefined || body === null) return ''
  if (typeof body === 'string') return body
  if (Buffer.isBuffer(body)) return body.toString('utf8')
  throw refused()
}

function refused(): AppError {
  return new AppError('mail.headerRefused', { part: 'body' })
}
