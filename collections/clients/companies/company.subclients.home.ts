import { defaultLocale, defineLabels, say } from '@/src/lib/i18n'
import { mayOpen } from '@/src/mechanisms/access/mayOpen'
import { defineHomeCard } from '@/src/mechanisms/home/defineHomeCard'
import { subclientSums } from './company.subclients.queries'

const words = defineLabels({
  title: { ru: 'Субклиенты', en: 'Sub-clients' },
  count: { ru: 'Компаний', en: 'Companies' },
  inWork: { ru: 'Заказов в работе', en: 'Orders in progress' },
  debt: { ru: 'Долг', en: 'Debt' },
  overdue: { ru: 'Просрочено', en: 'Overdue' },
  orders: { ru: 'Их заказы', en: 'Their orders' },
})

/** [ROLE-02] How a partner's sub-clients stand together, in each currency apart. */
export const subclientsCard = defineHomeCard({
  key: 'companies.subclients',
  label: words.title,
  needs: 'company.read',
  roles: ['partner'],
  place: 'aside',
  order: 15,
  view: 'facts',
  read: async (context) => {
    const sums = await subclientSums(context)
    if (!sums) return null
    const locale = context.locale ?? defaultLocale
    // What they owe is told to whoever sees the own balance.
    const { debt, overdue } = mayOpen(context, { needs: 'balance.read' }) ? sums : { debt: [], overdue: [] }
    return {
      facts: [
        { term: say(words.count, locale), value: String(sums.count) },
        { term: say(words.inWork, locale), value: String(sums.inWork) },
        ...debt.map((value) => ({ term: say(words.debt, locale), value })),
        ...overdue.map((value) => ({ term: say(words.overdue, locale), value })),
      ],
      link: { href: '/orders', label: say(words.orders, locale) },
    }
  },
})
