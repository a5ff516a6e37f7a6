import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { AppError, isAppError } from '@/src/lib/errors'
import { errorText } from '@/src/lib/error-labels'
import { logger } from '@/src/lib/logger'
import { idIs } from '../../database/ids'
import { query } from '../../database/query'
import { selectFrom } from '../../database/selectFrom'
import { defineJob } from '../../jobs/defineJob'
import { enqueue } from '../../jobs/enqueue'
import { pictureFinder, pictureKey } from '../archive/picture-names'
import type { SessionFile } from '../archive/session-files'
import { declaredConsumers } from '../consumer'
import { keptId, nodeOf, type ExchangeNode } from '../source'
import { closeRecords, openRecords } from '../journal/closing'
import { noteIssue } from '../journal/issues'
import { settleRun } from '../journal/runs'
import { readNodeFile } from './readNodeFile'
import { spooledFiles } from './spool'
import { importClient } from './turn'

/** Turns bytes into a picture that is safe to show; given by the integration that knows how. */
export type PictureCleaner = (bytes: Buffer) => Promise<{ buffer: Buffer; mime: string }>

let cleaner: PictureCleaner | undefined
export function setPictureCleaner(clean: PictureCleaner): void {
  cleaner = clean
}

/** Broken pictures that are told one by one; beyond them the journal would say nothing new. */
const MOST_TOLD = 200
/** An import is followed by another within seconds: pictures come after the offers of their run. */
const AFTER_IMPORT_MS = 10_000
/** Then the pictures of another node have their turn. */
const SLICE_MS = 30_000

type Pictures = {
  session: string
  node: string
  run?: string
  /** Products that have theirs, while the session holds the same files. */ done?: { products: number; of: string }
}

/** After an import of goods: their pictures, when 1C has sent what it wanted to send. */
export async function enqueuePictures(req: PayloadRequest, data: Pictures): Promise<void> {
  await enqueue(req, picturesJob, data, { key: data.session, after: new Date(Date.now() + AFTER_IMPORT_MS) })
}

/**
 * Brings the pictures of a session to their goods, after everything else of its run and beside whatever other nodes
 * send. A missing or broken picture fails nothing, a broken one is told; one that has not changed is not made again.
 */
export const picturesJob = defineJob<Pictures>({
  name: 'exchange.pictures',
  label: { ru: 'Загрузить картинки товаров', en: 'Import pictures of goods' },
  lane: 'pictures',
  handler: async (data, { req, payload, signal }) => {
    // The import that is at work asks for the pictures anew when it ends.
    if (data.run && (await filesAtWork(req, data.run))) return
    const client = await importClient()
    try {
      const files = await spooledFiles(client, data.session)
      const node = await nodeNamed(req, data.node)
      if (!node) return
      const of = stampOf(files)
      const passed = data.done?.of === of ? data.done.products : 0
      const done = await hangAll(req, payload, { node, run: data.run }, files, passed, signal)
      if (done !== 'all') await enqueue(req, picturesJob, { ...data, done: { products: done, of } })
    } finally {
      await client.end()
    }
  },
})

/** Hangs the pictures of all products but the first `passed`; gives how many have theirs when its time is over. */
async function hangAll(
  req: PayloadRequest,
  payload: Instance,
  { run, node }: { run?: string; node: ExchangeNode },
  files: readonly SessionFile[],
  passed: number,
  signal: AbortSignal,
): Promise<number | 'all'> {
  const find = pictureFinder(files.filter(isPicture))
  const started = performance.now()
  const refused: Refused[] = []
  const open = await openRecords(req, node.id, 'pictures')
  let products = 0
  let made = 0
  for (const xml of files.filter(holdsGoods)) {
    for await (const batch of readNodeFile(xml, node)) {
      for (const record of batch) {
        if (record.kind !== 'product' || record.pictures.length === 0) continue
        products += 1
        if (products <= passed) continue
        if (performance.now() - started > SLICE_MS && made > 0) {
          await tell(req, run, refused)
          return products - 1
        }
        const media: string[] = []
        for (const name of record.pictures) {
          const found = find(name, xml.name)
          if (!found) {
            const known = await knownPicture(payload, storedAs(node, name))
            if (known) media.push(known)
            continue
          }
          await giveWay(req, signal)
          const kept = await keepPicture(payload, storedAs(node, name), await readFile(found.path))
          if (kept.made) made += 1
          if (kept.id) media.push(kept.id)
          if (kept.reason)
            refused.push({ externalId: record.externalId, name, line: record.at.line, reason: kept.reason })
        }
        if (media.length > 0)
          for (const { hangPictures } of declaredConsumers())
            await hangPictures?.(req, record.externalId, [...new Set(media)])
        if (open.has(record.externalId) && refused.every(({ externalId }) => externalId !== record.externalId))
          await closeRecords(req, node.id, 'pictures', [record.externalId])
      }
    }
  }
  await tell(req, run, refused)
  return 'all'
}

