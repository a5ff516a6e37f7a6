import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { documentsWithFiles } from '@/collections/documents/documents/document.queries'
import { contentDisposition } from '@/src/integrations/storage/disposition'
import { AppError } from '@/src/lib/errors'
import { dayInZone } from '@/src/lib/dates'
import { cabinetRoute, notThere } from '../../../_page/cabinetRoute'
import { privateFile } from '../../../_page/privateFile'
import { documentName } from '../documentWords'

const MOST = 200

/** Many documents as one zip, made while it is sent: `?id=…&id=…`. */
export const GET = cabinetRoute({ module: 'documents', needs: 'documents.read' }, async ({ context, locale, search, request, session }) => {
  const ids = search.getAll('id')
  if (ids.length > MOST) throw new AppError('documents.tooMany', { most: MOST }, { status: 422 })
  const rows = await documentsWithFiles({ ...context, company: null }, ids)
  if (rows.length === 0) return notThere()
  const zip = new ZipFile()
  const names = new Set<string>()
  for (const row of rows) {
    const file = await privateFile(session.req, { filename: row.fileName ?? '', name: 'x', mime: row.mime ?? '' }, new Request(request.url), { save: true })
    const ending = row.fileName?.slice(row.fileName.lastIndexOf('.')) ?? ''
    const base = `${dayInZone(row.date, session.zone)} ${documentName(row, locale)}`.replace(/[\\/:*?"<>|]/g, '-')
    const name = names.has(base) ? `${base} (${row.id.slice(0, 8)})` : base
    names.add(base)
    zip.addBuffer(Buffer.from(await file.arrayBuffer()), `${name}${ending}`)
  }
  zip.end()
  return new Response(Readable.toWeb(Readable.from(zip.outputStream)) as ReadableStream, {
    headers: { 'content-type': 'application/zip', 'content-disposition': contentDisposition('documents.zip'), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  })
})
