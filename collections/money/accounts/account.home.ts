import { defaultLocale, defineLabels, say } from '@/src/lib/i18n'
import { financeOf } from '@/collections/sales/sales.api'
import { defineHomeCard } from '@/src/mechanisms/home/defineHomeCard'

const words = defineLabels({
  title: { ru: 'Лицевой счёт', en: 'Account' },
  toPay: { ru: 'Счета к оплате', en: 'Invoices to pay' },
  statement: { ru: 'Выписка', en: 'Statement' },
})

/** [CONTR-05] The balance and what is left of the limit. */
export const balanceCard = defineHomeCard({
  key: 'accounts.balance',
  label: words.title,
  needs: 'balance.read',
  place: 'aside',
  order: 10,
  view: 'balance',
  read: async (context) => {
    const finance = await financeOf(context)
    if (!finance) return null
    const { balance, currency, ...limit } = finance
    const locale = context.locale ?? defaultLocale
    return {
      amount: balance,
      currency,
      limit: limit.limit > 0 ? limit : null,
      links: [
        { href: '/documents?view=unpaid', label: say(words.toPay, locale) },
        { href: '/statement', label: say(words.statement, locale) },
      ],
    }
  },
})
