import { formatDecimal } from '@/src/lib/decimal'
import type { OutgoingDiscount } from './outgoing'
import type { NamedValue } from './records'
import { MONEY_PLACES } from './values'
import { xmlElement, truncate, tag } from './xml-text'

/** Lengths that the schema allows (НаименованиеТип, ЗначениеТип, КомментарийТип). */
export const NAME_LENGTH = 255
export const COMMENT_LENGTH = 3000
const VALUE_LENGTH = 1000

export function requisitesXml(values: NamedValue[]): string {
  return xmlElement(
    'ЗначенияРеквизитов',
    ...values.map(({ name, value }) =>
      xmlElement(
        'ЗначениеРеквизита',
        tag('Наименование', truncate(name, NAME_LENGTH)),
        tag('Значение', truncate(value, VALUE_LENGTH)),
      ),
    ),
  )
}

/** Скидки; `included` says that the sum beside them has them already. */
export function discountsXml(discounts: OutgoingDiscount[], included: boolean): string {
  return xmlElement(
    'Скидки',
    ...discounts.map((one) =>
      xmlElement(
        'Скидка',
        tag('Наименование', truncate(one.name, NAME_LENGTH)),
        tag('Сумма', formatDecimal(one.sum, MONEY_PLACES, MONEY_PLACES)),
        one.percent ? tag('Процент', one.percent) : '',
        tag('УчтеноВСумме', String(included)),
      ),
    ),
  )
}
