import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { errorText } from '@/src/lib/error-labels'
import { logger } from '@/src/lib/logger'
import { execute, query } from '../../database/query'
import { inTransaction } from '../../database/transaction'
import { defineJob } from '../../jobs/defineJob'
import { readCommerceMLBatches } from '../commerceml/read'
import { sessionFiles } from '../archive/session-files'
import { noteIssue, settleRun } from './journal'
import { exchangeSpool } from './spool'

/** Turns bytes into a picture that is safe to show; given by the integration that knows how. */
export type PictureCleaner = (bytes: Buffer) => Promise<{ buffer: Buffer; mime: string }>

let cleaner: PictureCleaner | undefined
export function setPictureCleaner(clean: PictureCleaner): void {
  cleaner = clean
}

/** Broken pictures that are told one by one; beyond them the journal would say nothing new. */
const MOST_TOLD = 200

/**
 * Brings the pictures of a session to their goods, after the goods are there. A missing or broken
 * picture fails nothing, a broken one is told; one that has not changed is not made again.
 */
export const picturesJob = defineJob<{ session: string; node: string; run?: string }>({
  name: 'exchange.pictures',
  lane: 'exchange',
  handler: async ({ session, run }, { req, payload, signal }) => {
    const files = await sessionFiles(exchangeSpool(), session)
    const pictures = new Map(files.filter(({ name }) => !/\.(xml|zip)$/i.test(name)).map((file) => [normal(file.name), file.path]))
    if (pictures.size === 0) return
    const broken: { externalId: string; name: string; line: number }[] = []
    for (const xml of files.filter(({ name }) => /import[^/]*\.xml$/i.test(name))) {
      for await (const batch of readCommerceMLBatches(createReadStream(xml.path))) {
        for (const record of batch) {
          if (record.kind !== 'product' || record.pictures.length === 0) continue
          signal.throwIfAborted()
          const media: string[] = []
          for (const name of record.pictures) {
            const found = pictures.get(normal(name))
            const kept = found ? await keepPicture(payload, name, await readFile(found)) : { id: await knownPicture(payload, name), whole: true }
            if (kept.id) media.push(kept.id)
            if (!kept.whole) broken.push({ externalId: record.externalId, name, line: record.at.line })
          }
          if (media.length > 0) await hang(req, record.externalId, media)
        }
      }
    }
    if (!run || broken.length === 0) return
    for (const { externalId, name, line } of broken.slice(0, MOST_TOLD)) {
      await noteIssue(req, { run, file: null }, { entity: 'pictures', externalId, code: 'exchange.brokenPicture', params: { name }, line })
    }
    await settleRun(req, run)
  },
})

type Instance = import('payload').Payload

/** A picture that cannot be read leaves the one that stood under its name. */
async function keepPicture(payload: Instance, name: string, bytes: Buffer): Promise<{ id: string | null; whole: boolean }> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const [known] = await query<{ id: string; hash: string | null }>(payload, sql`select id::text, content_hash as hash from media where external_path = ${normal(name)}`)
  if (known?.hash === hash) return { id: known.id, whole: true }
  try {
    if (!cleaner) throw new AppError('image.broken')
    const { buffer, mime } = await cleaner(bytes)
    const file = { data: buffer, mimetype: mime, name: `${hash.slice(0, 20)}.${mime.split('/')[1] ?? 'bin'}`, size: buffer.length }
    const data = { externalPath: normal(name), contentHash: hash }
    const saved = known
      ? await payload.update({ collection: 'media', id: known.id, data, file, overwriteExistingFiles: true })
      : await payload.create({ collection: 'media', data, file })
    return { id: String(saved.id), whole: true }
  } catch (error) {
    logger.warn({ reason: errorText(error, 'en') }, 'a picture of the exchange was not taken')
    return { id: known?.id ?? null, whole: false }
  }
}

async function knownPicture(payload: Instance, name: string): Promise<string | null> {
  const [row] = await query<{ id: string }>(payload, sql`select id::text from media where external_path = ${normal(name)}`)
  return row?.id ?? null
}

/** Pictures of a product, in the order of the file; rows of Payload's own relation table. */
async function hang(req: PayloadRequest, product: string, media: readonly string[]): Promise<void> {
  const [row] = await query<{ id: string; now: string[] }>(
    req,
    sql`select p.id::text, array(select r.media_id::text from products_rels r where r.parent_id = p.id and r.path = 'images' order by r."order") as now
        from products p where p.external_id = ${product}`,
  )
  if (!row || JSON.stringify(row.now) === JSON.stringify(media)) return
  await inTransaction(req, async () => {
    await execute(req, sql`delete from products_rels where parent_id = ${row.id} and path = 'images'`)
    for (const [order, id] of media.entries()) {
      await execute(req, sql`insert into products_rels ("order", parent_id, path, media_id) values (${order + 1}, ${row.id}, 'images', ${id})`)
    }
  })
}

const normal = (name: string): string => name.replace(/\\/g, '/').replace(/^\.?\//, '').toLowerCase()
