import type { PayloadRequest } from 'payload'
import { MAX_FILES, storeSentFiles, type SentFile } from '@/collections/documents/document-files/document-file.upload'
import { addComment, commentable } from '@/collections/messages/comments/comment.actions'
import { AppError } from '@/src/lib/errors'
import { actorOf } from '@/src/mechanisms/access/actor'
import { lockRow } from '@/src/mechanisms/actions/lockRow'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'

type Message = { entity: string; id: string; body: string; files: readonly SentFile[] }

/** Files that one person may send within an hour. */
const LIMIT = { limit: 100, windowSeconds: 60 * 60 }

/**
 * Writes to the other side at a record, with files from this computer: all of it or nothing.
 * @throws AppError as `addComment` and `storeSentFiles` do, `rate.limited` 429
 */
export async function sendMessage(req: PayloadRequest, { entity, id, body, files }: Message): Promise<{ id: string }> {
  const about = commentable.find((name) => name === entity)
  if (!about) throw new AppError('entity.notFound', {}, { status: 404 })
  const actor = await actorOf(req)
  if (!actor.id) throw new AppError('auth.required', {}, { status: 401 })
  for (let n = 0; n < Math.min(files.length, MAX_FILES); n += 1) await throttle(req.payload, throttleKey('message-file', actor.id), LIMIT)
  return inTransaction(req, async () => {
    const kept = files.length > 0 ? await keep(req, about, id, files) : []
    return runAction(addComment, { req, input: { entity: about, id, body, files: kept } })
  })
}

async function keep(req: PayloadRequest, entity: string, id: string, files: readonly SentFile[]): Promise<string[]> {
  const actor = await actorOf(req)
  const row = await lockRow(req, actor, { entity, id: () => id }, {})
  return storeSentFiles(req, actor, { company: String(row.company_id), files })
}
