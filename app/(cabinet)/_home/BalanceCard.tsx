import { say } from '@/src/lib/i18n'
import { Purse } from '@/src/ui/money/Purse'
import { openLinks, type CardProps } from './cardProps'

export function BalanceCard({ card: { label, data }, locale, linkTo }: CardProps<'balance'>) {
  const { amount, currency, limit, links } = data
  return (
    <Purse
      actions={openLinks(links, linkTo)}
      balance={amount}
      currency={currency}
      limit={limit ? { ...limit, currency } : undefined}
      locale={locale}
      title={say(label, locale)}
    />
  )
}
