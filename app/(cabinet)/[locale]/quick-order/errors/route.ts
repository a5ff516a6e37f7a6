import { z } from 'zod'
import { contentDisposition } from '@/src/integrations/storage/disposition'
import { AppError } from '@/src/lib/errors'
import { say } from '@/src/lib/i18n'
import { writeXlsx, XLSX_TYPE } from '@/src/lib/xlsx/writeXlsx'
import { MOST_ROWS } from '@/src/mechanisms/tables/readTable'
import { cabinetRoute } from '../../../_page/cabinetRoute'
import { quickOrderPage as words } from '../quickOrder.labels'

const lines = z
  .array(z.object({ line: z.number().int().positive(), text: z.string().max(400), why: z.string().max(400) }))
  .min(1)
  .max(MOST_ROWS)

/** The lines that stay out of the cart as a table, with the reasons: what the page has just been told, given back. */
export const POST = cabinetRoute(
  { module: 'sales', needs: 'orders.create' },
  async ({ locale, request }): Promise<Response> => {
    const told = lines.safeParse(await sentLines(request))
    if (!told.success) throw new AppError('input.malformed', {}, { status: 422 })
    const name = say(words.errorsFile, locale)
    const body = await writeXlsx<z.output<typeof lines>[number]>({
      name,
      columns: [
        { type: 'number', header: say(words.columns.line, locale), width: 9, of: ({ line }) => line },
        { type: 'text', header: say(words.columns.text, locale), width: 48, of: ({ text }) => text },
        { type: 'text', header: say(words.columns.why, locale), width: 48, of: ({ why }) => why },
      ],
      rows: told.data,
    })
    return new Response(body, {
      headers: {
        'content-type': XLSX_TYPE,
        'content-disposition': contentDisposition(`${name}.xlsx`),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
)

async function sentLines(request: Request): Promise<unknown> {
  try {
    const sent = (await request.formData()).get('lines')
    return typeof sent === 'string' ? JSON.parse(sent) : null
  } catch {
    return null
  }
}
