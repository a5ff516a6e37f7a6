import { requisitesText } from '@/src/lib/requisites'
import type { ClientRow } from '@/collections/clients/companies/company.queries'
import { companyLabels } from '@/collections/clients/companies/company.labels'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { clientsLabels } from './clients.labels'

const states: Readonly<Record<string, Text>> = companyLabels.options.status
const tones: Readonly<Record<string, string>> = { new: 'wait', active: 'good', suspended: 'bad' }

/** A client in words already, for a component of the browser. */
export type ClientInWords = {
  id: string
  name: string
  inn: string
  state: string
  tone: string | undefined
  manager: string
  branches: string
  ordersInWork: number
  lastOrder: string
  debt: string
  overdue: string
}

export function clientRow(row: ClientRow, locale: Locale): ClientInWords {
  const sum = (amount: number): string => (amount === 0 ? '' : formatMoney(amount, row.currency, locale).text)
  return {
    id: row.id,
    name: row.name,
    inn: requisitesText({ inn: row.inn, kpp: null }, locale),
    state: states[row.status] ? say(states[row.status] ?? companyLabels.one, locale) : row.status,
    tone: tones[row.status],
    manager: row.manager ?? say(clientsLabels.noManager, locale),
    branches: row.branches.map(({ name }) => name).join(', '),
    ordersInWork: row.ordersInWork,
    lastOrder: row.lastOrderAt ? humanDate(row.lastOrderAt, locale) : '—',
    debt: sum(row.debt) || '—',
    overdue: row.overdue > 0 ? say(clientsLabels.overdue, locale, { sum: sum(row.overdue) }) : '',
  }
}
