import Link from 'next/link'
import type { Locale } from '@/src/lib/i18n'
import { say } from '@/src/lib/i18n'
import { cx } from '../base/cx'
import { near } from '../base/near'
import { LimitBar, type LimitUse } from './LimitBar'
import { Money } from './Money'
import { moneyLabels } from './money.labels'

export type PurseProps = {
  locale: Locale
  /** «Лицевой счёт» unless said otherwise */
  title?: string
  /** minor units; negative = owed */
  balance: number
  currency?: string
  /** the credit limit and what has taken of it */
  limit?: LimitUse & { currency: string }
  /** at most two; the first is the main one */
  actions?: { href: string; label: string }[]
}

/** How the money stands: balance, what the limit still allows, what can be done. */
export function Purse({ locale, title, balance, currency = 'RUB', limit, actions = [] }: PurseProps) {
  return (
    <section className="rounded-md bg-purse p-5 text-on-purse [&_small]:!text-purse-2">
      <h2 className="text-base font-normal text-purse-2">{title ?? say(moneyLabels.purse, locale)}</h2>
      <div className="text-2xl font-bold tracking-tight">
        <Money amount={balance} currency={currency} locale={locale} />
      </div>
      {limit ? (
        <div className="mt-4">
          <LimitBar {...limit} locale={locale} onPurse />
        </div>
      ) : null}
      {actions.length ? (
        <div className="no-print mt-4 flex gap-2">
          {actions.map((action, index) => (
            <Link
              {...near}
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
