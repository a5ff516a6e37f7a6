import { z } from 'zod'
import { fullDate } from '@/src/lib/dates'
import { html, type Html } from '@/src/lib/html'
import { say, type Locale } from '@/src/lib/i18n'
import { unitText } from '@/src/lib/unitWords'
import { defineForm } from '../form'
import { facts, pageFooter, sheet, signature, table } from '../layout'
import { dayInput, fileNameOf, lineInput, partyInput, partyLine, qtyText, sumInput, sumText } from './parts'
import { updLabels as words } from './upd-ru.labels'

const updInput = z.object({
  number: z.string(),
  date: dayInput,
  seller: partyInput,
  buyer: partyInput,
  basis: z.string().optional(),
  currency: z.string(),
  /** `vat`: inside the total of the line, minor units; `rate`: percent, null is «без НДС» */
  lines: z.array(lineInput.extend({ vat: sumInput, rate: z.number().nullable() })).min(1),
  total: sumInput,
  vat: sumInput,
  director: z.string().optional(),
  accountant: z.string().optional(),
})
export type UpdInput = z.infer<typeof updInput>

/**
 * УПД of status 1, a VAT invoice and a transfer document in one: parties, lines with the tax of each, signatures of both
 * sides. Its columns are those of the form recommended by the letter of the tax service ММВ-20-3/96@ that a reader needs.
 */
export const updForm = defineForm<UpdInput>({
  name: 'upd',
  input: updInput,
  render(input, locale) {
    const title = say(words.title, locale, { number: input.number, date: fullDate(input.date, locale) })
    return {
      html: sheet({
        locale,
        title,
        subtitle: say(words.status, locale),
        body: html`${parties(input, locale)}${lines(input, locale)}${signs(input, locale)}`,
      }),
      footer: pageFooter(locale, title),
      landscape: true,
      fileName: fileNameOf(title),
    }
  },
})

function parties(input: UpdInput, locale: Locale): Html {
  return facts([
    [say(words.seller, locale), partyLine(input.seller)],
    [say(words.shipper, locale), say(words.same, locale)],
    [say(words.buyer, locale), partyLine(input.buyer)],
    [say(words.basis, locale), input.basis],
    [say(words.currency, locale), input.currency],
  ])
}

function lines(input: UpdInput, locale: Locale): Html {
  const sum = (amount: number): string => sumText(amount, locale)
  return table(
    [
      { title: say(words.row, locale), kind: 'tight', cell: (_line, index) => index + 1 },
      { title: say(words.article, locale), width: '12%', cell: (line) => line.article },
      { title: say(words.name, locale), cell: (line) => line.name },
      { title: say(words.unit, locale), kind: 'tight', cell: (line) => unitText(line.unit, locale) },
      { title: say(words.qty, locale), kind: 'num', cell: (line) => qtyText(line.qty, locale) },
      { title: say(words.net, locale), kind: 'num', cell: (line) => sum(line.total - line.vat) },
      {
        title: say(words.rate, locale),
        kind: 'num',
        cell: (line) => (line.rate === null ? say(words.noVat, locale) : `${line.rate} %`),
      },
      { title: say(words.tax, locale), kind: 'num', cell: (line) => sum(line.vat) },
      { title: say(words.gross, locale), kind: 'num', cell: (line) => sum(line.total) },
    ],
    input.lines,
    html`<tr><td colspan="5" class="num">${say(words.total, locale)}</td><td class="num">${sum(input.total - input.vat)}</td><td></td><td class="num">${sum(input.vat)}</td><td class="num">${sum(input.total)}</td></tr>`,
  )
}

function signs({ director, accountant }: UpdInput, locale: Locale): Html {
  return html`<div class="close"><div class="signs">${signature(say(words.director, locale), director)}${signature(say(words.accountant, locale), accountant)}${signature(say(words.handedOver, locale))}${signature(say(words.received, locale))}</div></div>`
}
