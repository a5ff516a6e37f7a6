import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishNumber, russianNumber } from '@/src/lib/numerals'
import { pluralEn, pluralRu, sumInWords } from '@/src/lib/words'

describe('sumInWords', () => {
  it.each([
    [18_240_000, 'Сто восемьдесят две тысячи четыреста рублей 00 копеек'],
    [0, 'Ноль рублей 00 копеек'],
    [1, 'Ноль рублей 01 копейка'],
    [102, 'Один рубль 02 копейки'],
    [211, 'Два рубля 11 копеек'],
    [1_200, 'Двенадцать рублей 00 копеек'],
    [2_100, 'Двадцать один рубль 00 копеек'],
    [100_000, 'Одна тысяча рублей 00 копеек'],
    [200_005, 'Две тысячи рублей 05 копеек'],
    [1_100_021, 'Одиннадцать тысяч рублей 21 копейка'],
    [100_000_100, 'Один миллион один рубль 00 копеек'],
    [200_000_000_000, 'Два миллиарда рублей 00 копеек'],
    [111_411_199, 'Один миллион сто четырнадцать тысяч сто одиннадцать рублей 99 копеек'],
    [-50_000, 'Минус пятьсот рублей 00 копеек'],
  ])('%i kopecks', (amount, text) => expect(sumInWords(amount, 'RUB', 'ru')).toBe(text))

  it('knows other currencies and survives unknown ones', () => {
    expect(sumInWords(200, 'USD', 'ru')).toBe('Два доллара США 00 центов')
    expect(sumInWords(18_240_000, 'EUR', 'en')).toBe('One hundred eighty-two thousand four hundred euros 00 cents')
    expect(sumInWords(100, 'USD', 'en')).toBe('One US dollar 00 cents')
    expect(sumInWords(205, 'XTS', 'ru')).toBe('Два XTS 05/100')
    expect(sumInWords(-205, 'toString', 'en')).toBe('Minus two toString 05/100')
    expect(() => sumInWords(1.5, 'RUB', 'ru')).toThrow(RangeError)
  })
})

describe('numerals', () => {
  it('two numbers never share their words', () => {
    const value = fc.integer({ min: 0, max: 90_071_992_547_409 })
    fc.assert(fc.property(value, value, (a, b) => (a === b) === (russianNumber(a) === russianNumber(b))))
    fc.assert(fc.property(value, value, (a, b) => (a === b) === (englishNumber(a) === englishNumber(b))))
  })
  it('all numbers up to 9999 differ and have no double spaces', () => {
    const all = Array.from({ length: 10_000 }, (_, n) => russianNumber(n))
    expect(new Set(all).size).toBe(10_000)
    expect(all.filter((text) => /\s\s|^\s|\s$|undefined/.test(text))).toEqual([])
  })
})

describe('plurals', () => {
  it('agree with the rules of CLDR for every whole number up to 1000', () => {
    const rules = new Intl.PluralRules('ru')
    const forms = { one: 'one', few: 'few', many: 'many' } as Record<string, string>
    for (let n = 0; n <= 1_000; n += 1) expect(pluralRu(n, ['one', 'few', 'many']), String(n)).toBe(forms[rules.select(n)])
  })
  it('English', () => expect([0, 1, 2].map((n) => pluralEn(n, ['order', 'orders']))).toEqual(['orders', 'order', 'orders']))
})
