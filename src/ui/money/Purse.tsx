import Link from 'next/link'
import type { Locale } from '@/src/lib/i18n'
import { say } from '@/src/lib/i18n'
import { cx } from '../base/cx'
import { Money } from './Money'
import { moneyLabels } from './money.labels'

export type PurseProps = {
  locale: Locale
  /** «Лицевой счёт» unless said otherwise */
  title?: string
  /** minor units; negative = owed */
  balance: number
  currency?: string
  /** credit limit and how much of it is taken, both in minor units */
  limit?: { used: number; total: number }
  /** at most two; the first is the main one */
  actions?: { href: string; label: string }[]
}

/** How the money stands: balance, what the limit still allows, what can be done. */
export function Purse({ locale, title, balance, currency = 'RUB', limit, actions = [] }: PurseProps) {
  const share = limit && limit.total > 0 ? Math.min(100, Math.max(0, Math.round((limit.used / limit.total) * 100))) : 0
  return (
    <section className="rounded-md bg-purse p-5 text-on-purse [&_small]:!text-purse-2">
      <h2 className="text-base font-normal text-purse-2">{title ?? say(moneyLabels.purse, locale)}</h2>
      <div className="text-2xl font-bold tracking-tight">
        <Money amount={balance} currency={currency} locale={locale} />
      </div>
      {limit ? (
        <>
          <svg className="mt-3.5 mb-2 block h-1.5 w-full rounded-full text-purse-line" role="img" aria-label={say(moneyLabels.limitShare, locale, { share })}>
            <rect width="100%" height="100%" fill="currentColor" />
            <rect width={`${share}%`} height="100%" rx="3" fill={share >= 90 ? 'oklch(.7 .17 27)' : 'oklch(.78 .13 85)'} />
          </svg>
          <div className="flex flex-wrap justify-between gap-x-3 text-sm">
            <span>
              {say(moneyLabels.used, locale)} <Money amount={limit.used} currency={currency} locale={locale} />
            </span>
            <span className="text-purse-2">
              {say(moneyLabels.limit, locale)} <Money amount={limit.total} currency={currency} locale={locale} />
            </span>
          </div>
        </>
      ) : null}
      {actions.length ? (
        <div className="no-print mt-4 flex gap-2">
          {actions.map((action, index) => (
            <Link
              key={action.href}
              href={action.href}
              className={cx(
                'inline-flex min-h-9 flex-1 pointer-coarse:min-h-11 items-center justify-center rounded-sm border px-3.5 text-md font-mid',
                index === 0 ? 'border-on-purse bg-on-purse text-purse' : 'border-purse-line hover:border-purse-2',
              )}
            >
              {action.label}
            </Link>
          ))}
        </div>
      ) : null}
    </section>
  )
}
