import { describe, expect, it } from 'vitest'
import {
  isAccount, isBik, isCorrAccount, isInn, isKpp, isOgrn, isOgrnip, isSnils, normalisePhone, onlyDigits,
} from '@/src/lib/checks'

/** Every text that differs in one digit, with the place of the change. */
function mutations(text: string): string[] {
  return Array.from(text).flatMap((digit, at) =>
    Array.from('0123456789').filter((other) => other !== digit).map((other) => text.slice(0, at) + other + text.slice(at + 1)),
  )
}

describe('valid examples', () => {
  it.each(['7707083893', '500100732259', '7728168971', '5024002077'])('ИНН %s', (inn) => expect(isInn(inn)).toBe(true))
  it.each(['500100732202', '500100732266', '500100732252'])('%s is no ИНН: each of its two check digits is asked', (inn) => expect(isInn(inn)).toBe(false))
  it('ОГРН, ОГРНИП, СНИЛС, accounts', () => {
    expect(isOgrn('1027700132195')).toBe(true)
    expect(isOgrnip('304500116000157')).toBe(true)
    expect(isSnils('11223344595')).toBe(true)
    expect(isAccount('40702810200000000001', '044525225')).toBe(true)
    expect(isCorrAccount('30101810400000000225', '044525225')).toBe(true)
  })
  it('СНИЛС whose sum is 100 or 101 ends in 00', () => {
    expect(isSnils('08765430200')).toBe(true) // Σ = 8·8+7·7+6·6+5·5+4·4+3·3+2·1 = 201 = 100 mod 101
    expect(isSnils('08765430201')).toBe(false)
  })
})

describe('one wrong digit', () => {
  // Modulo 11 (13) then modulo 10 folds 10 onto 0 (11 onto 1, 12 onto 2): only those pairs may slip through.
  const folds = (modulo: number, before: number, after: number) => before % 10 === after % 10 && Math.max(before, after) >= 10 && Math.max(before, after) < modulo
  const weigh = (text: string, weights: number[]) => weights.reduce((sum, weight, i) => sum + weight * Number(text[i]), 0)

  it('ИНН of a company: caught unless the remainder folds', () => {
    const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
    const valid = '7707083893'
    for (const wrong of mutations(valid)) {
      const slips = wrong[9] === valid[9] && folds(11, weigh(valid, weights) % 11, weigh(wrong, weights) % 11)
      expect(isInn(wrong), wrong).toBe(slips)
    }
  })

  it('ИНН of a person: two check digits', () => {
    const first = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
    const second = [3, ...first]
    const valid = '500100732259'
    for (const wrong of mutations(valid)) {
      const slips = wrong.slice(10) === valid.slice(10)
        && (weigh(wrong, first) % 11) % 10 === Number(valid[10])
        && folds(11, weigh(valid, second) % 11, weigh(wrong, second) % 11)
      expect(isInn(wrong), wrong).toBe(slips)
    }
  })

  it.each([
    ['ОГРН', isOgrn, '1027700132195', 11],
    ['ОГРНИП', isOgrnip, '304500116000157', 13],
  ] as const)('%s: caught unless the remainder folds', (_name, check, valid, modulo) => {
    const rest = (text: string) => Number(BigInt(text.slice(0, -1)) % BigInt(modulo))
    for (const wrong of mutations(valid)) {
      const slips = wrong.at(-1) === valid.at(-1) && folds(modulo, rest(valid), rest(wrong))
      expect(check(wrong), wrong).toBe(slips)
    }
  })

  it('СНИЛС: always caught', () => {
    for (const wrong of mutations('11223344595')) expect(isSnils(wrong), wrong).toBe(false)
  })

  it('accounts: always caught', () => {
    for (const wrong of mutations('40702810200000000001')) expect(isAccount(wrong, '044525225'), wrong).toBe(false)
    for (const wrong of mutations('30101810400000000225')) expect(isCorrAccount(wrong, '044525225'), wrong).toBe(false)
  })
})

describe('forms', () => {
  it('refuses other lengths, spaces, letters, other scripts, zeros', () => {
    for (const wrong of ['', '770708389', '77070838931', '7707083893 ', '770708389a', '٧٧٠٧٠٨٣٨٩٣', '0000000000', '000000000000']) {
      expect(isInn(wrong), wrong).toBe(false)
    }
    expect(isOgrn('0000000000000')).toBe(false)
    expect(isOgrnip('000000000000000')).toBe(false)
    expect(isSnils('00000000000')).toBe(false)
    expect(isAccount('0'.repeat(20), '044525225')).toBe(false)
    expect(isAccount('40702810200000000001', '04452522')).toBe(false)
  })

  it('КПП and БИК', () => {
    expect(isKpp('770701001')).toBe(true)
    expect(isKpp('7707AZ001')).toBe(true)
    expect(isKpp('7707az001')).toBe(false)
    expect(isKpp('77070100')).toBe(false)
    expect(isBik('044525225')).toBe(true)
    expect(isBik('44525225')).toBe(false)
  })

  it('an account in a cash centre follows the correspondent rule', () => {
    const bik = '044525000'
    const fits = Array.from('0123456789').map((key) => `40302810${key}00000000001`).filter((account) => isAccount(account, bik))
    expect(fits).toHaveLength(1)
    expect(isCorrAccount(fits[0] ?? '', bik)).toBe(true)
  })
})

describe('phones', () => {
  it.each([
    ['8 (903) 123-45-67', '+79031234567'], ['+7 903 123 45 67', '+79031234567'], ['9031234567', '+79031234567'],
    ['+375 29 123-45-67', '+375291234567'], ['+1 212 555 0100', '+12125550100'], ['8 495 123-45-67 доб. 12', '+74951234567'],
  ])('%s -> %s', (text, phone) => expect(normalisePhone(text)).toBe(phone))

  it.each(['', '123', 'телефон', '8 903 123-45', '+7 000 000 00 00', '9'.repeat(70)])('%j is no phone', (text) => expect(normalisePhone(text)).toBeNull())

  it('is stable', () => expect(normalisePhone(normalisePhone('8 (903) 123-45-67') ?? '')).toBe('+79031234567'))
  it('keeps digits only', () => expect(onlyDigits('112-233-445 95')).toBe('11223344595'))
})
