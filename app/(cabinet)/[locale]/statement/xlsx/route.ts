import { statementLineName } from '@/collections/money/accounts/account.print'
import { accountsOf, statementFor } from '@/collections/money/accounts/account.queries'
import { contentDisposition } from '@/src/integrations/storage/disposition'
import { dayInZone, fullDate } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { writeXlsx, XLSX_TYPE } from '@/src/lib/xlsx/writeXlsx'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'
import { cabinetRoute, notThere } from '../../../_page/cabinetRoute'
import { periodOf } from '../period'
import { statementPage as words } from '../statement.labels'

/** Statements as tables that one person may take in an hour. */
const TABLES = { limit: 120, windowSeconds: 60 * 60 }

/** One row of the table; sums in minor units. */
type Row = { day: string; what: string; debit: number | null; credit: number | null; balance: number }

/** The statement as a table for Excel, for the account and days of the address: what it opens with, each line, what it closes with. */
export const GET = cabinetRoute(
  { module: 'money', needs: 'balance.read' },
  async ({ context, locale, search, session }) => {
    const period = periodOf(Object.fromEntries(search), session.zone)
    const asked = search.get('account') ?? (await accountsOf(context))[0]?.id ?? ''
    const statement = await statementFor(context, asked, { ...period, zone: session.zone })
    if (!statement) return notThere()
    await throttle(session.req.payload, throttleKey('statement-xlsx', session.user.id), TABLES)
    const { account, lines, opening, closing, incoming, outgoing } = statement
    function* rows(): Generator<Row> {
      yield { day: period.from, what: say(words.opening, locale), debit: null, credit: null, balance: opening }
      for (const { at, kind, memo, amount, balance } of lines)
        yield {
          day: dayInZone(at, session.zone),
          what: statementLineName(kind, memo, locale),
          debit: amount < 0 ? -amount : null,
          credit: amount > 0 ? amount : null,
          balance,
        }
      yield { day: period.to, what: say(words.closing, locale), debit: outgoing, credit: incoming, balance: closing }
    }
    const sum = (text: { ru: string; en: string }): string => `${say(text, locale)}, ${account.currency}`
    const body = await writeXlsx<Row>({
      name: say(words.sub, locale),
      columns: [
        { type: 'date', header: say(words.date, locale), of: ({ day }) => day },
        { type: 'text', header: say(words.what, locale), width: 52, of: ({ what }) => what },
        { type: 'money', header: sum(words.debit), of: ({ debit }) => debit },
        { type: 'money', header: sum(words.credit), of: ({ credit }) => credit },
        { type: 'money', header: sum(words.balance), of: ({ balance }) => balance },
      ],
      rows: rows(),
    })
    const [from, to] = [fullDate(period.from, locale), fullDate(period.to, locale)]
    return new Response(body, {
      headers: {
        'content-type': XLSX_TYPE,
        'content-disposition': contentDisposition(`${say(words.fileName, locale, { from, to })}.xlsx`),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
)
