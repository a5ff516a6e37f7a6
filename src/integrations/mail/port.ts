/** A bare address, or a person's name beside it. Never a list in one string. */
export type MailAddress = string | { name: string; address: string }

export type MailAttachment = {
  filename: string
  content: Buffer | string
  contentType?: string
  /** for a picture inside the letter */
  cid?: string
}

export type MailMessage = {
  to: MailAddress | MailAddress[]
  subject: string
  html: string
  text: string
  /** «<id@host>»; the same for every attempt, so that a repeated send can be told */
  messageId: string
  from?: MailAddress
  replyTo?: MailAddress
  cc?: MailAddress[]
  bcc?: MailAddress[]
  attachments?: MailAttachment[]
  headers?: Record<string, string>
}

export type SentMail = { messageId: string; accepted: string[]; rejected: string[]; response: string }

/** What the rest of the portal knows of mail. */
export type Mailer = {
  /** Hands the letter to the mail server. Throws AppError `mail.headerRefused` or `mail.failed`. */
  send(message: MailMessage): Promise<SentMail>
  close(): Promise<void>
}
