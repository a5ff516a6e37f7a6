import { formatDecimal } from '@/src/lib/decimal'
import { lineId, type OutgoingLine } from './outgoing'
import { discountsXml, NAME_LENGTH, requisitesXml } from './requisite-xml'
import { MONEY_PLACES, PRICE_PLACES, QTY_PLACES } from './values'
import { xmlElement, truncate, tag } from './xml-text'

/** Товар of an order. 3.1 spells the unit as an element and the price «Цена». */
export function lineXml(line: OutgoingLine, third: boolean): string {
  const kind = line.service ? 'Услуга' : 'Товар'
  const requisites = requisitesXml([
    { name: 'ВидНоменклатуры', value: kind },
    { name: 'ТипНоменклатуры', value: kind },
    ...(line.requisites ?? []),
  ])
  const id = lineId(line)
  const key =
    (id === null ? '' : tag('Ид', id)) + (line.article ? tag('Артикул', truncate(line.article, NAME_LENGTH)) : '')
  const name = tag('Наименование', truncate(line.name, NAME_LENGTH))
  const price = formatDecimal(line.price, PRICE_PLACES, MONEY_PLACES)
  const qty = tag('Количество', formatDecimal(line.qty, QTY_PLACES))
  const total = tag('Сумма', formatDecimal(line.total, MONEY_PLACES, MONEY_PLACES))
  const discounts = discountsXml(line.discounts ?? [], true)
  const one = tag('Коэффициент', '1')

  const body = third
    ? [
        key,
        name,
        ratesXml(line),
        requisites,
        thirdUnit(line),
        one,
        qty,
        tag('Цена', price),
        total,
        taxesXml(line),
        discounts,
      ]
    : [
        key,
        name,
        baseUnit(line),
        ratesXml(line),
        requisites,
        tag('ЦенаЗаЕдиницу', price),
        qty,
        total,
        shortUnit(line),
        one,
        taxesXml(line),
        discounts,
      ]
  return xmlElement('Товар', ...body)
}

const PIECES = { code: '796', name: 'шт', fullName: 'Штука', intl: 'PCE' }

function unitOf(line: OutgoingLine): {
  code?: string | null
  name: string
  fullName?: string | null
  intl?: string | null
} {
  return line.unit ?? PIECES
}

function baseUnit(line: OutgoingLine): string {
  const { code, name, fullName, intl } = unitOf(line)
  return tag('БазоваяЕдиница', name, {
    Код: code,
    НаименованиеПолное: fullName,
    МеждународноеСокращение: intl && truncate(intl, 3),
  })
}

/** The schema wants a code of 3 or 4 digits here. */
function shortUnit(line: OutgoingLine): string {
  const { code } = unitOf(line)
  return code && /^\d{3,4}$/.test(code) ? tag('Единица', code) : ''
}

function thirdUnit(line: OutgoingLine): string {
  const { code, name, fullName } = unitOf(line)
  return xmlElement(
    'Единица',
    tag('Ид', code),
    tag('НаименованиеКраткое', name),
    tag('Код', code),
    tag('НаименованиеПолное', fullName),
  )
}

const HUNDREDTHS = 100

function rateText(rate: number | null): string {
  return rate === null ? 'Без НДС' : formatDecimal(Math.round(rate * HUNDREDTHS), 2)
}

function ratesXml(line: OutgoingLine): string {
  if (line.vatRate === undefined) return ''
  return xmlElement(
    'СтавкиНалогов',
    xmlElement('СтавкаНалога', tag('Наименование', 'НДС'), tag('Ставка', rateText(line.vatRate))),
  )
}

function taxesXml(line: OutgoingLine): string {
  if (line.vatRate === undefined || line.vatSum === null || line.vatSum === undefined) return ''
  const tax = [
    tag('Наименование', 'НДС'),
    tag('УчтеноВСумме', String(line.vatIncluded ?? true)),
    tag('Сумма', formatDecimal(line.vatSum, MONEY_PLACES, MONEY_PLACES)),
    tag('Ставка', rateText(line.vatRate)),
  ]
  return xmlElement('Налоги', xmlElement('Налог', ...tax))
}
