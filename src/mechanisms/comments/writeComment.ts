import type { PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '../access/actor'
import { accessOf } from '../access/defineAccess'
import { idIs } from '../database/ids'
import { insertRow } from '../database/insertRows'
import { execute, list, query } from '../database/query'
import { recordEvent } from '../events/recordEvent'

export type CommentInput = {
  entity: string
  entityId: string
  /** What people call the record: the number of an order, of a contract. */
  number: string
  company: string
  body: string
  /** Ids of private files of the company that the person may read. */
  files?: readonly string[]
  /** Between employees only. */
  internal?: boolean
}

/** What the event of a comment holds. */
export type CommentData = {
  comment: string
  entity: string
  number: string
  files: number
  internal: boolean
  side: 'client' | 'company'
  author: string
  /** Its beginning. */
  text: string
}

const EXCERPT = 280

/**
 * Adds a line to the correspondence of a record that the caller has locked or checked, and announces it
 * to the other side. @throws AppError `comment.filesUnknown` 404
 */
export async function writeComment(req: PayloadRequest, actor: Actor, input: CommentInput): Promise<string> {
  const files = [...new Set(input.files ?? [])]
  await checkFiles(req, actor, input.company, files)
  const id = await insertRow(req, 'comments', {
    entity: input.entity,
    entityId: input.entityId,
    companyId: input.company,
    body: input.body,
    internal: input.internal ?? false,
    userId: actor.collection === 'users' ? actor.id : null,
    staffId: actor.collection === 'staff' ? actor.id : null,
    authorName: actor.name,
  })
  for (const [index, file] of files.entries()) {
    await execute(
      req,
      sql`insert into comments_rels ("order", parent_id, path, document_files_id) values (${index + 1}, ${id}, 'files', ${file})`,
    )
  }
  await recordEvent(req, {
    type: 'comment.added',
    entity: input.entity,
    entityId: input.entityId,
    company: input.company,
    actor,
    internal: input.internal ?? false,
    data: {
      comment: id,
      entity: input.entity,
      number: input.number,
      files: files.length,
      internal: input.internal ?? false,
      side: actor.collection === 'users' ? 'client' : 'company',
      author: actor.name,
      text: input.body.length > EXCERPT ? `${input.body.slice(0, EXCERPT)}…` : input.body,
    },
  })
  return id
}

async function checkFiles(req: PayloadRequest, actor: Actor, company: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  const [row] = await query<{ count: number }>(
    req,
    sql`select count(*)::int as count from document_files f where f.id = any(${list(files, 'uuid')}) and ${idIs(sql`f.company_id`, company)}
        and ${accessOf('document-files').sql(actor, 'read', 'f')}`,
  )
  if (row?.count !== files.length) throw new AppError('comment.filesUnknown', {}, { status: 404, field: 'files' })
}