async function nodeNamed(req: PayloadRequest, id: string): Promise<ExchangeNode | undefined> {
  const [row] = await query<{ node: ExchangeNode }>(
    req,
    sql`select ${nodeOf('n')} from exchange_nodes n where ${idIs(sql`n.id`, id)}`,
  )
  return row?.node
}

/** What the portal keeps a picture of this node under: two bases call theirs alike. */
export const storedAs = ({ source }: ExchangeNode, name: string): string => keptId(source, pictureKey(name))

/** Files whose goods may name pictures. */
export const holdsGoods = ({ name }: SessionFile): boolean =>
  /\.xml$/i.test(name) && !/(^|\/)(offers|prices|rests|orders|documents)[^/]*$/i.test(name)
export const isPicture = ({ name }: SessionFile): boolean => !/\.(xml|zip)$/i.test(name)

const stampOf = (files: readonly SessionFile[]): string =>
  createHash('sha256')
    .update(files.map(({ name, size, archive }) => `${archive ?? ''} ${name} ${size}`).join('\n'))
    .digest('hex')

const LOOK_MS = 500
const LONGEST_WAIT_MS = 5 * 60_000
let lookedAt = 0

/** Goods, prices and orders of whatever node come before pictures: waits while files are at work. */
async function giveWay(req: PayloadRequest, signal: AbortSignal): Promise<void> {
  if (performance.now() - lookedAt < LOOK_MS) return
  const until = performance.now() + LONGEST_WAIT_MS
  while (performance.now() < until && (await filesAtWork(req))) {
    signal.throwIfAborted()
    await sleep(LOOK_MS)
  }
  signal.throwIfAborted()
  lookedAt = performance.now()
}

/** Whether files of the run, or of any, wait for their import or are in it. */
async function filesAtWork(req: PayloadRequest, run?: string): Promise<boolean> {
  const rows = await query(
    req.payload,
    sql`select 1 from exchange_files where status in ('received', 'running') and updated_at > now() - interval '1 hour'
        and ${run ? idIs(sql`run_id`, run) : sql`true`} limit 1`,
  )
  return rows.length > 0
}

type Refused = { externalId: string; name: string; line: number; reason: AppError }

async function tell(req: PayloadRequest, run: string | undefined, refused: readonly Refused[]): Promise<void> {
  if (!run || refused.length === 0) return
  for (const { externalId, name, line, reason } of refused.slice(0, MOST_TOLD)) {
    const broken = UNREADABLE.has(reason.code)
    const params = { name, ...(broken ? {} : { reason: errorText(reason, 'ru') }) }
    await noteIssue(
      req,
      { run, file: null },
      {
        entity: 'pictures',
        externalId,
        code: broken ? 'exchange.brokenPicture' : 'exchange.pictureRefused',
        params,
        line,
      },
    )
  }
  await settleRun(req, run)
}

const UNREADABLE = new Set(['image.broken', 'file.typeRefused'])

type Instance = import('payload').Payload

type Kept = { id: string | null; made?: true; reason?: AppError }

/** A picture that cannot be read leaves the one that stood under its name. */
async function keepPicture(payload: Instance, externalPath: string, bytes: Buffer): Promise<Kept> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const [known] = await selectFrom(
    payload,
    'media',
    { id: 'id', hash: 'content_hash' },
    sql`where external_path = ${externalPath}`,
  )
  if (known?.hash === hash) return { id: known.id }
  try {
    if (!cleaner) throw new AppError('image.broken')
    const { buffer, mime } = await cleaner(bytes)
    const file = {
      data: buffer,
      mimetype: mime,
      name: `${hash.slice(0, 20)}.${mime.split('/')[1] ?? 'bin'}`,
      size: buffer.length,
    }
    const data = { externalPath, contentHash: hash }
    const saved = known
      ? await payload.update({ collection: 'media', id: known.id, data, file, overwriteExistingFiles: true })
      : await payload.create({ collection: 'media', data, file })
    return { id: String(saved.id), made: true }
  } catch (error) {
    logger.warn({ reason: errorText(error, 'en') }, 'a picture of the exchange was not taken')
    return { id: known?.id ?? null, made: true, reason: isAppError(error) ? error : new AppError('image.broken') }
  }
}

async function knownPicture(payload: Instance, externalPath: string): Promise<string | null> {
  const [row] = await selectFrom(payload, 'media', ['id'], sql`where external_path = ${externalPath}`)
  return row?.id ?? null
}
