import type { PayloadRequest } from 'payload'
import { MAX_FILES, storeSentFiles, type SentFile } from '@/collections/documents/document-files/storeSentFiles'
import { addComment } from '@/collections/messages/comments/comment.actions'
import { AppError } from '@/src/lib/errors'
import { companyOfRow } from '@/src/mechanisms/access/companyOfRow'
import { actorOf } from '@/src/mechanisms/access/actor'
import { lockRow } from '@/src/mechanisms/actions/lockRow'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { isTalkedAt } from '@/src/mechanisms/comments/defineTalk'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'

type About = { entity: string; id: string; files: readonly SentFile[] }

/** Files that one person may send within an hour. */
const LIMIT = { limit: 100, windowSeconds: 60 * 60 }

/**
 * Writes to the other side at a record, with files from this computer: all of it or nothing.
 * @throws AppError as `addComment` and `withSentFiles` do
 */
export async function sendMessage(
  req: PayloadRequest,
  { body, ...about }: About & { body: string },
): Promise<{ id: string }> {
  if (!isTalkedAt(about.entity)) throw new AppError('entity.notFound', {}, { status: 404 })
  return withSentFiles(req, about, (files) =>
    runAction(addComment, { req, input: { entity: about.entity, id: about.id, body, files } }),
  )
}

/**
 * Keeps files as those of the company that the record belongs to and does the work with them, in one transaction.
 * @throws AppError as `storeSentFiles` does, `entity.notFound` 404, `auth.required` 401, `rate.limited` 429
 */
export async function withSentFiles<T>(
  req: PayloadRequest,
  { entity, id, files }: About,
  work: (kept: string[]) => Promise<T>,
): Promise<T> {
  const actor = await actorOf(req)
  if (!actor.id) throw new AppError('auth.required', {}, { status: 401 })
  for (let n = 0; n < Math.min(files.length, MAX_FILES); n += 1)
    await throttle(req.payload, throttleKey('message-file', actor.id), LIMIT)
  return inTransaction(req, async () => {
    if (files.length === 0) return work([])
    const row = await lockRow(req, actor, { entity, id: () => id }, {})
    return work(await storeSentFiles(req, { company: String(companyOfRow(entity, row)), files }))
  })
}
