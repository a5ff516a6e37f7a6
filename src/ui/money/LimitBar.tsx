import type { Locale } from '@/src/lib/i18n'
import { say } from '@/src/lib/i18n'
import { cx } from '../base/cx'
import { Money } from './Money'
import { moneyLabels as words } from './money.labels'

/** Minor units. `overdue` is a part of `debt`; `free` may be negative. */
export type LimitUse = { limit: number; debt: number; overdue: number; reserved: number; free: number }

export type LimitBarProps = LimitUse & {
  currency: string
  locale: Locale
  /** on the dark purse instead of a sheet */ onPurse?: boolean
}

/** A credit limit and what has taken of it: overdue, the rest of the debt, orders in work, free. The same everywhere. */
export function LimitBar({ limit, debt, overdue, reserved, free, currency, locale, onPurse }: LimitBarProps) {
  const late = Math.min(Math.max(overdue, 0), Math.max(debt, 0))
  const parts = [
    { key: 'overdue', label: words.overdue, amount: late, shown: late > 0 },
    {
      key: 'debt',
      label: late > 0 ? words.restOfDebt : words.debt,
      amount: Math.max(debt, 0) - late,
      shown: late === 0 || debt > late,
    },
    { key: 'reserved', label: words.reserved, amount: Math.max(reserved, 0), shown: true },
  ]
  const whole = Math.max(
    limit,
    parts.reduce((sum, { amount }) => sum + amount, 0),
    1,
  )
  const share = Math.min(100, Math.round(((limit - Math.max(free, 0)) / Math.max(limit, 1)) * 100))
  let from = 0
  return (
    <div className="limit-bar" data-on={onPurse ? 'purse' : undefined}>
      <svg
        aria-label={say(words.limitShare, locale, { share })}
        className="mb-2.5 block h-2 w-full rounded-full"
        role="img"
      >
        <rect className="limit-free" height="100%" width="100%" />
        {parts.map(({ key, amount }) => {
          const [at, width] = [(from / whole) * 100, (amount / whole) * 100]
          from += amount
          return amount > 0 ? (
            <rect className={`limit-${key}`} height="100%" key={key} width={`${width}%`} x={`${at}%`} />
          ) : null
        })}
      </svg>
      <dl className="grid gap-y-1 text-sm">
        {[
          ...parts.filter(({ shown }) => shown),
          { key: 'free', label: free < 0 ? words.overdrawn : words.free, amount: Math.abs(free) },
        ].map(({ key, label, amount }) => (
          <div className="flex items-baseline gap-2" key={key}>
            <dt className="flex items-baseline gap-2">
              <i aria-hidden className={`limit-dot limit-${key}`} />
              {say(label, locale)}
            </dt>
            <dd className={cx('ml-auto', key === 'free' && 'font-mid')}>
              <Money amount={amount} currency={currency} locale={locale} />
            </dd>
          </div>
        ))}
        <div className="limit-total flex items-baseline gap-2 border-t pt-1.5">
          <dt>{say(words.limit, locale)}</dt>
          <dd className="ml-auto">
            <Money amount={limit} currency={currency} locale={locale} />
          </dd>
        </div>
      </dl>
    </div>
  )
}
