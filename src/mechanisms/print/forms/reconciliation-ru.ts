import { z } from 'zod'
import { fullDate, numericDay } from '@/src/lib/dates'
import { html, type Html } from '@/src/lib/html'
import { say, type Locale } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { sumInWords } from '@/src/lib/words'
import { defineForm } from '../form'
import { pageFooter, sheet, signature } from '../layout'
import { dayInput, fileNameOf, partyInput, sumInput, sumOrEmpty, sumText } from './parts'
import { reconciliationLabels as words } from './reconciliation-ru.labels'

const reconciliationInput = z.object({
  ours: partyInput.extend({ signer: z.string().optional(), post: z.string().optional() }),
  theirs: partyInput.extend({ signer: z.string().optional(), post: z.string().optional() }),
  contract: z.string().optional(),
  currency: z.string(),
  from: dayInput,
  to: dayInput,
  /** our books, minor units: positive when they owe us */
  opening: sumInput,
  rows: z.array(z.object({ date: dayInput, document: z.string(), debit: sumInput.min(0), credit: sumInput.min(0) })),
})
export type ReconciliationInput = z.infer<typeof reconciliationInput>

/** Акт сверки: our side filled and the other side its mirror, opening and closing balances, who owes whom. */
export const reconciliationForm = defineForm<ReconciliationInput>({
  name: 'reconciliation',
  input: reconciliationInput,
  render(input, locale) {
    const title = say(words.title, locale)
    const period = say(words.period, locale, { from: fullDate(input.from, locale), to: fullDate(input.to, locale) })
    return {
      html: sheet({ locale, title, subtitle: period, body: body(input, locale) }),
      footer: pageFooter(locale, `${title} ${period}`),
      landscape: true,
      fileName: fileNameOf(`${title} ${input.theirs.name} ${input.from} ${input.to}`),
    }
  },
})

function body(input: ReconciliationInput, locale: Locale): Html {
  const debit = input.rows.reduce((sum, row) => sum + row.debit, 0)
  const credit = input.rows.reduce((sum, row) => sum + row.credit, 0)
  const closing = input.opening + debit - credit
  const { ours, theirs, currency } = input
  const between = say(words.between, locale, {
    ours: ours.name,
    theirs: theirs.name,
    contract: input.contract ?? 'none',
  })
  return html`<p>${between}</p><p class="small">${say(words.intro, locale)}</p>
<table class="grid mirror"><thead>
<tr><th colspan="4" class="edge">${say(words.byBooks, locale, { name: ours.name, currency })}</th><th colspan="4">${say(words.byBooks, locale, { name: theirs.name, currency })}</th></tr>
<tr>${heads(locale, 'num edge')}${heads(locale, 'num')}</tr></thead>
<tbody>${balanceRow(say(words.opening, locale), input.opening, locale)}${input.rows.map((row) => entryRow(row, locale))}</tbody>
<tbody class="foot">${turnoverRow(debit, credit, locale)}${balanceRow(say(words.closing, locale), closing, locale)}</tbody></table>
<div class="close"><p class="words"><b>${conclusion(input, closing, locale)}</b></p>
<div class="two">${side(ours, locale)}${side(theirs, locale)}</div></div>`
}

function heads(locale: Locale, last: string): Html {
  return html`<th class="tight">${say(words.date, locale)}</th><th>${say(words.document, locale)}</th><th class="num">${say(words.debit, locale)}</th><th class="${last}">${say(words.credit, locale)}</th>`
}

function entryRow(row: ReconciliationInput['rows'][number], locale: Locale): Html {
  const [debit, credit] = [sumOrEmpty(row.debit, locale), sumOrEmpty(row.credit, locale)]
  const [date, document] = [numericDay(row.date), row.document]
  return html`<tr><td class="tight">${date}</td><td>${document}</td><td class="num">${debit}</td><td class="num edge">${credit}</td><td class="tight">${date}</td><td>${document}</td><td class="num">${credit}</td><td class="num">${debit}</td></tr>`
}

function balanceRow(label: string, balance: number, locale: Locale): Html {
  const size = sumText(Math.abs(balance), locale)
  const [debit, credit] = balance >= 0 ? [size, ''] : ['', size]
  return html`<tr><td colspan="2">${label}</td><td class="num">${debit}</td><td class="num edge">${credit}</td><td colspan="2">${label}</td><td class="num">${credit}</td><td class="num">${debit}</td></tr>`
}

function turnoverRow(debit: number, credit: number, locale: Locale): Html {
  const label = say(words.turnover, locale)
  const [left, right] = [sumText(debit, locale), sumText(credit, locale)]
  return html`<tr><td colspan="2">${label}</td><td class="num">${left}</td><td class="num edge">${right}</td><td colspan="2">${label}</td><td class="num">${right}</td><td class="num">${left}</td></tr>`
}

function conclusion(input: ReconciliationInput, closing: number, locale: Locale): string {
  const date = fullDate(input.to, locale)
  if (closing === 0) return say(words.even, locale, { date })
  const size = Math.abs(closing)
  return say(words.owed, locale, {
    date,
    creditor: closing > 0 ? input.ours.name : input.theirs.name,
    sum: formatMoney(size, input.currency, locale).text,
    words: sumInWords(size, input.currency, locale),
  })
}

function side(party: ReconciliationInput['ours'], locale: Locale): Html {
  return html`<div><p>${say(words.from, locale, { name: party.name })}${party.inn ? html`<br /><span class="small">ИНН ${party.inn}</span>` : null}</p>${signature(party.post ?? '', party.signer)}<p class="small">${say(words.seal, locale)}</p></div>`
}
