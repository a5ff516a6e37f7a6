import type { Endpoint } from 'payload'
import { answersWorkplace } from '@/collections/forms/form-submissions/form-submission.workplace'
import { answersLabels as words } from '@/src/admin/answers/answers.labels'
import { answersOf } from '@/src/admin/answers/answers.queries'
import { answersReader, answersTable, headOf, type ReadAnswer } from '@/src/admin/answers/answersTable'
import { contentDisposition } from '@/src/integrations/storage/disposition'
import { dayInZone } from '@/src/lib/dates'
import { AppError } from '@/src/lib/errors'
import { say } from '@/src/lib/i18n'
import { writeXlsx, XLSX_TYPE, type XlsxColumn } from '@/src/lib/xlsx/writeXlsx'
import { contextOf } from '@/src/mechanisms/access/context'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { fileRefusal, localeOf } from '@/src/mechanisms/actions/errorResponse'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { isFor } from '@/src/mechanisms/panel/shownTo'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'

/** Rows of one file, and files that one employee may take in an hour. */
const MOST = 10_000
const FILES = { limit: 60, windowSeconds: 60 * 60 }

/** `GET /api/form-answers/:form/xlsx`: the answers of a form that the employee may read, under the filter of its table. */
export const answersEndpoint: Endpoint = {
  path: '/form-answers/:form/xlsx',
  method: 'get',
  handler: async (req) => {
    try {
      if (!(await isModuleOn(req, 'forms'))) throw new AppError('module.off', {}, { status: 404 })
      const context = await contextOf(req)
      const { actor } = context
      if (!isFor(answersWorkplace, actor) || accessOf('form-submissions').where(actor, 'read') === false)
        throw new AppError('access.denied', {}, { status: actor.role === 'anonymous' ? 401 : 403 })
      await throttle(req.payload, throttleKey('xlsx', actor.id ?? ''), FILES)
      const locale = localeOf(req)
      const search = new URL(req.url ?? '', 'http://portal.invalid').searchParams
      const table = await answersTable(context, String(req.routeParams?.form ?? ''), { search, locale })
      if (!table) throw new AppError('record.notFound', {}, { status: 404 })
      const { rows } = await answersOf(context, { ...table.asked, page: 1, perPage: MOST })
      const read = await answersReader(context, rows, { form: table.form, locale })
      const file = await writeXlsx({
        name: table.title,
        columns: [
          { type: 'date', header: say(words.came, locale), of: ({ at }: (typeof rows)[number]) => dayInZone(at) },
          ...table.fields.map((field) =>
            columnOf(
              headOf(field, locale),
              rows.map((row) => read(row, field.field)),
              (row: (typeof rows)[number]) => read(row, field.field),
            ),
          ),
          { type: 'text', header: say(words.author, locale), of: ({ author }) => author },
          { type: 'text', header: say(words.company, locale), of: ({ company }) => company },
        ],
        rows,
      })
      return new Response(file, {
        headers: {
          'content-type': XLSX_TYPE,
          'content-disposition': contentDisposition(`${table.title} ${dayInZone(new Date())}.xlsx`),
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    } catch (error) {
      return fileRefusal(req, error)
    }
  },
}

/** A column by what its cells are: where all that is answered is of one type it has that type, else words. */
function columnOf<Row>(header: string, answers: readonly ReadAnswer[], of: (row: Row) => ReadAnswer): XlsxColumn<Row> {
  const types = new Set(answers.filter(({ text }) => text !== '').map(({ cell }) => cell.type))
  const [type] = types
  const value = (row: Row) => {
    const { cell } = of(row)
    return cell.type === type ? cell.of : null
  }
  if (types.size === 1 && type === 'date') return { type, header, of: (row) => value(row) as string | null }
  if (types.size === 1 && type === 'number') return { type, header, of: (row) => value(row) as number | null }
  if (types.size === 1 && type === 'money') return { type, header, of: (row) => value(row) as number | null }
  return { type: 'text', header, of: (row) => of(row).text || null }
}
