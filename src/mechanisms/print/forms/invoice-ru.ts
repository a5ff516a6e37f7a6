import { z } from 'zod'
import { fullDate } from '@/src/lib/dates'
import { html, trustedHtml, type Html } from '@/src/lib/html'
import { say, type Locale } from '@/src/lib/i18n'
import { formatMoney } from '@/src/lib/money'
import { qr } from '@/src/lib/qr'
import { sumInWords } from '@/src/lib/words'
import { unitText } from '@/src/lib/unitWords'
import { defineForm } from '../form'
import { invoicePayload } from '../invoicePayment'
import { facts, pageFooter, sheet, signature, table } from '../layout'
import { invoiceLabels as words } from './invoice-ru.labels'
import { dayInput, fileNameOf, lineInput, partyInput, partyLine, priceText, qtyText, sumInput, sumText } from './parts'

const invoiceInput = z.object({
  number: z.string(),
  date: dayInput,
  supplier: partyInput,
  bank: z.object({ name: z.string(), bik: z.string(), corrAccount: z.string(), account: z.string() }),
  buyer: partyInput,
  /** contract or order the invoice stands on */
  basis: z.string().optional(),
  payBefore: dayInput.optional(),
  currency: z.string(),
  lines: z.array(lineInput).min(1),
  total: sumInput,
  /** VAT inside the total; null is «Без НДС» */
  vat: sumInput.nullable(),
  comment: z.string().optional(),
  director: z.string().optional(),
  accountant: z.string().optional(),
})
export type InvoiceInput = z.infer<typeof invoiceInput>

/** Счёт на оплату: bank block, parties, lines, VAT, the sum in words, the payment QR, signatures. */
export const invoiceForm = defineForm<InvoiceInput>({
  name: 'invoice',
  input: invoiceInput,
  render(input, locale) {
    const title = say(words.title, locale, { number: input.number, date: fullDate(input.date, locale) })
    const body = html`${parties(input, locale)}${lines(input, locale)}${closing(input, locale)}`
    return {
      html: sheet({ locale, title, above: bankBlock(input, locale), body }),
      footer: pageFooter(locale, title),
      fileName: fileNameOf(title),
    }
  },
})

function bankBlock({ bank, supplier }: InvoiceInput, locale: Locale): Html {
  return html`<table class="bank">
<tr><td colspan="2" rowspan="2">${bank.name}<div class="cap">${say(words.payeeBank, locale)}</div></td><td>${say(words.bik, locale)}</td><td class="num">${bank.bik}</td></tr>
<tr><td>${say(words.account, locale)}</td><td class="num">${bank.corrAccount}</td></tr>
<tr><td>ИНН ${supplier.inn ?? ''}</td><td>КПП ${supplier.kpp ?? ''}</td><td rowspan="2">${say(words.account, locale)}</td><td rowspan="2" class="num">${bank.account}</td></tr>
<tr><td colspan="2">${supplier.name}<div class="cap">${say(words.payee, locale)}</div></td></tr>
</table>`
}

function parties(input: InvoiceInput, locale: Locale): Html {
  return facts([
    [say(words.supplier, locale), partyLine(input.supplier)],
    [say(words.buyer, locale), partyLine(input.buyer)],
    [say(words.basis, locale), input.basis],
    [say(words.payBefore, locale), input.payBefore && fullDate(input.payBefore, locale)],
  ])
}

function lines(input: InvoiceInput, locale: Locale): Html {
  const articles = input.lines.some(({ article }) => article)
  const total = (label: string, value: string) =>
    html`<tr><td colspan="${articles ? 6 : 5}" class="num">${label}</td><td class="num">${value}</td></tr>`
  return table(
    [
      { title: say(words.row, locale), kind: 'tight', cell: (_line, index) => index + 1 },
      ...(articles
        ? [
            {
              title: say(words.article, locale),
              width: '14%',
              cell: (line: InvoiceInput['lines'][number]) => line.article,
            },
          ]
        : []),
      { title: say(words.name, locale), cell: (line) => line.name },
      { title: say(words.qty, locale), kind: 'num', cell: (line) => qtyText(line.qty, locale) },
      { title: say(words.unit, locale), kind: 'tight', cell: (line) => unitText(line.unit ?? '', locale) },
      { title: say(words.price, locale), kind: 'num', cell: (line) => priceText(line.price, locale) },
      { title: say(words.sum, locale), kind: 'num', cell: (line) => sumText(line.total, locale) },
    ],
    input.lines,
    [
      total(say(words.total, locale), sumText(input.total, locale)),
      input.vat === null
        ? total(say(words.noVat, locale), '—')
        : total(say(words.vat, locale), sumText(input.vat, locale)),
      total(say(words.due, locale), sumText(input.total, locale)),
    ],
  )
}

/** The QR that a bank's application fills a payment from; an invoice in another currency or without an account has none. */
function payment(input: InvoiceInput, locale: Locale): Html | null {
  const { supplier, bank, number, date, total, vat, currency } = input
  const text = invoicePayload({ payee: supplier, bank, number, date, sum: total, vat, currency })
  if (!text) return null
  const { size, path } = qr(text)
  // Digits and letters of a path alone, made by ourselves.
  const code = trustedHtml(`<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`)
  return html`<div class="pay">${code}<p><b>${say(words.payByQr, locale)}</b>${say(words.payByQrText, locale)}</p></div>`
}

function closing(input: InvoiceInput, locale: Locale): Html {
  const sum = formatMoney(input.total, input.currency, locale).text
  return html`<div class="close"><p class="words">${say(words.count, locale, { count: input.lines.length, sum })}<b>${sumInWords(input.total, input.currency, locale)}</b></p>
${input.comment ? html`<p>${input.comment}</p>` : null}
${payment(input, locale)}
<div class="signs">${signature(say(words.director, locale), input.director)}${signature(say(words.accountant, locale), input.accountant)}</div></div>`
}
