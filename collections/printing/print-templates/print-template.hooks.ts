import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionBeforeValidateHook } from 'payload'
import { AppError } from '@/src/lib/errors'
import { execute, query } from '@/src/mechanisms/database/query'
import { checkTemplate } from '@/src/mechanisms/print/templates/checkTemplate'
import { printDataOf } from '@/src/mechanisms/print/templates/definePrintData'

/** A file becomes a version of its template once it is safe to open and names known fields alone. */
export const checkedTemplate: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const declaration = printDataOf(String(data?.kind ?? ''))
  if (!declaration) throw new AppError('template.kindUnknown', {}, { status: 422, field: 'kind' })
  if (!req.file) throw new AppError('template.noFile', {}, { status: 422, field: 'file' })
  const format = await checkTemplate(req.file.data, declaration)
  const locale = data?.locale === 'en' ? 'en' : 'ru'
  await execute(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`template ${declaration.kind} ${format} ${locale}`}, 0))`,
  )
  const [last] = await query<{ versions: number }>(
    req,
    sql`select count(*)::int as versions from print_templates t where t.kind = ${declaration.kind} and t.format = ${format} and t.locale::text = ${locale}`,
  )
  return {
    ...data,
    kind: declaration.kind,
    locale,
    format,
    version: (last?.versions ?? 0) + 1,
    active: false,
    sha256: createHash('sha256').update(req.file.data).digest('hex'),
    staff: req.user?.collection === 'staff' ? req.user.id : null,
  }
}
