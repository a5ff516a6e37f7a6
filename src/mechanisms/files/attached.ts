import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** A select of the file that a column of a statement refers to (`c.file_id`); one that is kept among staff is not there. */
export const attachedTo = (column: string): SQL =>
  sql`select a.id, a.filename, a.title, a.mime_type, a.filesize from document_files a where a.id = ${sql.raw(column)} and not coalesce(a.internal, false)`
