import { sql } from '@payloadcms/db-postgres/drizzle'
import { documentById } from '@/collections/documents/documents/document.queries'
import { idIs } from '@/src/mechanisms/database/ids'
import { execute } from '@/src/mechanisms/database/query'
import { cabinetRoute, notThere } from '../../../../_page/cabinetRoute'
import { privateFile } from '../../../../_page/privateFile'
import { documentName } from '../../documentWords'

/** The file of a document: shown in the browser, or saved with `?save=1`. The first look is noted for the manager. */
export const GET = cabinetRoute<{ locale: string; id: string }>({ module: 'documents', needs: 'documents.read' }, async ({ context, locale, params, search, request, session }) => {
  const row = await documentById({ ...context, company: null }, params.id)
  if (!row?.fileName) return notThere()
  await execute(session.req, sql`update documents set seen_at = now() where ${idIs(sql`id`, row.id)} and seen_at is null`)
  const ending = row.fileName.includes('.') ? row.fileName.slice(row.fileName.lastIndexOf('.')) : ''
  return privateFile(session.req, { filename: row.fileName, name: `${documentName(row, locale)}${ending}`, mime: row.mime ?? 'application/octet-stream' }, request, { save: search.get('save') === '1' })
})
