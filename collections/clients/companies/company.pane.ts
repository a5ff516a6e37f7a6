import { humanDate } from '@/src/lib/dates'
import { defineLabels } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { requisitesText } from '@/src/lib/requisites'
import { definePane } from '@/src/mechanisms/panel/definePane'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import { listClients } from './company.queries'

const words = defineLabels({
  work: { ru: 'Открыть среди клиентов', en: 'Open among the clients' },
  requisites: { ru: 'Реквизиты', en: 'Requisites' },
  manager: { ru: 'Менеджер', en: 'Manager' },
  branches: { ru: 'Филиалы', en: 'Branches' },
  inWork: { ru: 'Заказов в работе', en: 'Orders in work' },
  lastOrder: { ru: 'Последний заказ', en: 'Last order' },
  debt: { ru: 'Долг', en: 'Debt' },
  overdue: { ru: 'Просрочено', en: 'Overdue' },
  logins: { ru: 'Людей с доступом', en: 'People with access' },
})

/** A client: whose it is and how it stands; people, records and papers are parts. */
export const companyPane = definePane({
  entity: 'companies',
  read: async (context, id, locale) => {
    const { rows } = await listClients(context, {
      search: '',
      filters: { id: { kind: 'select', values: [id] } },
      sort: { key: 'name', dir: 'asc' },
      page: 1,
      perPage: 1,
    })
    const [client] = rows
    if (!client) return null
    const sum = (amount: number): string | null => (amount ? formatMoney(amount, client.currency, locale).text : null)
    return {
      links: [{ label: words.work, href: panelPageOf('companies', { id }) }],
      facts: [
        { label: words.requisites, value: requisitesText({ inn: client.inn, kpp: null }, locale) },
        { label: words.manager, value: client.manager },
        { label: words.branches, value: client.branches.map(({ name }) => name).join(', ') },
        { label: words.logins, value: String(client.logins) },
        { label: words.inWork, value: String(client.ordersInWork) },
        { label: words.lastOrder, value: client.lastOrderAt ? humanDate(client.lastOrderAt, locale) : null },
        { label: words.debt, value: sum(client.debt) },
        { label: words.overdue, value: sum(client.overdue), tone: 'bad' },
      ],
    }
  },
})
