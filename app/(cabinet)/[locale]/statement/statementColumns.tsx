import { lineName } from '@/collections/money/accounts/account.print'
import type { StatementLine } from '@/src/mechanisms/ledger/statement'
import type { Column } from '@/src/ui/list/column'
import { Dash } from '@/src/ui/base/Dash'
import { DateText } from '@/src/ui/money/DateText'
import { Money } from '@/src/ui/money/Money'
import { statementPage as words } from './statement.labels'

export const statementColumns = (zone: string, currency: string): Column<StatementLine>[] => [
  { key: 'at', header: words.date, phone: 'second', width: 'w-36', cell: (row, { locale }) => <DateText className="whitespace-nowrap" locale={locale} value={row.at} zone={zone} /> },
  { key: 'what', header: words.what, main: true, phone: 'first', cell: (row, { locale }) => lineName(row.kind, row.memo, locale) },
  {
    key: 'in',
    header: words.incoming,
    align: 'end',
    phone: 'first',
    cell: (row, { locale }) => (row.amount > 0 ? <Money amount={row.amount} className="text-good" currency={currency} locale={locale} /> : <Dash locale={locale} />),
  },
  {
    key: 'out',
    header: words.outgoing,
    align: 'end',
    phone: 'first',
    cell: (row, { locale }) => (row.amount < 0 ? <Money amount={-row.amount} currency={currency} locale={locale} /> : <Dash locale={locale} />),
  },
  { key: 'balance', header: words.balance, align: 'end', phone: 'second', cell: (row, { locale }) => <Money amount={row.balance} currency={currency} locale={locale} /> },
]
