import { ages, debtAges, type Age } from '@/collections/sales/credit/debtAges.rules'
import type { CreditStanding } from '@/collections/sales/credit/standing.rules'
import { daysUntil } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { BarChart, type Bar } from '@/src/ui/chart/BarChart'
import { Money } from '@/src/ui/money/Money'
import { statementPage as words } from './statement.labels'

const TONES: Record<Age, Bar['tone']> = {
  ahead: 'brand',
  upTo7: 'wait',
  upTo30: 'wait',
  upTo90: 'bad',
  older: 'bad',
  undated: 'bad',
}

type DebtAgesProps = {
  standing: CreditStanding
  unpaid: ReadonlyArray<{ left: number; dueDate: string | null }>
  locale: Locale
  zone: string
}

/** How old the debt is, as bars with a table behind them; together they are the debt that every page tells. */
export function DebtAges({ standing, unpaid, locale, zone }: DebtAgesProps) {
  const invoices = unpaid.map(({ left, dueDate }) => ({ left, late: dueDate ? -daysUntil(dueDate, zone) : 0 }))
  const sums = debtAges(standing, invoices)
  const money = (amount: number) => <Money amount={amount} currency={standing.currency} locale={locale} />
  return (
    <Sheet title={say(words.ages, locale)} sub={money(standing.debt)}>
      <BarChart
        title={say(words.ages, locale)}
        heads={{ label: say(words.ageHead, locale), value: say(words.sumHead, locale) }}
        bars={ages
          .filter((age) => sums[age] > 0)
          .map((age) => ({
            key: age,
            label: say(words.age[age], locale),
            value: sums[age],
            shown: money(sums[age]),
            tone: TONES[age],
          }))}
      />
    </Sheet>
  )
}
