import { humanDate } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { moneyText } from '../money/Money'
import { listLabels } from './list.labels'
import type { FilterSpec, FilterValue } from '@/src/lib/lists/listSpec'

/** What a chip says about its value: «Склад: Химки», «с 1 окт», «от 1 000 ₽». */
export function filterWords(spec: FilterSpec, value: FilterValue, locale: Locale, currency = 'RUB'): string {
  const name = say(spec.label, locale)
  switch (value.kind) {
    case 'flag':
      return name
    case 'text':
      return `${name}: ${value.text}`
    case 'select': {
      const words = value.values.map((one) => optionWords(spec, one, locale))
      const shown =
        words.length > 2
          ? say(listLabels.chosen, locale, { first: words[0], rest: words.length - 1 })
          : words.join(', ')
      return `${name}: ${shown}`
    }
    case 'dates':
      return joined(
        listLabels.from,
        listLabels.to,
        value.from && humanDate(value.from, locale),
        value.to && humanDate(value.to, locale),
        locale,
      )
    case 'sum':
      return joined(
        listLabels.sumFrom,
        listLabels.sumTo,
        value.from === undefined ? '' : moneyText(value.from, currency, locale),
        value.to === undefined ? '' : moneyText(value.to, currency, locale),
        locale,
      )
  }
}

export function labelWords(label: Text | string, locale: Locale): string {
  return typeof label === 'string' ? label : say(label, locale)
}

function optionWords(spec: FilterSpec, value: string, locale: Locale): string {
  const option = spec.kind === 'select' ? spec.options.find((one) => one.value === value) : undefined
  return option ? labelWords(option.label, locale) : value
}

function joined(from: Text, to: Text, first: string | undefined, last: string | undefined, locale: Locale): string {
  return [first && `${say(from, locale)} ${first}`, last && `${say(to, locale)} ${last}`].filter(Boolean).join(' ')
}
