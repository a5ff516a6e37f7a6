import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isAccount,
  isBik,
  isCorrAccount,
  isInn,
  isKpp,
  isOgrn,
  isOgrnip,
  isSnils,
  normalisePhone,
  onlyDigits,
} from '@/src/lib/checks'

/** Every text that differs in one digit, with the place of the change. */
function mutations(text: string): string[] {
  return Array.from(text).flatMap((digit, at) =>
    Array.from('0123456789')
      .filter((other) => other !== digit)
      .map((other) => text.slice(0, at) + other + text.slice(at + 1)),
  )
}

describe('valid examples', () => {
  it.each(['7707083893', '500100732259', '7728168971', '5024002077'])('ИНН %s', (inn) => expect(isInn(inn)).toBe(true))
  it.each(['500100732202', '500100732266', '500100732252'])(
    '%s is no ИНН: each of its two check digits is asked',
    (inn) => expect(isInn(inn)).toBe(false),
  )
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

describe('any number with the check digits that its rule gives it', () => {
  const digits = (length: number) =>
    fc
      .string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
      .filter((text) => !/^0+$/.test(text))
  const byWeights = (text: string, weights: number[]) =>
    String((weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11) % 10)
  const byModulo = (text: string, modulo: bigint) => String((BigInt(text) % modulo) % 10n)
  /** Neither longer nor shorter, and no other last digit. */
  const holds = (check: (text: string) => boolean, valid: string) => {
    expect(check(valid), valid).toBe(true)
    for (const digit of '0123456789') {
      expect(check(valid + digit), valid + digit).toBe(false)
      expect(check(digit + valid), digit + valid).toBe(false)
      expect(check(valid.slice(0, -1) + digit)).toBe(digit === valid.at(-1))
    }
  }

  it('ИНН of a company', () => {
    fc.assert(fc.property(digits(9), (head) => holds(isInn, head + byWeights(head, [2, 4, 10, 3, 5, 9, 4, 6, 8]))))
  })

  it('ИНН of a person, of which both digits count', () => {
    const second = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
    fc.assert(
      fc.property(digits(10), fc.nat({ max: 9 }), (head, other) => {
        const first = byWeights(head, second.slice(1))
        holds(isInn, head + first + byWeights(head + first, second))
        const wrong = head + String(other)
        expect(isInn(wrong + byWeights(wrong, second))).toBe(String(other) === first)
      }),
    )
  })

  it('ОГРН and ОГРНИП', () => {
    fc.assert(fc.property(digits(12), (head) => holds(isOgrn, head + byModulo(head, 11n))))
    fc.assert(fc.property(digits(14), (head) => holds(isOgrnip, head + byModulo(head, 13n))))
  })

  it('БИК', () => {
    for (const wrong of ['0445252255', '1044525225', '04452522x']) expect(isBik(wrong), wrong).toBe(false)
    expect(isKpp('7707010011')).toBe(false)
    expect(isKpp('1770701001')).toBe(false)
    expect(isSnils('112233445095')).toBe(false)
  })

  it('an account: its key is that of its bank, by the last three digits or, in a cash centre, by the two before', () => {
    fc.assert(
      fc.property(digits(19), digits(9), (rest, bik) => {
        const accounts = Array.from('0123456789').map((key) => rest.slice(0, 8) + key + rest.slice(8))
        const fits = accounts.filter((account) => isAccount(account, bik))
        expect(fits).toHaveLength(1)
        const [valid = ''] = fits
        expect(isAccount(valid, bik.slice(1))).toBe(false)
        expect(isAccount(`${valid}0`, bik)).toBe(false)
        expect(accounts.some((account) => isAccount(`0${account}`, bik))).toBe(false)
        expect(isCorrAccount(valid, bik) || !/00[012]$/.test(bik)).toBe(true)
      }),
    )
  })

  it('an account in a bank whose БИК has the sign of a cash centre elsewhere', () => {
    const account = '40702810200000000001'
    expect(isAccount(account, '040012225')).toBe(true)
    expect(isAccount(account, '044525001')).toBe(false)
  })

  it('nothing but zeros is no account, whatever the key says', () => {
    expect(isAccount('0'.repeat(20), '044500000')).toBe(false)
    expect(isCorrAccount('0'.repeat(20), '040000225')).toBe(false)
    expect(isAccount('4070281020000000000x', '044525225')).toBe(false)
  })

  it('an account without a БИК cannot be told', () =>
    expect(isAccount('40702810200000000001', 'xxxxxx225')).toBe(false))
})

describe('one wrong digit', () => {
  // Modulo 11 (13) then modulo 10 folds 10 onto 0 (11 onto 1, 12 onto 2): only those pairs may slip through.
  const folds = (modulo: number, before: number, after: number) =>
    before % 10 === after % 10 && Math.max(before, after) >= 10 && Math.max(before, after) < modulo
  const weigh = (text: string, weights: number[]) =>
    weights.reduce((sum, weight, i) => sum + weight * Number(text[i]), 0)

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
      const slips =
        wrong.slice(10) === valid.slice(10) &&
        (weigh(wrong, first) % 11) % 10 === Number(valid[10]) &&
        folds(11, weigh(valid, second) % 11, weigh(wrong, second) % 11)
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
    for (const wrong of [
      '',
      '770708389',
      '77070838931',
      '7707083893 ',
      '770708389a',
      '٧٧٠٧٠٨٣٨٩٣',
      '0000000000',
      '000000000000',
    ]) {
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
    const fits = Array.from('0123456789')
      .map((key) => `40302810${key}00000000001`)
      .filter((account) => isAccount(account, bik))
    expect(fits).toHaveLength(1)
    expect(isCorrAccount(fits[0] ?? '', bik)).toBe(true)
  })
})

describe('phones', () => {
  it.each([
    ['8 (903) 123-45-67', '+79031234567'],
    ['+7 903 123 45 67', '+79031234567'],
    ['9031234567', '+79031234567'],
    ['+375 29 123-45-67', '+375291234567'],
    ['+1 212 555 0100', '+12125550100'],
    ['8 495 123-45-67 доб. 12', '+74951234567'],
  ])('%s -> %s', (text, phone) => expect(normalisePhone(text)).toBe(phone))

  it.each(['', '123', 'телефон', '8 903 123-45', '+7 000 000 00 00', '9'.repeat(70)])('%j is no phone', (text) =>
    expect(normalisePhone(text)).toBeNull(),
  )

  it('takes at most sixty characters', () => {
    expect(normalisePhone('+79031234567'.padEnd(60))).toBe('+79031234567')
    expect(normalisePhone('+79031234567'.padEnd(61))).toBeNull()
  })

  it('is stable', () => expect(normalisePhone(normalisePhone('8 (903) 123-45-67') ?? '')).toBe('+79031234567'))
  it('keeps digits only', () => expect(onlyDigits('112-233-445 95')).toBe('11223344595'))
})
