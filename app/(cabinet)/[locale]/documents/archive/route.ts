import { closingOfMonth, documentsWithFiles } from '@/collections/documents/documents/document.queries'
import { contentDisposition } from '@/src/integrations/storage/disposition'
import { storedFile } from '@/src/integrations/storage/fromSettings'
import { AppError } from '@/src/lib/errors'
import { errorText } from '@/src/lib/error-labels'
import { dayInZone } from '@/src/lib/dates'
import { archiveOf } from '@/src/mechanisms/files/archive'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'
import { say } from '@/src/lib/i18n'
import { documentList } from '@/collections/documents/documents/document.list.labels'
import { cabinetRoute, notThere } from '../../../_page/cabinetRoute'
import { documentName } from '@/collections/documents/documents/document.words'

const MOST = 200
/** Archives that one person may take in an hour. */
const ARCHIVES = { limit: 60, windowSeconds: 60 * 60 }

/** Many documents as one zip, made while it is sent: `?id=…&id=…`, or the closing ones of a month: `?closing=2026-10`. */
export const GET = cabinetRoute(
  { module: 'documents', needs: 'documents.read' },
  async ({ context, locale, search, session }) => {
    const month = monthOf(search.get('closing'))
    const ids = month ? await closingOfMonth(context, month, MOST + 1) : search.getAll('id')
    if (ids.length > MOST) throw new AppError('documents.tooMany', { most: MOST }, { status: 422 })
    const rows = await documentsWithFiles({ ...context, company: null }, ids)
    if (rows.length === 0) return notThere()
    await throttle(session.req.payload, throttleKey('archive', session.user.id), ARCHIVES)
    const { staticDir } = session.req.payload.collections['document-files'].config.upload
    const names = new Set<string>()
    const entries = rows.map((row) => {
      const fileName = row.fileName ?? ''
      const base = `${dayInZone(row.date, session.zone)} ${documentName(row, locale)}`.replace(/[\\/:*?"<>|]/g, '-')
      const name = names.has(base) ? `${base} (${row.id.slice(0, 8)})` : base
      names.add(base)
      const ending = fileName.includes('.') ? fileName.slice(fileName.lastIndexOf('.')) : ''
      return { name: `${name}${ending}`, open: async () => (await storedFile(String(staticDir), fileName)).read() }
    })
    return new Response(archiveOf(entries, errorText(new AppError('file.missing'), locale)), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': contentDisposition(
          month ? say(documentList.closingFile, locale, { month }) : 'documents.zip',
        ),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
)

const monthOf = (asked: string | null): string | null =>
  asked !== null && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(asked) ? asked : null
