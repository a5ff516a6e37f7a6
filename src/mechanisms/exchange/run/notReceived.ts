import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { isAppError } from '@/src/lib/errors'
import { list, query } from '../../database/query'
import { inTransaction } from '../../database/transaction'
import { pictureFinder } from '../archive/picture-names'
import type { SessionFile } from '../archive/session-files'
import { innerArchives } from '../archive/unzip'
import { closeCode, closeIssues, openLines } from '../journal/closing'
import { noteIssue } from '../journal/issues'
import { settleRun } from '../journal/runs'
import type { ExchangeNode } from '../source'
import type { EndedRun } from './endedRun'
import { holdsGoods, isPicture, storedAs } from './pictures'
import { readNodeFile } from './readNodeFile'
import { exchangeSpool, spooledFiles } from './spool'
import { importClient } from './turn'

type Named = { product: string; title: string; name: string }

const MISSING = 'exchange.picturesMissing'
/** A journal's line lists no more pictures; it counts them all. */
const MOST_LISTED = 2_000

/**
 * Says what a run named or sent and the portal has not got: pictures whose files never came, archives inside an
 * archive. One line for each, whatever its number; what an earlier run lacked and still lacks moves to the new line.
 */
export async function noteNotReceived(req: PayloadRequest, run: EndedRun): Promise<void> {
  if (run.kind !== 'catalog' || !run.own) return
  const client = await importClient()
  try {
    const files = await spooledFiles(client, run.session)
    await noteInnerArchives(req, run)
    await notePictures(req, run, await picturesNamed(files, run.node))
  } catch (error) {
    // An archive that cannot be opened has been told by its import.
    if (!isAppError(error)) throw error
  } finally {
    await client.end()
  }
}

/** Products of the files that name pictures, and of these the ones without a file. */
async function picturesNamed(
  files: readonly SessionFile[],
  node: ExchangeNode,
): Promise<{ products: Set<string>; unsent: Named[] }> {
  const find = pictureFinder(files.filter(isPicture))
  const products = new Set<string>()
  const unsent: Named[] = []
  for (const xml of files.filter(holdsGoods)) {
    for await (const batch of readNodeFile(xml, node)) {
      for (const record of batch) {
        if (record.kind !== 'product') continue
        products.add(record.externalId)
        for (const name of record.pictures)
          if (!find(name, xml.name))
            unsent.push({ product: record.externalId, title: record.name ?? record.article ?? record.externalId, name })
      }
    }
  }
  return { products, unsent }
}

async function notePictures(
  req: PayloadRequest,
  run: EndedRun,
  { products, unsent }: { products: Set<string>; unsent: Named[] },
): Promise<void> {
  const older = await openLines<{ pictures?: Named[] }>(req, run.node.id, MISSING)
  const before = older.flatMap(({ row }) => row?.pictures ?? []).filter(({ product }) => !products.has(product))
  const missing = await notStored(req, run.node, [...before, ...unsent])
  const [example] = missing
  if (!example && older.length === 0) return
  await inTransaction(req, async () => {
    await closeIssues(
      req,
      older.map(({ id }) => id),
      'resolved',
    )
    if (example) {
      const params = { count: missing.length, example: example.name, product: example.title }
      await noteIssue(
        req,
        { run: run.id, file: null },
        {
          entity: 'pictures',
          externalId: null,
          code: MISSING,
          params,
          row: { pictures: missing.slice(0, MOST_LISTED) },
        },
      )
    }
    await settleRun(req, run.id)
  })
}

/** Of named pictures the ones that the portal does not have from an earlier time either. */
async function notStored(req: PayloadRequest, node: ExchangeNode, named: readonly Named[]): Promise<Named[]> {
  if (named.length === 0) return []
  const keys = [...new Set(named.map(({ name }) => storedAs(node, name)))]
  const rows = await query<{ key: string }>(
    req,
    sql`select external_path as key from media where external_path = any(${list(keys)})`,
  )
  const stored = new Set(rows.map(({ key }) => key))
  const missing = new Map(
    named.filter(({ name }) => !stored.has(storedAs(node, name))).map((one) => [`${one.product} ${one.name}`, one]),
  )
  return [...missing.values()]
}

async function noteInnerArchives(req: PayloadRequest, run: EndedRun): Promise<void> {
  // Archives are called otherwise every time: what an earlier one held is over when another has come.
  await closeCode(req, run.node.id, 'zip.inner')
  for (const zip of (await exchangeSpool().finish(run.session)).filter(({ name }) => /\.zip$/i.test(name))) {
    const inner = await innerArchives(zip.path)
    if (inner.length === 0) continue
    const params = { archive: zip.name, names: inner.slice(0, 5).join(', ') }
    await noteIssue(
      req,
      { run: run.id, file: null },
      { entity: 'file', externalId: zip.name, code: 'zip.inner', params },
    )
    await settleRun(req, run.id)
  }
}
