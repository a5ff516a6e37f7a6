import { dayInZone, humanDate, numericDay } from '@/src/lib/dates'
import { defineLabels } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { definePane } from '@/src/mechanisms/panel/definePane'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import { accountById, statementFor } from './account.queries'
import { statementLineName } from './account.print'

const words = defineLabels({
  client: { ru: 'Клиент', en: 'Client' },
  contract: { ru: 'Договор', en: 'Contract' },
  balance: { ru: 'Остаток', en: 'Balance' },
  at: { ru: 'На', en: 'As of' },
  movements: { ru: 'Движения за 90 дней', en: 'Movements of 90 days' },
  date: { ru: 'Дата', en: 'Date' },
  what: { ru: 'Что', en: 'What' },
  sum: { ru: 'Сумма', en: 'Sum' },
  left: { ru: 'Остаток после', en: 'Balance after' },
})
const ZONE = 'Europe/Moscow'
const DAYS = 90

/** An account: whose, how much is on it, and what moved it. */
export const accountPane = definePane({
  entity: 'accounts',
  read: async (context, id, locale) => {
    const account = await accountById(context, id)
    if (!account) return null
    const sum = (amount: number): string => formatMoney(amount, account.currency, locale).text
    const now = new Date()
    const moved = await statementFor(context, id, {
      from: dayInZone(new Date(now.getTime() - DAYS * 86_400_000), ZONE),
      to: dayInZone(now, ZONE),
      zone: ZONE,
    })
    return {
      facts: [
        { label: words.client, value: account.companyName, href: panelPageOf('companies', { id: account.company }) },
        {
          label: words.contract,
          value: account.contractNumber,
          ...(account.contract ? { href: panelPageOf('contracts', { id: account.contract }) } : {}),
        },
        { label: words.balance, value: sum(account.balance) },
        { label: words.at, value: account.balanceAt ? humanDate(account.balanceAt, locale) : null },
      ],
      tables: [
        {
          key: 'movements',
          title: words.movements,
          heads: [
            { label: words.date },
            { label: words.what },
            { label: words.sum, end: true },
            { label: words.left, end: true },
          ],
          rows: [...(moved?.lines ?? [])].reverse().map((line) => ({
            key: line.id,
            cells: [
              { text: numericDay(line.at) },
              { text: statementLineName(line.kind, line.memo, locale) },
              { text: sum(line.amount) },
              { text: sum(line.balance) },
            ],
          })),
        },
      ],
    }
  },
})
