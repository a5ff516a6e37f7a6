import { describe, expect, it } from 'vitest'
import { currencyCode } from '@/src/lib/currencies'

describe('currencies by all the ways they are written', () => {
  it.each([
    ['RUB', ['RUB', 'rub', ' руб. ', 'Руб', 'р.', '₽', 'RUR', '643', '810', 'Российский рубль', 'рос. руб.']],
    ['USD', ['USD', '840', '$', 'Доллар США', 'дол. США', 'долл.']],
    ['EUR', ['EUR', '978', '€', 'Евро', 'евро']],
    ['KZT', ['398', 'тенге', '₸', 'KZT']],
    ['BYN', ['933', 'BYN', 'бел. руб.', 'Белорусский рубль']],
    ['CNY', ['156', 'CNY', 'Юань']],
    ['UAH', ['грн', 'грн.', '980', 'UAH']],
    ['AMD', ['051', 'драм']],
    ['KRW', ['южнокорёйская вона', 'ЮЖНОКОРЕЙСКАЯ\u00a0ВОНА']],
  ])('%s', (code, names) => {
    expect(names.map(currencyCode)).toEqual(names.map(() => code))
  })

  it.each(['у.е.', 'уе', 'XXX', 'ABC', 'крона', 'манат', '', '1', '0', 'рублики', 'constructor', '__proto__'])(
    '%j is none',
    (name) => {
      expect(currencyCode(name)).toBeNull()
    },
  )
})
