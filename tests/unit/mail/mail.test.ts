import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from 'payload'
import { listLetters, readLetter } from '@/src/integrations/mail/letters'
import { payloadEmail } from '@/src/integrations/mail/payload-adapter'
import type { Mailer, MailMessage } from '@/src/integrations/mail/port'
import { startMailSink, type MailSink } from '@/src/integrations/mail/sink'
import { startDemoSink } from '@/src/integrations/mail/demoSink'
import { tellSinkAddress } from '@/src/integrations/mail/sinkAddress'
import { sinkMailer } from '@/src/integrations/mail/sinkMailer'
import { smtpMailer } from '@/src/integrations/mail/smtp'

let dir: string
let sink: MailSink
let mailer: Mailer

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'letters-'))
  sink = await startMailSink({ dir })
  mailer = smtpMailer({
    host: '127.0.0.1',
    port: sink.port,
    from: { name: 'Портал', address: 'portal@example.ru' },
    user: 'any',
    password: 'thing',
  })
})
afterAll(async () => {
  await mailer.close()
  await sink.close()
  await rm(dir, { recursive: true, force: true })
})

let count = 0
const letter = (change: Partial<MailMessage> = {}): MailMessage => ({
  to: 'client@example.ru',
  subject: 'Заказ подтверждён',
  html: '<p>Заказ</p>',
  text: 'Заказ',
  messageId: `<m${(count += 1)}@example.ru>`,
  ...change,
})

const arrived = async (messageId: string) => {
  const found = (await listLetters(dir)).find((one) => one.messageId === messageId)
  return found ? readLetter(dir, found.id) : null
}

