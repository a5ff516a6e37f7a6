import { readdir, rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type CollectionSlug } from 'payload'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { answerRequest } from '@/collections/documents/document-requests/document-request.erp.actions'
import { sweepFilesJob } from '@/collections/special/orphans/sweepFiles'
import { erpActor } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { printDataOf } from '@/src/mechanisms/print/templates/definePrintData'
import { OFFICE_TYPES } from '@/src/mechanisms/print/templates/printFromTemplate'
import { runJobNamed } from '@/tests/support/exchange'
import { pdf, world, type World } from '../rest/world'

let at: World

// What earlier tests left would count as most of a store, which no sweep takes away.
beforeEach(async () => {
  at = await world()
  for (const folder of foldersOf().values())
    for (const name of await namesIn(folder)) await rm(path.join(folder, name), { recursive: true })
})

/** What a row of an upload collection has to have besides its file. */
const rowOf: Readonly<Record<string, () => object>> = {
  media: () => ({ alt: 'x' }),
  'print-templates': () => ({ kind: 'contract', locale: 'ru' }),
  // The same bytes about the same record are kept once.
  'print-files': () => ({
    title: 'x',
    kind: 'contract',
    entity: 'contracts',
    entityId: crypto.randomUUID(),
    sha256: 'x',
  }),
}

const foldersOf = (): Map<string, string> =>
  new Map(
    at.payload.config.collections.flatMap(({ slug, upload }) => (upload ? [[slug, String(upload.staticDir)]] : [])),
  )
async function namesIn(folder: string): Promise<Set<string>> {
  return new Set(await readdir(folder).catch(() => []))
}
/** A day and more has passed, and the night has come. */
async function night(folder: string): Promise<void> {
  const then = new Date(Date.now() - 48 * 3_600_000)
  for (const name of await namesIn(folder)) await utimes(path.join(folder, name), then, then)
  await runJobNamed(at.payload, sweepFilesJob.name)
}

describe('bytes of rows that never came to be', () => {
  it('go from every store: of an upload whose transaction failed after it; those of rows stay', async () => {
    const companyId = await at.make.company()
    const picture = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#c00' } })
      .jpeg()
      .toBuffer()
    const paper = (await printDataOf('contract')?.builtIn[0]?.make()) ?? Buffer.alloc(0)
    for (const [slug, folder] of foldersOf()) {
      const req = await createLocalReq({}, at.payload)
      const upload = () =>
        at.payload.create({
          collection: slug as CollectionSlug,
          data: rowOf[slug]?.() ?? { title: 'x', company: companyId, internal: false },
          file: slug.startsWith('print-')
            ? { data: paper, mimetype: OFFICE_TYPES.docx, name: 'a.docx', size: paper.length }
            : { data: picture, mimetype: 'image/jpeg', name: 'a.jpg', size: picture.length },
          req,
        })
      const before = await namesIn(folder)
      await upload()
      const kept = [...(await namesIn(folder))].filter((name) => !before.has(name))
      const lost = inTransaction(req, async () => {
        await upload()
        throw new Error('later')
      })
      await expect(lost).rejects.toThrow('later')
      const orphans = [...(await namesIn(folder))].filter((name) => !before.has(name) && !kept.includes(name))
      expect(orphans.length, slug).toBe(kept.length)
      await night(folder)
      const now = await namesIn(folder)
      expect([slug, orphans.filter((name) => now.has(name)), kept.filter((name) => !now.has(name))]).toEqual([
        slug,
        [],
        [],
      ])
    }
  })

  it('go when 1C’s answer is refused after its file was taken', async () => {
    const [companyId, other] = [await at.make.company(), await at.make.company()]
    await at.make.document({ companyId: other, externalId: 'act-1', kind: 'reconciliation' })
    const id = await insertRow(at.payload, 'document_requests', {
      kind: 'reconciliation',
      companyId,
      status: 'waiting',
      attempts: 0,
    })
    const folder = String(foldersOf().get('document-files'))
    const before = await namesIn(folder)
    const answer = runAction(answerRequest, {
      req: at.req,
      input: { id, result: 'ready', externalId: 'act-1', file: pdf('act') },
      as: erpActor({ id: crypto.randomUUID(), name: 'УТ' }),
    })
    await expect(answer).rejects.toMatchObject({ code: 'record.duplicate' })
    expect((await namesIn(folder)).size).toBe(before.size + 1)
    expect(await at.rows(sql`select 1 from document_files`)).toEqual([])
    await night(folder)
    expect((await namesIn(folder)).size).toBeLessThanOrEqual(before.size)
  })
})
