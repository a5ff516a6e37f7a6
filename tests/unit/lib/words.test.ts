import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishNumber, russianGenitive, russianNumber } from '@/src/lib/numerals'
import { countInWords, dayInWords, pluralEn, pluralRu, sumInWords } from '@/src/lib/words'

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
    expect(() => sumInWords(1.5, 'RUB', 'ru')).toThrow('a whole number was expected, got 1.5')
    expect(sumInWords(0, 'RUB', 'en')).toBe('Zero roubles 00 kopecks')
    expect(sumInWords(100, 'XTS', 'ru')).toBe('Один XTS 00/100')
  })
})

describe('numerals', () => {
  it.each([
    [0, 'ноль', 'zero'],
    [1, 'один', 'one'],
    [10, 'десять', 'ten'],
    [12, 'двенадцать', 'twelve'],
    [20, 'двадцать', 'twenty'],
    [21, 'двадцать один', 'twenty-one'],
    [100, 'сто', 'one hundred'],
    [110, 'сто десять', 'one hundred ten'],
    [119, 'сто девятнадцать', 'one hundred nineteen'],
    [120, 'сто двадцать', 'one hundred twenty'],
    [345, 'триста сорок пять', 'three hundred forty-five'],
    [1_000, 'одна тысяча', 'one thousand'],
    [2_002, 'две тысячи два', 'two thousand two'],
    [4_000, 'четыре тысячи', 'four thousand'],
    [5_000, 'пять тысяч', 'five thousand'],
    [10_000, 'десять тысяч', 'ten thousand'],
    [11_000, 'одиннадцать тысяч', 'eleven thousand'],
    [14_000, 'четырнадцать тысяч', 'fourteen thousand'],
    [15_000, 'пятнадцать тысяч', 'fifteen thousand'],
    [21_000, 'двадцать одна тысяча', 'twenty-one thousand'],
    [110_000, 'сто десять тысяч', 'one hundred ten thousand'],
    [125_000, 'сто двадцать пять тысяч', 'one hundred twenty-five thousand'],
    [1_000_000, 'один миллион', 'one million'],
    [3_000_004, 'три миллиона четыре', 'three million four'],
    [2_000_000_000_000, 'два триллиона', 'two trillion'],
    [9_007_000_000_000_000, 'девять квадриллионов семь триллионов', 'nine quadrillion seven trillion'],
  ])('%i: %s, %s', (value, ru, en) => {
    expect(russianNumber(value)).toBe(ru)
    expect(englishNumber(value)).toBe(en)
  })

  it('agree with what is counted', () => {
    expect([1, 2, 21, 11, 1_001, 3].map((value) => russianNumber(value, 'f'))).toEqual([
      'одна',
      'две',
      'двадцать одна',
      'одиннадцать',
      'одна тысяча одна',
      'три',
    ])
    expect([1, 2].map((value) => russianNumber(value, 'm'))).toEqual(['один', 'два'])
  })

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
    for (let n = 0; n <= 1_000; n += 1)
      expect(pluralRu(n, ['one', 'few', 'many']), String(n)).toBe(forms[rules.select(n)])
  })
  it('English', () =>
    expect([0, 1, 2].map((n) => pluralEn(n, ['order', 'orders']))).toEqual(['orders', 'order', 'orders']))
})

describe('days and counts in words', () => {
  it.each([
    ['2026-11-27', 'двадцать седьмое ноября две тысячи двадцать шестого года', 'двадцать седьмого ноября'],
    ['2000-01-03', 'третье января двухтысячного года', 'третьего января'],
    ['1999-12-31', 'тридцать первое декабря тысяча девятьсот девяносто девятого года', 'тридцать первого декабря'],
    ['1900-05-20', 'двадцатое мая тысяча девятисотого года', 'двадцатого мая'],
    ['2030-02-12', 'двенадцатое февраля две тысячи тридцатого года', 'двенадцатого февраля'],
    ['2011-06-30', 'тридцатое июня две тысячи одиннадцатого года', 'тридцатого июня'],
  ])('[CONTR-02] %s', (day, words, genitive) => {
    expect(dayInWords(day)).toBe(words)
    expect(dayInWords(day, 'genitive')).toMatch(new RegExp(`^${genitive} `))
  })

  it('[CONTR-02] is no guess at what is no day', () => {
    for (const day of ['2026-13-01', '2026-00-10', '2026-01-32', '1899-01-01', '2100-01-01', '27.11.2026', ''])
      expect(() => dayInWords(day)).toThrow(RangeError)
  })

  it.each([
    [1, 'm', 'одного'],
    [1, 'f', 'одной'],
    [14, 'm', 'четырнадцати'],
    [40, 'm', 'сорока'],
    [95, 'm', 'девяноста пяти'],
    [365, 'm', 'трёхсот шестидесяти пяти'],
    [1_001, 'm', 'одной тысячи одного'],
    [21_000, 'm', 'двадцати одной тысячи'],
    [11_400, 'm', 'одиннадцати тысяч четырёхсот'],
    [0, 'm', 'ноля'],
  ] as const)('[CONTR-02] %i in the genitive (%s)', (value, gender, words) =>
    expect(russianGenitive(value, gender)).toBe(words),
  )

  it('[CONTR-02] a count stands both ways', () => {
    expect(countInWords(14, ['день', 'дня', 'дней'])).toBe('14 (четырнадцать) дней')
    expect(countInWords(2, ['неделя', 'недели', 'недель'], { gender: 'f' })).toBe('2 (две) недели')
    expect(countInWords(21, ['дня', 'дней', 'дней'], { genitive: true })).toBe('21 (двадцати одного) дня')
    expect(() => russianGenitive(1_000_000)).toThrow(RangeError)
    expect(() => russianGenitive(1.5)).toThrow(RangeError)
  })
})
