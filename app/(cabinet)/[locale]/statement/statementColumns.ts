import { statementLineName } from '@/collections/money/accounts/account.print'
import { dayInZone } from '@/src/lib/dates'
import type { LedgerLine } from '@/src/mechanisms/ledger/statement'
import { date, link, none, note, sum } from '@/src/ui/list/cell'
import type { Column } from '@/src/ui/list/column'
import { say } from '@/src/lib/i18n'
import { statementPage as words } from './statement.labels'

/** What a line leads to: its document, and the order that the document is about; a place that is not theirs is null. */
export type LineLinks = { document: string | null; order: { href: string | null; number: string } | null }

export const statementColumns = (
  zone: string,
  currency: string,
  linksOf: (row: LedgerLine) => LineLinks,
): Column<LedgerLine>[] => [
  {
    key: 'at',
    header: words.date,
    phone: 'second',
    width: 'w-36',
    cell: (row, { locale }) => date(dayInZone(row.at, zone), locale, zone),
  },
  {
    key: 'what',
    header: words.what,
    main: true,
    phone: 'first',
    cell: (row, { locale }) => {
      const { document, order } = linksOf(row)
      return [
        link(statementLineName(row.kind, row.memo, locale), document),
        ...note(order && link(say(words.order, locale, { number: order.number }), order.href)),
      ]
    },
  },
  {
    key: 'out',
    header: words.debit,
    align: 'end',
    phone: 'first',
    cell: (row, { locale }) => (row.amount < 0 ? sum(-row.amount, currency, locale) : none(locale)),
  },
  {
    key: 'in',
    header: words.credit,
    align: 'end',
    phone: 'first',
    cell: (row, { locale }) => (row.amount > 0 ? sum(row.amount, currency, locale, 'good') : none(locale)),
  },
  {
    key: 'balance',
    header: words.balance,
    align: 'end',
    phone: 'second',
    cell: (row, { locale }) => sum(row.balance, currency, locale),
  },
]
