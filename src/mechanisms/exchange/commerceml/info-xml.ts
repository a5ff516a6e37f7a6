import { xmlElement, tag, xmlBytes, type XmlEncoding } from './xml-text'

export type InfoItem = { id: string; name: string }

export type ExchangeInfo = {
  statuses: InfoItem[]
  /** `type` is 1C's kind of payment («Наличная», «Безналичная»), empty when unknown. */
  paymentSystems: (InfoItem & { type?: string | null })[]
  deliveryServices: InfoItem[]
}

/** Bitrix, whose answer 1C was written against, spells this element with a Latin C; others read the Russian word. */
const STATUSES_AS_BITRIX = 'C\u0442\u0430\u0442\u0443\u0441\u044b'

/** The answer to `sale/info`: what an administrator of 1C maps its own states, payments and deliveries to. */
export function infoXml(info: ExchangeInfo, encoding: XmlEncoding = 'utf-8'): Buffer {
  const items = (list: InfoItem[]): string[] =>
    list.map((one) => xmlElement('Элемент', tag('Ид', one.id), tag('Название', one.name)))
  const payments = info.paymentSystems.map((one) =>
    xmlElement('Элемент', tag('Ид', one.id), tag('Название', one.name), tag('ТипОплаты', one.type ?? '')),
  )
  const body = [
    xmlElement('Статусы', ...items(info.statuses)),
    xmlElement(STATUSES_AS_BITRIX, ...items(info.statuses)),
    xmlElement('ПлатежныеСистемы', ...payments),
    xmlElement('СлужбыДоставки', ...items(info.deliveryServices)),
  ].join('')
  return xmlBytes(`<Справочник>\n${body}</Справочник>\n`, encoding)
}
