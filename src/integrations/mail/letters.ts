import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser'
import { ofProcess } from '@/src/lib/ofProcess'

export type LetterSummary = {
  id: string
  /** ISO, when the sink took it */
  receivedAt: string
  messageId: string
  from: string
  /** whom the envelope named: blind copies too */
  to: string[]
  subject: string
  bytes: number
  attachments: string[]
}

export type StoredLetter = LetterSummary & {
  html: string | null
  text: string
  headers: Record<string, string>
  files: { filename: string; contentType: string; content: Buffer }[]
}

const ID = /^[\w-]{1,80}$/
const INDEX = 'index.json'

/** One writer at a time for a folder: the index is read, changed and written whole. */
const queues = ofProcess('letter-folders', () => new Map<string, Promise<void>>())

/** Keeps a raw letter as `<id>.eml` with a line in the index, and drops the oldest above the limit. */
export function keepLetter(
  dir: string,
  letter: { id: string; source: Buffer; recipients: string[] },
  limit: number,
): Promise<void> {
  const before = queues.get(dir) ?? Promise.resolve()
  const turn = before.catch(() => undefined).then(() => write(dir, letter, limit))
  queues.set(dir, turn)
  return turn
}

/** The letters of a folder, newest first; none when the folder is not there. */
export async function listLetters(dir: string): Promise<LetterSummary[]> {
  try {
    return JSON.parse(await readFile(path.join(dir, INDEX), 'utf8')) as LetterSummary[] // written by this file only
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** One letter with its parts, or null when there is none by this id. */
export async function readLetter(dir: string, id: string): Promise<StoredLetter | null> {
  if (!ID.test(id)) return null
  const summary = (await listLetters(dir)).find((letter) => letter.id === id)
  if (!summary) return null
  let source: Buffer
  try {
    source = await readFile(path.join(dir, `${id}.eml`))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  const mail = await simpleParser(source)
  return {
    ...summary,
    html: mail.html || null,
    text: mail.text ?? '',
    headers: Object.fromEntries(
      mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
    ),
    files: mail.attachments.map(({ filename, contentType, content }) => ({
      filename: filename ?? 'file',
      contentType,
      content,
    })),
  }
}

async function write(
  dir: string,
  letter: { id: string; source: Buffer; recipients: string[] },
  limit: number,
): Promise<void> {
  await mkdir(dir, { recursive: true })
  const mail = await simpleParser(letter.source)
  await writeFile(path.join(dir, `${letter.id}.eml`), letter.source)
  const letters = [summarise(letter, mail), ...(await listLetters(dir))]
  const draft = path.join(dir, `${INDEX}.${process.pid}`)
  await writeFile(draft, JSON.stringify(letters.slice(0, limit)))
  await rename(draft, path.join(dir, INDEX))
  for (const { id } of letters.slice(limit)) await rm(path.join(dir, `${id}.eml`), { force: true })
}

function summarise(letter: { id: string; source: Buffer; recipients: string[] }, mail: ParsedMail): LetterSummary {
  return {
    id: letter.id,
    receivedAt: new Date().toISOString(),
    messageId: mail.messageId ?? '',
    from: addressText(mail.from),
    to: letter.recipients,
    subject: mail.subject ?? '',
    bytes: letter.source.length,
    attachments: mail.attachments.map(({ filename }) => filename ?? 'file'),
  }
}

function addressText(address: AddressObject | undefined): string {
  return address?.text ?? ''
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
