import type { ScheduleRow } from '@/collections/contracts/contracts/contract.queries'
import { daysUntil } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { Dash } from '@/src/ui/base/Dash'
import { State } from '@/src/ui/base/State'
import type { Column } from '@/src/ui/list/column'
import { DateText } from '@/src/ui/money/DateText'
import { Money } from '@/src/ui/money/Money'
import { contractsPage as words } from '@/collections/contracts/contracts/contract.page.labels'

/** The payments of a contract: when, how much, what became of it. */
export const scheduleColumns = (zone: string): Column<ScheduleRow>[] => [
  {
    key: 'due',
    header: words.due,
    main: true,
    phone: 'first',
    cell: (row, { locale }) => <DateText locale={locale} style="day" value={row.dueDate} zone={zone} />,
  },
  {
    key: 'state',
    header: words.state,
    phone: 'second',
    cell: (row, { locale }) => <PaymentState locale={locale} row={row} zone={zone} />,
  },
  {
    key: 'note',
    header: words.purpose,
    phone: 'hide',
    cell: (row, { locale }) => row.note ?? <Dash locale={locale} />,
  },
  {
    key: 'amount',
    header: words.amount,
    align: 'end',
    phone: 'first',
    cell: (row, { locale }) => <Money amount={row.amount} currency={row.currency} locale={locale} />,
  },
  {
    key: 'paid',
    header: words.paid,
    align: 'end',
    phone: 'second',
    cell: (row, { locale }) =>
      row.paid === 0 ? <Dash locale={locale} /> : <Money amount={row.paid} currency={row.currency} locale={locale} />,
  },
  {
    key: 'left',
    header: words.left,
    align: 'end',
    phone: 'hide',
    cell: (row, { locale }) =>
      row.paid >= row.amount ? (
        <Dash locale={locale} />
      ) : (
        <Money amount={row.amount - row.paid} currency={row.currency} locale={locale} />
      ),
  },
]

function PaymentState({ row, locale, zone }: { row: ScheduleRow; locale: Locale; zone: string }) {
  if (row.paid >= row.amount) return <State tone="good">{say(words.isPaid, locale)}</State>
  if (daysUntil(row.dueDate, zone) < 0) return <State tone="bad">{say(words.isLate, locale)}</State>
  if (row.paid > 0) return <State tone="run">{say(words.isPartly, locale)}</State>
  return <State tone="idle">{say(words.isAhead, locale)}</State>
}
