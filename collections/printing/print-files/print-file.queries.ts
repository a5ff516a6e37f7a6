import { sql } from '@payloadcms/db-postgres/drizzle'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import type { Locale } from '@/src/lib/i18n'
import { query } from '@/src/mechanisms/database/query'
import { printDataOf } from '@/src/mechanisms/print/templates/definePrintData'

export type PrintedFile = {
  id: string
  kind: string
  number: string
  fileName: string
  mime: string | null
  size: number | null
  author: string
  /** null: what the portal has of itself */
  version: number | null
  sha256: string
  at: string
}

type Row = Omit<PrintedFile, 'fileName' | 'author'> & { fileName: string | null; author: string | null }

/** What was printed of a record, the newest first, as the person may read it. */
export async function printedOf(
  context: QueryContext,
  { entity, id }: { entity: string; id: string },
): Promise<PrintedFile[]> {
  const rows = await query<Row>(
    context.req,
    sql`select p.id::text, p.kind, p.title as number, p.filename as "fileName", p.mime_type as mime, p.filesize::float8 as size, p.author_name as author,
               p.template_version::int as version, p.sha256, p.created_at as at
        from print_files p where p.entity = ${entity} and p.entity_id = ${id} and ${readable(context, 'print-files', 'p')}
        order by p.created_at desc, p.id limit 50`,
  )
  return rows.flatMap(({ fileName, ...row }) => (fileName ? [{ ...row, fileName, author: row.author ?? '' }] : []))
}

/** What it is, in the reader's language whatever it was printed in. */
export const printedName = ({ kind, number }: Pick<PrintedFile, 'kind' | 'number'>, locale: Locale): string =>
  printDataOf(kind)?.title(number, locale) ?? number

/** Where such a file is read. */
export const printedAddress = ({ fileName }: Pick<PrintedFile, 'fileName'>): string =>
  `/api/print-files/file/${encodeURIComponent(fileName)}`
