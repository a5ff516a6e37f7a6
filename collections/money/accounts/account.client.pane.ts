import { dayInZone, DEFAULT_ZONE, humanDate, numericDay } from '@/src/lib/dates'
import { defineLabels, say, type Locale, type Text } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { definePanePart, type PaneTable } from '@/src/mechanisms/panel/definePane'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import { accountsOf, edgesOf, pageOfStatement, type AccountRow } from './account.queries'
import { statementLineName } from './account.print'

const DAYS = 90
/** Accounts whose lines are shown, and the last lines of each; the rest is behind the account's own name. */
const ACCOUNTS = 4
const LINES = 10

const words = defineLabels({
  accounts: { ru: 'Лицевые счета', en: 'Accounts' },
  contract: { ru: 'Договор', en: 'Contract' },
  main: { ru: 'Без договора', en: 'Without a contract' },
  currency: { ru: 'Валюта', en: 'Currency' },
  balance: { ru: 'Остаток', en: 'Balance' },
  at: { ru: 'На', en: 'As of' },
  lines: { ru: 'Выписка за 90 дней: {name}', en: 'Statement of 90 days: {name}' },
  all: { ru: 'Весь счёт', en: 'The whole account' },
  date: { ru: 'Дата', en: 'Date' },
  what: { ru: 'Что', en: 'What' },
  sum: { ru: 'Сумма', en: 'Sum' },
  left: { ru: 'Остаток после', en: 'Balance after' },
})

/** [EXCH-21] A client's accounts with their balances, and the last lines of their statements, in its pane. */
export const accountsOfClient = definePanePart({
  key: 'accounts',
  of: ['companies'],
  order: 8,
  read: async (context, { id }, locale) => {
    const accounts = await accountsOf({ ...context, company: id })
    const tables: PaneTable[] = [balances(accounts, locale)]
    for (const account of accounts.slice(0, ACCOUNTS)) tables.push(await linesOf(context, account, locale))
    return { tables }
  },
})

const nameOf = ({ contractNumber, currency }: AccountRow): Text => ({
  ru: `${contractNumber ? `договор № ${contractNumber}` : 'без договора'}, ${currency}`,
  en: `${contractNumber ? `contract No. ${contractNumber}` : 'without a contract'}, ${currency}`,
})

const balances = (accounts: readonly AccountRow[], locale: Locale): PaneTable => ({
  key: 'accounts',
  title: words.accounts,
  heads: [
    { label: words.contract },
    { label: words.currency },
    { label: words.at },
    { label: words.balance, end: true },
  ],
  rows: accounts.map((account) => ({
    key: account.id,
    cells: [
      {
        text: account.contractNumber ?? say(words.main, locale),
        note: account.number,
        href: panelPageOf('accounts', account),
      },
      { text: account.currency },
      { text: account.balanceAt ? humanDate(account.balanceAt, locale) : '—' },
      { text: formatMoney(account.balance, account.currency, locale).text },
    ],
  })),
})

async function linesOf(context: QueryContext, account: AccountRow, locale: Locale): Promise<PaneTable> {
  const now = new Date()
  const edges = await edgesOf(context, {
    from: dayInZone(new Date(now.getTime() - DAYS * 86_400_000)),
    to: dayInZone(now),
    zone: DEFAULT_ZONE,
  })
  const { lines } = await pageOfStatement(context, account, edges, { page: 1, size: LINES })
  const sum = (amount: number): string => formatMoney(amount, account.currency, locale).text
  const name = nameOf(account)
  return {
    key: `statement-${account.id}`,
    title: { ru: say(words.lines, 'ru', { name: name.ru }), en: say(words.lines, 'en', { name: name.en }) },
    heads: [
      { label: words.date },
      { label: words.what },
      { label: words.sum, end: true },
      { label: words.left, end: true },
    ],
    rows: lines.map((line) => ({
      key: line.id,
      cells: [
        { text: numericDay(line.at) },
        { text: statementLineName(line.kind, line.memo, locale) },
        { text: sum(line.amount) },
        { text: sum(line.balance) },
      ],
    })),
    more: { label: words.all, href: panelPageOf('accounts', account) },
  }
}
