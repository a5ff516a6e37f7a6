import type { ScheduleRow } from '@/collections/contracts/contracts/contract.queries'
import { daysUntil } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { moneySums } from '@/src/lib/moneySums'
import { Sums } from '@/src/ui/money/Sums'
import { contractsPage as words } from '@/collections/contracts/contracts/contract.page.labels'

/** What of a schedule is paid, what is late and what is ahead; together they are the whole of it. */
export function ScheduleSums({ rows, locale, zone }: { rows: readonly ScheduleRow[]; locale: Locale; zone: string }) {
  const left = (row: ScheduleRow): number => Math.max(row.amount - row.paid, 0)
  const late = (row: ScheduleRow): boolean => daysUntil(row.dueDate, zone) < 0
  const told: Array<[Text, (row: ScheduleRow) => number]> = [
    [words.sumPaid, (row) => Math.min(row.paid, row.amount)],
    [words.sumLate, (row) => (late(row) ? left(row) : 0)],
    [words.sumAhead, (row) => (late(row) ? 0 : left(row))],
  ]
  return (
    <span className="flex flex-wrap gap-x-5 gap-y-1">
      {told.map(([label, of]) => {
        const sums = moneySums(rows, of)
        if (sums.length === 0) return null
        return (
          <span key={label.en}>
            {say(label, locale)} <Sums sums={sums} locale={locale} />
          </span>
        )
      })}
    </span>
  )
}
