import { AppError } from '@/src/lib/errors'
import type { MailAddress, MailMessage } from './port'

const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/
const HEADER_NAME = /^[A-Za-z0-9-]{1,76}$/
const ADDRESS = /^[^\s@<>()[\],;:\\"]{1,64}@[^\s@<>()[\],;:\\"]{1,253}$/u

/** Headers that the mailer writes itself; given by hand they would stand twice or send the letter elsewhere. */
const RESERVED = new Set([
  'to',
  'cc',
  'bcc',
  'from',
  'sender',
  'subject',
  'date',
  'message-id',
  'reply-to',
  'return-path',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'mime-version',
  'dkim-signature',
  'received',
])

/**
 * Refuses a letter in which anything that becomes a header could break out of its line, name a second recipient
 * or replace a header of the mailer. Throws AppError `mail.headerRefused` with the name of the part.
 */
export function checkMessage(message: MailMessage): void {
  const recipients = Array.isArray(message.to) ? message.to : [message.to]
  if (recipients.length === 0) throw refused('to')
  for (const address of recipients) checkAddress('to', address)
  for (const address of message.cc ?? []) checkAddress('cc', address)
  for (const address of message.bcc ?? []) checkAddress('bcc', address)
  if (message.from !== undefined) checkAddress('from', message.from)
  if (message.replyTo !== undefined) checkAddress('replyTo', message.replyTo)

  checkLine('subject', message.subject)
  if (!/^<[^\s<>@]+@[^\s<>@]+>$/.test(message.messageId)) throw refused('messageId')
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    if (!HEADER_NAME.test(name) || RESERVED.has(name.toLowerCase())) throw refused('headers')
    checkLine(name, value)
  }
  for (const { filename, contentType, cid } of message.attachments ?? []) {
    checkLine('filename', filename)
    if (contentType !== undefined && !/^[\w.+-]+\/[\w.+-]+(;\s*[\w-]+=[\w."-]+)*$/.test(contentType))
      throw refused('contentType')
    if (cid !== undefined && !/^[\w.@-]+$/.test(cid)) throw refused('cid')
  }
}

function checkAddress(part: string, value: MailAddress): void {
  const { name, address } = typeof value === 'string' ? { name: '', address: value } : value
  checkLine(part, name)
  if (CONTROL.test(address) || !ADDRESS.test(address)) throw refused(part)
}

function checkLine(part: string, value: string): void {
  if (CONTROL.test(value)) throw refused(part)
}

function refused(part: string): AppError {
  return new AppError('mail.headerRefused', { part }, { status: 400, field: part })
}
