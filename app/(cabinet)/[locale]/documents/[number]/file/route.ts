import { sql } from '@payloadcms/db-postgres/drizzle'
import { documentsAt } from '@/collections/documents/documents/document.queries'
import { decoded } from '@/src/lib/http/decoded'
import { linkFor } from '@/src/lib/http/linkFor'
import { idIs } from '@/src/mechanisms/database/ids'
import { execute } from '@/src/mechanisms/database/query'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { atItsAddress } from '../../../../_page/atItsAddress'
import { cabinetRoute, notThere } from '../../../../_page/cabinetRoute'
import { privateFile } from '../../../../_page/privateFile'
import { documentName } from '@/collections/documents/documents/document.words'

/** The file of a document: shown in the browser, or saved with `?save=1`. The first look is noted for the manager. */
export const GET = cabinetRoute<{ locale: string; number: string }>(
  { module: 'documents', needs: 'documents.read' },
  async ({ context, locale, params, search, request, session }) => {
    const part = decoded(params.number)
    const found = await documentsAt({ ...context, company: null }, part)
    if (found.length === 0) return notThere()
    const row = atItsAddress(found, {
      part,
      at: (named) => linkFor({ locale }, `${pageOf('documents', named)}/file${search.size > 0 ? `?${search}` : ''}`),
      list: linkFor({ locale }, '/documents'),
    })
    if (!row.fileName) return notThere()
    await execute(
      session.req,
      sql`update documents set seen_at = now() where ${idIs(sql`id`, row.id)} and seen_at is null`,
    )
    const ending = row.fileName.includes('.') ? row.fileName.slice(row.fileName.lastIndexOf('.')) : ''
    return privateFile(
      session.req,
      {
        filename: row.fileName,
        name: `${documentName(row, locale)}${ending}`,
        mime: row.mime ?? 'application/octet-stream',
      },
      request,
      { save: search.get('save') === '1' },
    )
  },
)
