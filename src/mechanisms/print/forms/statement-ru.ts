import { z } from 'zod'
import { fullDate, numericDay } from '@/src/lib/dates'
import { html, type Html } from '@/src/lib/html'
import { say, type Locale } from '@/src/lib/i18n'
import { defineForm } from '../form'
import { facts, pageFooter, sheet, table } from '../layout'
import { dayInput, fileNameOf, partyInput, partyLine, sumInput, sumOrEmpty, sumText } from './parts'
import { statementLabels as words } from './statement-ru.labels'

const statementFields = z.object({
  issuer: partyInput,
  client: partyInput,
  contract: z.string().optional(),
  currency: z.string(),
  from: dayInput,
  to: dayInput,
  /** day of making, for the paper's head */
  madeOn: dayInput,
  opening: sumInput,
  rows: z.array(
    z.object({
      date: dayInput,
      document: z.string(),
      /** minor units, both non-negative */
      credit: sumInput.min(0),
      debit: sumInput.min(0),
    }),
  ),
  closing: sumInput,
})

/** A paper whose rows contradict its balances must not leave the house. */
const statementInput = statementFields.refine(
  ({ opening, rows, closing }) => rows.reduce((sum, row) => sum + row.credit - row.debit, opening) === closing,
  { path: ['closing'], message: 'the rows do not lead from the opening to the closing balance' },
)
export type StatementInput = z.infer<typeof statementInput>

type StatementRow = StatementInput['rows'][number] & { balance: number }

/** Выписка: opening balance, every movement with the balance after it, turnover, closing balance. */
export const statementForm = defineForm<StatementInput>({
  name: 'statement',
  input: statementInput,
  render(input, locale) {
    const title = say(words.title, locale)
    const period = say(words.period, locale, { from: fullDate(input.from, locale), to: fullDate(input.to, locale) })
    return {
      html: sheet({
        locale,
        title,
        subtitle: period,
        issuer: { name: input.issuer.name, details: [partyLine({ ...input.issuer, name: '' })] },
        body: html`${head(input, locale)}${movements(input, locale)}`,
      }),
      footer: pageFooter(locale, `${title} ${period}`),
      fileName: fileNameOf(`${title} ${input.from} ${input.to}`),
    }
  },
})

function head(input: StatementInput, locale: Locale): Html {
  return facts([
    [say(words.client, locale), partyLine(input.client)],
    [say(words.contract, locale), input.contract],
    [say(words.currency, locale), input.currency],
    [say(words.made, locale), fullDate(input.madeOn, locale)],
  ])
}

function movements(input: StatementInput, locale: Locale): Html {
  let balance = input.opening
  const rows: StatementRow[] = input.rows.map((row) => ({ ...row, balance: (balance += row.credit - row.debit) }))
  const credit = input.rows.reduce((sum, row) => sum + row.credit, 0)
  const debit = input.rows.reduce((sum, row) => sum + row.debit, 0)
  const edge = (text: string, amount: number) =>
    html`<tr><td colspan="4">${text}</td><td class="num">${sumText(amount, locale)}</td></tr>`
  return html`${table<StatementRow | null>(
    [
      { title: say(words.date, locale), kind: 'tight', cell: (row) => row && numericDay(row.date) },
      { title: say(words.document, locale), cell: (row) => row?.document ?? say(words.empty, locale) },
      { title: say(words.credit, locale), kind: 'num', cell: (row) => row && sumOrEmpty(row.credit, locale) },
      { title: say(words.debit, locale), kind: 'num', cell: (row) => row && sumOrEmpty(row.debit, locale) },
      { title: say(words.balance, locale), kind: 'num', cell: (row) => row && sumText(row.balance, locale) },
    ],
    rows.length === 0 ? [null] : rows,
    [
      html`<tr><td colspan="2">${say(words.turnover, locale)}</td><td class="num">${sumText(credit, locale)}</td><td class="num">${sumText(debit, locale)}</td><td></td></tr>`,
      edge(say(words.closing, locale, { date: fullDate(input.to, locale) }), input.closing),
    ],
    edge(say(words.opening, locale, { date: fullDate(input.from, locale) }), input.opening),
  )}`
}