describe('[SHOP-24] a letter over SMTP', () => {
  it(
    'a client that holds its connection open idly does not keep the sink from ending',
    { timeout: 10_000 },
    async () => {
      const other = await startMailSink({ dir })
      const idle = connect(other.port, '127.0.0.1')
      await once(idle, 'data')
      const gone = once(idle, 'close')
      await other.close()
      await gone
    },
  )

  it('arrives whole: words, attachment, headers, blind copy', async () => {
    const message = letter({
      to: [{ name: 'Ольга «О’К», директор', address: 'olga@example.ru' }],
      bcc: ['watch@example.ru'],
      headers: { 'X-Ticket': '42' },
      attachments: [{ filename: 'Счёт № 5.pdf', content: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' }],
    })
    const sent = await mailer.send(message)
    expect(sent).toMatchObject({
      messageId: message.messageId,
      accepted: ['olga@example.ru', 'watch@example.ru'],
      rejected: [],
    })
    const got = await arrived(message.messageId)
    expect(got).toMatchObject({
      subject: 'Заказ подтверждён',
      to: ['olga@example.ru', 'watch@example.ru'],
      attachments: ['Счёт № 5.pdf'],
    })
    expect(got?.from).toContain('Портал')
    expect(got?.text.trim()).toBe('Заказ')
    expect(got?.files[0]?.content.toString()).toBe('%PDF-1.7')
    expect(got?.headers).toMatchObject({ 'x-ticket': '42', 'auto-submitted': 'auto-generated' })
    expect(got?.headers).not.toHaveProperty('bcc')
  })

  it('keeps every letter when many come at once', async () => {
    const many = Array.from({ length: 25 }, () => letter())
    await Promise.all(many.map((one) => mailer.send(one)))
    const ids = new Set((await listLetters(dir)).map(({ messageId }) => messageId))
    expect(many.filter(({ messageId }) => !ids.has(messageId))).toEqual([])
  })

  it('says so when the server is not there, and when it refuses for good', async () => {
    const nowhere = smtpMailer({ host: '127.0.0.1', port: 1, from: 'a@example.ru' })
    await expect(nowhere.send(letter())).rejects.toMatchObject({ code: 'mail.failed', params: { permanent: 0 } })
    const small = await startMailSink({ dir: path.join(dir, 'small'), maxBytes: 1_000 })
    const toSmall = smtpMailer({ host: '127.0.0.1', port: small.port, from: 'a@example.ru' })
    await expect(toSmall.send(letter({ text: 'x'.repeat(5_000) }))).rejects.toMatchObject({
      code: 'mail.failed',
      params: { permanent: 1, smtpCode: 552 },
    })
    expect(await listLetters(path.join(dir, 'small'))).toEqual([])
    await toSmall.close()
    await small.close()
  })
})

describe('the sinks of two portals on one machine', () => {
  it('keep their own letters each, and one that comes back on another port is found', async () => {
    const [one, two] = [path.join(dir, 'one'), path.join(dir, 'two')]
    const first = await startDemoSink(one)
    const second = await startDemoSink(two)
    expect(first?.port).not.toBe(second?.port)
    expect(await startDemoSink(one)).toBeNull()
    const [fromOne, fromTwo] = [sinkMailer(one, 'one@example.ru'), sinkMailer(two, 'two@example.ru')]
    await Promise.all([fromOne.send(letter({ subject: 'Первый' })), fromTwo.send(letter({ subject: 'Второй' }))])
    expect((await listLetters(one)).map(({ subject }) => subject)).toEqual(['Первый'])
    expect((await listLetters(two)).map(({ subject }) => subject)).toEqual(['Второй'])
    // The port of a sink that has gone is another portal's now: the letter waits instead of lying there.
    await first?.close()
    await tellSinkAddress(one, { port: second?.port ?? 0, password: 'of-the-sink-that-has-gone' })
    await expect(fromOne.send(letter({ subject: 'Третий' }))).rejects.toMatchObject({
      code: 'mail.failed',
      params: { permanent: 0 },
    })
    const again = await startDemoSink(one)
    await fromOne.send(letter({ subject: 'Третий' }))
    expect((await listLetters(one)).map(({ subject }) => subject)).toEqual(['Третий', 'Первый'])
    expect(await listLetters(two)).toHaveLength(1)
    for (const closing of [fromOne, fromTwo, second, again]) await closing?.close()
  })

  it('a letter before the sink has ever run is tried again later', async () => {
    await expect(sinkMailer(path.join(dir, 'never'), 'a@example.ru').send(letter())).rejects.toMatchObject({
      code: 'mail.failed',
      params: { permanent: 0 },
    })
  })
})

describe('header injection', () => {
  const breaks = ['\r\n', '\n', '\r', '\0', '\u2028', '\u0085', '\u000b']
  const evil = breaks.map((nl) => `x${nl}Bcc: victim@example.ru`)
  const corpus: Partial<MailMessage>[] = [
    ...evil.flatMap((text): Partial<MailMessage>[] => [
      { subject: text },
      { to: { name: text, address: 'a@example.ru' } },
      { from: { name: text, address: 'a@example.ru' } },
      { replyTo: { name: text, address: 'a@example.ru' } },
      { headers: { 'X-Note': text } },
      { headers: { [text]: 'x' } },
      { to: `a@example.ru${text}` },
      { messageId: `<a${text}@b>` },
      { attachments: [{ filename: text, content: 'x' }] },
      { attachments: [{ filename: 'a', content: 'x', contentType: text }] },
      { attachments: [{ filename: 'a', content: 'x', cid: text }] },
    ]),
    { to: 'a@example.ru, victim@example.ru' },
    { to: 'a@example.ru;victim@example.ru' },
    { to: 'Group: a@example.ru, victim@example.ru;' },
    { to: '<a@example.ru> victim@example.ru' },
    { to: 'a@example.ru> RCPT TO:<victim@example.ru' },
    { to: '"a b"@example.ru' },
    { to: 'nobody' },
    { to: [] },
    { cc: ['a@example.ru,victim@example.ru'] },
    { headers: { Bcc: 'victim@example.ru' } },
    { headers: { 'reply-to': 'victim@example.ru' } },
    { headers: { From: 'ceo@example.ru' } },
    { headers: { 'Content-Type': 'text/html' } },
    { headers: { 'X Y': 'x' } },
    { messageId: 'no-brackets@example.ru' },
    { messageId: '<a@b> <c@d>' },
  ]

  it.each(corpus)('refuses %j', async (change) => {
    const before = (await listLetters(dir)).length
    await expect(mailer.send(letter(change))).rejects.toMatchObject({ code: 'mail.headerRefused', status: 400 })
    expect(await listLetters(dir)).toHaveLength(before)
  })

  it('lets ordinary words through', async () => {
    const message = letter({
      subject: 'Re: Счёт: «Ромашка», 50 % — готово <>',
      to: { name: 'Bcc: x', address: 'a+b_c@пример.рф' },
    })
    await mailer.send(message)
    const got = await arrived(message.messageId)
    expect(got?.subject).toBe(message.subject)
    expect(got?.to).toHaveLength(1)
  })

  it('reads no file and calls no address, whatever the message holds', async () => {
    const secret = path.join(dir, 'secret.txt')
    await writeFile(secret, 'CANARY')
    for (const part of [{ path: secret }, { href: 'http://127.0.0.1:1/' }, { raw: { path: secret } }]) {
      const sneaky = letter({ attachments: [{ filename: 'a.txt', content: '', ...part }] })
      await mailer.send(sneaky).catch(() => undefined)
      const got = await arrived(sneaky.messageId)
      expect(JSON.stringify(got?.files.map(({ content }) => content.toString()) ?? [])).not.toContain('CANARY')
    }
  })
})

describe('the sink', () => {
  it('keeps the newest letters up to the limit and no stray file', async () => {
    const folder = path.join(dir, 'capped')
    const capped = await startMailSink({ dir: folder, limit: 3 })
    const to = smtpMailer({ host: '127.0.0.1', port: capped.port, from: 'a@example.ru' })
    const sent: string[] = []
    for (let i = 0; i < 5; i += 1) sent.push((await to.send(letter({ subject: `№ ${i}` }))).messageId)
    expect((await listLetters(folder)).map(({ messageId }) => messageId)).toEqual(sent.slice(2).reverse())
    expect((await readdir(folder)).filter((name) => name.endsWith('.eml'))).toHaveLength(3)
    expect((await readdir(folder)).length).toBe(4)
    await to.close()
    await capped.close()
  })

  it('gives nothing for a name that is not its own', async () => {
    for (const id of ['../secret', '..', '', 'a/b', 'nope', '../index']) expect(await readLetter(dir, id)).toBeNull()
    expect(await listLetters(path.join(dir, 'missing'))).toEqual([])
  })
})

describe('Payload’s e-mail', () => {
  const adapter = () =>
    payloadEmail(mailer, { name: 'Портал', address: 'portal@example.ru' })({ payload: {} as Payload }) // unused there

  it('sends what Payload asks, with a text part made from the HTML', async () => {
    const html = '<style>p{}</style><p>Ссылка: <a href="https://p.ru/x?a=1&amp;b=2">сменить пароль</a></p>'
    await adapter().sendEmail({
      to: 'Иван <ivan@example.ru>',
      from: '"Портал" <portal@example.ru>',
      subject: 'Сброс пароля',
      html,
      messageId: '<reset@example.ru>',
    })
    const got = await arrived('<reset@example.ru>')
    expect(got).toMatchObject({ to: ['ivan@example.ru'], subject: 'Сброс пароля' })
    expect(got?.text.trim()).toBe('Ссылка: сменить пароль (https://p.ru/x?a=1&b=2)')
  })

  it('refuses lists in one string and attachments that lie elsewhere', () => {
    const base = { subject: 's', html: 'h' }
    expect(() =>
      adapter().sendEmail({ ...base, to: 'a@b.ru', attachments: [{ filename: 'x', path: '/etc/passwd' }] }),
    ).toThrow(expect.objectContaining({ code: 'mail.headerRefused' }))
    return expect(adapter().sendEmail({ ...base, to: 'a@b.ru, c@d.ru' })).rejects.toMatchObject({
      code: 'mail.headerRefused',
    })
  })
})
