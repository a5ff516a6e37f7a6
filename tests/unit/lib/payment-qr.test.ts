import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paymentPayload, type Payment } from '@/src/lib/paymentPayload'
import { qr } from '@/src/lib/qr'
import { scanQr } from '@/tests/support/qr'

const payment: Payment = {
  name: 'ООО «Снабкомплект»',
  inn: '7707083893',
  kpp: '770701001',
  account: '40702810200000000001',
  bankName: 'ПАО Сбербанк',
  bik: '044525225',
  corrAccount: '30101810400000000225',
  sum: 4_821_050,
  purpose: 'Оплата по счёту № 1124 от 22.11.2026',
}

/** Reads a payload as a bank does: the sign after the encoding parts the fields. */
function readPayload(text: string): { head: string; fields: [string, string][] } {
  const separator = text.charAt(7)
  const [, ...parts] = text.split(separator)
  return {
    head: text.slice(0, 7),
    fields: parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  }
}

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom('|', '=', '~', '^', '\n', '«', 'Ё', '№', ' '),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 300,
})
const payments = fc.record({
  name: words,
  account: digits(20),
  bankName: words,
  bik: digits(9),
  corrAccount: fc.option(digits(20)),
  sum: fc.integer({ min: 1, max: 999_999_999_999 }),
  purpose: words,
})

describe('payment QR, ГОСТ Р 56042-2014', () => {
  it('says the required fields first and in order, the sum in kopecks', () => {
    expect(paymentPayload(payment)).toBe(
      'ST00012|Name=ООО «Снабкомплект»|PersonalAcc=40702810200000000001|BankName=ПАО Сбербанк|BIC=044525225|CorrespAcc=30101810400000000225' +
        '|Sum=4821050|Purpose=Оплата по счёту № 1124 от 22.11.2026|PayeeINN=7707083893|KPP=770701001',
    )
  })

  it('takes another separator when a value holds the usual one', () => {
    const text = paymentPayload({ ...payment, purpose: 'Оплата | аванс' }) ?? ''
    expect(text.startsWith('ST00012~Name=')).toBe(true)
    expect(Object.fromEntries(readPayload(text).fields)).toMatchObject({ Purpose: 'Оплата | аванс' })
    const every = paymentPayload({ ...payment, purpose: 'a|~^#$*`@' }) ?? ''
    expect(Object.fromEntries(readPayload(every).fields)).toMatchObject({ Purpose: 'a/~^#$*`@' })
  })

  it.each<[string, Partial<Payment>]>([
    ['a short account', { account: '4070281020000000000' }],
    ['letters in the account', { account: '4070281020000000000A' }],
    ['a wrong БИК', { bik: '04452522' }],
    ['nothing to pay', { sum: 0 }],
    ['a sum below nought', { sum: -1 }],
    ['parts of a kopeck', { sum: 1.5 }],
    ['no payee', { name: ' ' }],
    ['no bank', { bankName: '' }],
    ['no purpose', { purpose: '\n' }],
    ['a wrong correspondent account', { corrAccount: '3010' }],
    ['a long account', { account: `${payment.account}1` }],
    ['a sign before the account', { account: `№${payment.account}` }],
    ['a long БИК', { bik: '0445252255' }],
    ['a sign before the БИК', { bik: '№044525225' }],
    ['a long correspondent account', { corrAccount: `${payment.account}1` }],
    ['more than a bank can send', { sum: 1_000_000_000_000_000 }],
  ])('makes no code of %s', (_what, change) => {
    expect(paymentPayload({ ...payment, ...change })).toBeNull()
  })

  it('takes the least and the greatest sum, and leaves a sum out for the payer to type', () => {
    for (const sum of [1, 999_999_999_999_999]) expect(paymentPayload({ ...payment, sum })).toContain(`|Sum=${sum}|`)
    const { sum: _sum, ...open } = payment
    expect(paymentPayload(open)).toContain('|CorrespAcc=30101810400000000225|Purpose=')
  })

  it('names a person by an ИНН of twelve digits, and a bank by its account without the spaces around it', () => {
    expect(
      paymentPayload({ ...payment, inn: '500100732259', kpp: null, corrAccount: ' 30101810400000000225 ' }),
    ).toMatch(/\|CorrespAcc=30101810400000000225\|.*\|PayeeINN=500100732259$/)
    for (const inn of ['77070838931', '1500100732259', '№7707083893', '7', null])
      expect(paymentPayload({ ...payment, inn })).not.toContain('PayeeINN')
    for (const kpp of ['7707010011', '№770701001', '7707010', null])
      expect(paymentPayload({ ...payment, kpp })).not.toContain('KPP')
  })

  it('makes one line of its words, with single spaces and none at the ends, cut by whole signs', () => {
    const text =
      paymentPayload({
        ...payment,
        name: ' ООО\r\n\t «А» ',
        bankName: `${'б'.repeat(44)} банк`,
        purpose: '😀'.repeat(300),
      }) ?? ''
    expect(Object.fromEntries(readPayload(text).fields)).toMatchObject({
      Name: 'ООО «А»',
      BankName: 'б'.repeat(44),
      Purpose: '😀'.repeat(210),
    })
  })

  it('leaves out a wrong ИНН or КПП rather than the whole code', () => {
    const text = paymentPayload({ ...payment, inn: '123', kpp: 'нет', corrAccount: null }) ?? ''
    expect(text).toContain('CorrespAcc=0|')
    expect(text).not.toMatch(/PayeeINN|KPP/)
  })

  it('whatever the words are, each field comes back alone, whole and within its length', () => {
    fc.assert(
      fc.property(payments, (made) => {
        const text = paymentPayload(made)
        if (text === null) return
        const { head, fields } = readPayload(text)
        expect(head).toBe('ST00012')
        expect(fields.map(([key]) => key)).toEqual([
          'Name',
          'PersonalAcc',
          'BankName',
          'BIC',
          'CorrespAcc',
          'Sum',
          'Purpose',
        ])
        const value = Object.fromEntries(fields)
        expect(value).toMatchObject({
          PersonalAcc: made.account,
          BIC: made.bik,
          CorrespAcc: made.corrAccount ?? '0',
          Sum: String(made.sum),
        })
        for (const [key, most] of [
          ['Name', 160],
          ['BankName', 45],
          ['Purpose', 210],
        ] as const) {
          expect(Array.from(value[key] ?? '').length).toBeLessThanOrEqual(most)
          expect(value[key]).not.toMatch(/[\n\r\t]/)
        }
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('draws dark modules that touch as one stroke', () => expect(qr('x').path).toMatch(/^M4 4h7v1H4z/))

  it('reads back from the picture exactly', async () => {
    const texts = [
      payment,
      { ...payment, purpose: 'Ё'.repeat(300), name: 'Ж'.repeat(200), bankName: '№'.repeat(60) },
    ].map((one) => paymentPayload(one) ?? '')
    for (const text of texts) expect(await scanQr(qr(text))).toBe(text)
  })
})
