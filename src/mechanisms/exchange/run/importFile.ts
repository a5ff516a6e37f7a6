import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import type { PayloadRequest } from 'payload'
import { AppError, isAppError, type ErrorParams, type ErrorCode } from '@/src/lib/errors'
import { errorText } from '@/src/lib/error-labels'
import { logger } from '@/src/lib/logger'
import type { SessionFile } from '../archive/session-files'
import { addCounts, noCounts, type BulkCounts } from '../bulk/bulkTable'
import type { HeaderRecord } from '../commerceml/records'
import { wallClock } from '../commerceml/times'
import { declaredConsumers, type ConsumerContext, type Consumption } from '../consumer'
import { closeFile, FILE, openEntities, waitingEntities } from '../journal/closing'
import { markFile } from '../journal/files'
import { noteIssue } from '../journal/issues'
import { settleRun } from '../journal/runs'
import { fileToImport, type FileToImport } from './fileToImport'
import { CLOCK_TOLERANCE_MS } from '../clock'
import { absentTables } from './absent'
import { appliedBefore, rememberApplied } from './applied'
import { importContextOf } from './importContext'
import { retryWaiting } from './retryWaiting'
import { enqueuePictures } from './pictures'
import { readNodeFile } from './readNodeFile'
import { spooledFiles } from './spool'
import { importClient } from './turn'
import { inTransaction } from '../../database/transaction'

/**
 * Applies one file of a session (an archive with all that is in it). Safe to run again at any point:
 * every portion is a transaction of its own and finds itself unchanged the second time.
 */
export async function importFile(req: PayloadRequest, fileId: string, signal: AbortSignal): Promise<void> {
  const file = await fileToImport(req, fileId)
  if (!file) return
  await markFile(req, file.id, { status: 'running' })
  const client = await importClient()
  try {
    const found = await namedFiles(client, file)
    if (found.length === 0) return await fail(req, file, 'exchange.fileMissing')
    const whole = found.length === 1 ? found[0] : undefined
    const sha256 = whole ? await digest(whole.path) : undefined
    // Somebody is asked whether records of this node are gone: then every file is read, for it may name one of them.
    const asked = await absentTables(req, file.node.id)
    const before = sha256 && file.fresh && asked.size === 0 ? await appliedBefore(req, file, sha256) : undefined
    const counts: Record<string, BulkCounts> = before ?? {}
    if (!before) for (const one of found) await applyFile(req, file, one, client, signal, counts)
    await retryWaiting(req, client, signal)
    await inTransaction(req, async () => {
      await markFile(req, file.id, {
        status: 'done',
        counts,
        size: found.reduce((sum, { size }) => sum + size, 0),
        path: whole?.path,
        sha256,
      })
      await closeFile(req, file, [file.name, ...found.map(({ name }) => name)], 'resolved')
      await settleRun(req, file.run)
    })
    if (sha256 && !before) await rememberApplied(req, file, sha256, counts)
  } catch (error) {
    if (signal.aborted) throw error
    if (!isAppError(error)) throw error
    await fail(req, file, error.code, error.params)
  } finally {
    await client.end()
  }
  if (file.kind === 'catalog') await enqueuePictures(req, { session: file.session, node: file.node.id, run: file.run })
}

/** A file that breaks the portal and not itself: said, kept for another try, and out of the way of those behind it. */
export async function giveUpOn(req: PayloadRequest, fileId: string): Promise<void> {
  const file = await fileToImport(req, fileId)
  if (file) await fail(req, file, 'exchange.fileBroke')
}

/** The XML files that a name means: itself, one inside an archive, or everything of the named archive. */
async function namedFiles(client: pg.Client, file: FileToImport): Promise<SessionFile[]> {
  const all = (await spooledFiles(client, file.session)).filter(({ name }) => /\.xml$/i.test(name))
  if (/\.zip$/i.test(file.name)) return all.filter(({ archive }) => archive === file.name)
  const exact = all.filter(({ name }) => name === file.name)
  return exact.length > 0 ? exact : all.filter(({ name }) => path.basename(name) === path.basename(file.name)).slice(-1)
}

async function applyFile(
  req: PayloadRequest,
  file: FileToImport,
  source: SessionFile,
  client: pg.Client,
  signal: AbortSignal,
  counts: Record<string, BulkCounts>,
): Promise<void> {
  const context = importContextOf(
    req,
    file,
    source.name,
    client,
    signal,
    await waitingEntities(req),
    await absentTables(req, file.node.id),
    await openEntities(req, file.node.id),
  )
  const consumptions: Consumption[] = declaredConsumers()
    .filter(({ area }) => file.areas.includes(area))
    .map((consumer) => consumer.begin(context))
  try {
    for await (const batch of readNodeFile(source, file.node)) {
      for (const read of batch) {
        const record = read.kind === 'header' ? await trustworthy(read, file, context) : read
        if (record.kind === 'problem') {
          await context.problem({
            entity: FILE,
            externalId: record.at.externalId,
            of: record.at.of,
            code: record.code,
            params: record.params,
            line: record.at.line,
          })
          continue
        }
        for (const { take } of consumptions) {
          const waiting = take(record)
          if (waiting) await waiting
        }
      }
      signal.throwIfAborted()
    }
  } catch (error) {
    for (const { abandon } of consumptions) await abandon?.()
    throw error
  }
  for (const { end } of consumptions) {
    for (const [entity, more] of Object.entries(await end())) addCounts((counts[entity] ??= noCounts()), more)
  }
}

/**
 * A file made later than it came tells no time: the clock of 1C is ahead, and what was written under such a moment would
 * refuse everything that is sent once the clock is right again.
 */
async function trustworthy(
  header: HeaderRecord,
  { receivedAt }: FileToImport,
  context: ConsumerContext,
): Promise<HeaderRecord> {
  if (header.generatedAt === null || Date.parse(header.generatedAt) <= Date.parse(receivedAt) + CLOCK_TOLERANCE_MS)
    return header
  const { date, time } = wallClock(header.generatedAt, context.node.timezone)
  await context.problem({
    entity: FILE,
    externalId: context.file,
    code: 'exchange.clockAhead',
    params: { moment: `${date} ${time}`, zone: context.node.timezone },
  })
  return { ...header, generatedAt: null }
}

async function fail(req: PayloadRequest, file: FileToImport, code: ErrorCode, params: ErrorParams = {}): Promise<void> {
  const message = errorText(new AppError(code, params), 'ru')
  logger.warn({ code, run: file.run }, 'an exchange file was refused')
  await closeFile(req, file, [file.name], 'replayed')
  await noteIssue(req, { run: file.run, file: file.id }, { entity: FILE, externalId: file.name, code, params })
  await inTransaction(req, async () => {
    await markFile(req, file.id, { status: 'failed', message })
    await settleRun(req, file.run)
  })
}

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
