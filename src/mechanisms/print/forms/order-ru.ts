import { z } from 'zod'
import { fullDate } from '@/src/lib/dates'
import { html, type Html } from '@/src/lib/html'
import { say, type Locale } from '@/src/lib/i18n'
import { sumInWords } from '@/src/lib/words'
import { unitText } from '@/src/lib/unitWords'
import { defineForm } from '../form'
import { facts, pageFooter, sheet, signature, table } from '../layout'
import { orderFormLabels as words } from './order-ru.labels'
import { dayInput, fileNameOf, lineInput, partyInput, partyLine, priceText, qtyText, sumInput, sumText } from './parts'

const orderInput = z.object({
  number: z.string(),
  date: dayInput,
  supplier: partyInput,
  buyer: partyInput,
  contract: z.string().optional(),
  /** the word for the state, in the language of the paper */
  status: z.string().optional(),
  delivery: z.string().optional(),
  address: z.string().optional(),
  wantedDate: dayInput.optional(),
  manager: z.string().optional(),
  comment: z.string().optional(),
  currency: z.string(),
  lines: z.array(lineInput),
  total: sumInput,
  vat: sumInput.nullable(),
})
export type OrderFormInput = z.infer<typeof orderInput>

/** Бланк заказа: who, to where, what, for how much; a line to sign for either side. */
export const orderForm = defineForm<OrderFormInput>({
  name: 'order',
  input: orderInput,
  render(input, locale) {
    const title = say(words.title, locale, { number: input.number, date: fullDate(input.date, locale) })
    return {
      html: sheet({
        locale,
        title,
        body: html`${head(input, locale)}${lines(input, locale)}${closing(input, locale)}`,
      }),
      footer: pageFooter(locale, title),
      fileName: fileNameOf(title),
    }
  },
})

function head(input: OrderFormInput, locale: Locale): Html {
  return facts([
    [say(words.supplier, locale), partyLine(input.supplier)],
    [say(words.buyer, locale), partyLine(input.buyer)],
    [say(words.contract, locale), input.contract],
    [say(words.status, locale), input.status],
    [say(words.delivery, locale), input.delivery],
    [say(words.address, locale), input.address],
    [say(words.wanted, locale), input.wantedDate && fullDate(input.wantedDate, locale)],
    [say(words.manager, locale), input.manager],
    [say(words.comment, locale), input.comment],
  ])
}

function lines(input: OrderFormInput, locale: Locale): Html {
  const total = (label: string, value: string) =>
    html`<tr><td colspan="6" class="num">${label}</td><td class="num">${value}</td></tr>`
  return table(
    [
      { title: say(words.row, locale), kind: 'tight', cell: (_line, index) => index + 1 },
      { title: say(words.article, locale), width: '14%', cell: (line) => line.article },
      { title: say(words.name, locale), cell: (line) => line.name },
      { title: say(words.qty, locale), kind: 'num', cell: (line) => qtyText(line.qty, locale) },
      { title: say(words.unit, locale), kind: 'tight', cell: (line) => unitText(line.unit ?? '', locale) },
      { title: say(words.price, locale), kind: 'num', cell: (line) => priceText(line.price, locale) },
      { title: say(words.sum, locale), kind: 'num', cell: (line) => sumText(line.total, locale) },
    ],
    input.lines,
    [
      total(say(words.total, locale), sumText(input.total, locale)),
      input.vat === null ? null : total(say(words.vat, locale), sumText(input.vat, locale)),
    ],
  )
}

function closing(input: OrderFormInput, locale: Locale): Html {
  return html`<div class="close"><p class="words"><b>${sumInWords(input.total, input.currency, locale)}</b></p>
<div class="signs">${signature(say(words.ordered, locale))}${signature(say(words.accepted, locale))}</div></div>`
}
