import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '@/collections/forms/forms/formKinds'
import { errorText } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { checkAnswers, wordsOf } from '@/src/mechanisms/fieldsets/checkAnswers'
import { declaredFieldKinds, fieldKind } from '@/src/mechanisms/fieldsets/defineFieldKind'
import { onePage, type FieldDefinition } from '@/src/mechanisms/fieldsets/definition'

const label = { ru: 'Поле', en: 'Field' }
const define = (kind: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  kind,
  name: 'x',
  label,
  required: false,
  initial: '',
  ...more,
})
const options = ['one', 'two'].map((value) => ({ value, label: { ru: `«${value}»`, en: value } }))
const columns = [
  define('text', { name: 'what', required: true }),
  define('number', { name: 'many', summed: true }),
  define('money', { name: 'sum', summed: true }),
  define('date', { name: 'day' }),
]
const id = '11111111-2222-4333-8444-555555555555'

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''))
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10))
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '')
const sum = fc.integer({ min: -1e12, max: 1e12 })
const inn = digits(9)
  .map((nine) => {
    const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
    const total = weights.reduce((all, weight, place) => all + weight * Number(nine[place]), 0)
    return `${nine}${(total % 11) % 10}`
  })
  .filter((text) => !/^0+$/.test(text))

/** For each kind: a field of it, and things that people rightly type into it. */
const RIGHT: Record<string, [FieldDefinition, fc.Arbitrary<Record<string, string>>]> = {
  text: [define('text'), words.map((x) => ({ x }))],
  textarea: [define('textarea'), words.map((x) => ({ x }))],
  email: [define('email'), fc.nat().map((n) => ({ x: `a${n}@example.org` }))],
  phone: [define('phone'), digits(7).map((seven) => ({ x: `8 (903) ${seven}` }))],
  inn: [define('inn'), inn.map((x) => ({ x: `${x.slice(0, 4)} ${x.slice(4)}` }))],
  kpp: [define('kpp'), digits(9).map((x) => ({ x }))],
  ogrn: [define('ogrn'), digits(11).map((tail) => ({ x: `1${tail}${Number(BigInt(`1${tail}`) % 11n) % 10}` }))],
  snils: [define('snils'), fc.constantFrom('112-233-445 95', '11223344595').map((x) => ({ x }))],
  number: [define('number'), fc.tuple(sum, fc.nat(999_999)).map(([whole, part]) => ({ x: `${whole},${part}` }))],
  money: [
    define('money', { currency: 'USD' }),
    fc.tuple(fc.nat(1e9), fc.nat(99)).map(([whole, part]) => ({ x: `${whole},${String(part).padStart(2, '0')}` })),
  ],
  date: [define('date'), day.map((x) => ({ x }))],
  period: [
    define('period'),
    fc.tuple(day, day).map((days) => ({ 'x.from': days.sort()[0] ?? '', 'x.to': days.sort()[1] ?? '' })),
  ],
  checkbox: [define('checkbox'), fc.constantFrom('on', 'true', 'да').map((x) => ({ x }))],
  select: [define('select', { options }), fc.constantFrom('one', 'two').map((x) => ({ x }))],
  radio: [define('radio', { options }), fc.constantFrom('one', 'two').map((x) => ({ x }))],
  record: [define('record', { source: 'contracts', options }), fc.constantFrom('one', 'two').map((x) => ({ x }))],
  bank: [define('bank'), fc.constant({ 'x.bik': '044525225', 'x.account': '40702810200000000001' })],
  rows: [
    define('rows', { columns, minRows: 1 }),
    fc.tuple(words, sum, fc.nat(1e6), day).map(([what, many, money, at]) => ({
      'x.0.what': what,
      'x.0.many': String(many),
      'x.3.what': 'вторая',
      'x.3.sum': `${money},50`,
      'x.3.day': at,
    })),
  ],
  files: [define('files', { files: [{ key: 'scan', label, required: true }] }), fc.constant({ 'x.scan': id })],
}

const asking = declaredFieldKinds().filter(({ asks, control }) => asks && control.as !== 'result')

describe('kinds of fields', () => {
  it('are each proved here', () => expect(Object.keys(RIGHT).sort()).toEqual(asking.map(({ kind }) => kind).sort()))

  it.each(Object.keys(RIGHT))(
    '%s: what is typed is kept, comes back as it was, and is read in both languages',
    (kind) => {
      const [field, typed] = RIGHT[kind] as (typeof RIGHT)[string]
      fc.assert(
        fc.property(typed, (given) => {
          const first = checkAnswers(onePage([field]), given)
          expect(first.errors).toEqual({})
          // As the database gives it back.
          const kept: unknown = JSON.parse(JSON.stringify(first.values.x))
          const again = checkAnswers(onePage([field]), fieldKind(kind).typed(kept, field))
          expect([again.errors, again.values]).toEqual([{}, first.values])
          for (const locale of ['ru', 'en'] as const) expect(wordsOf(field, kept, locale)).toMatch(/\S/)
          expect(fieldKind(kind).cell?.(kept, field)?.of ?? '').not.toBeNaN()
        }),
        { numRuns: 60 },
      )
    },
  )

  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('\u0000', '\ud800', '9'.repeat(400), '1e9', '-', ',', '__proto__', 'NaN', '0', '2026-02-30', '<b>'),
    words,
  )
  const keys = fc.constantFrom(
    'x',
    'x.from',
    'x.to',
    'x.bik',
    'x.account',
    'x.scan',
    'x.0.what',
    'x.0.many',
    'x.9999.sum',
    'x.a.b',
    'x.',
  )

  it.each(Object.keys(RIGHT))('%s: whatever is typed is kept or refused in words, never an error of ours', (kind) => {
    const [field] = RIGHT[kind] as (typeof RIGHT)[string]
    fc.assert(
      fc.property(fc.dictionary(keys, odd, { maxKeys: 5 }), fc.boolean(), (given, required) => {
        const { errors, values } = checkAnswers(onePage([{ ...field, required }]), given)
        expect(JSON.stringify(values)).not.toContain('\\u0000')
        for (const [input, { code, params }] of Object.entries(errors)) {
          expect(input === 'x' || input.startsWith('x.')).toBe(true)
          expect(errorText(new AppError(code, params), 'ru')).toMatch(/[а-я]/i)
        }
      }),
      { numRuns: 150 },
    )
  })

  it.each<[string, Partial<FieldDefinition>, Record<string, string>, Record<string, string>]>([
    ['inn', {}, { x: '7707083894' }, { x: 'inn.wrong' }],
    ['kpp', {}, { x: '77' }, { x: 'kpp.wrong' }],
    ['ogrn', {}, { x: '1027700132196' }, { x: 'ogrn.wrong' }],
    ['snils', {}, { x: '112-233-445 96' }, { x: 'snils.wrong' }],
    ['phone', {}, { x: '12' }, { x: 'phone.wrong' }],
    ['money', {}, { x: 'сто' }, { x: 'number.malformed' }],
    ['period', {}, { 'x.from': '2026-02-01', 'x.to': '2026-01-31' }, { 'x.to': 'period.backwards' }],
    ['period', {}, { 'x.from': '2026-02-01' }, { 'x.to': 'input.required' }],
    ['period', { required: true }, {}, { 'x.from': 'input.required' }],
    ['bank', {}, { 'x.bik': '044525225', 'x.account': '40702810200000000002' }, { 'x.account': 'account.wrong' }],
    ['bank', {}, { 'x.bik': '04452522' }, { 'x.bik': 'bik.wrong', 'x.account': 'input.required' }],
    ['rows', { columns, minRows: 2 }, { 'x.0.what': 'а' }, { x: 'rows.tooFew' }],
    ['rows', { columns, maxRows: 1 }, { 'x.0.what': 'а', 'x.1.what': 'б' }, { x: 'rows.tooMany' }],
    ['rows', { columns }, { 'x.4.many': 'пять' }, { 'x.4.what': 'input.required', 'x.4.many': 'number.malformed' }],
    ['files', { files: [{ key: 'scan', label, required: true }] }, {}, { 'x.scan': 'files.required' }],
    ['files', { files: [{ key: 'scan', label, required: false }] }, { 'x.scan': 'нет' }, { 'x.scan': 'file.missing' }],
    ['record', { options }, { x: id }, { x: 'choice.wrong' }],
  ])('%s %j refuses %j', (kind, more, typed, wrong) => {
    const { errors } = checkAnswers(onePage([define(kind, more)]), typed)
    expect(Object.fromEntries(Object.entries(errors).map(([input, { code }]) => [input, code]))).toEqual(wrong)
  })

  it('a table is read with its sums', () => {
    const field = define('rows', { columns })
    const { answers } = checkAnswers(onePage([field]), {
      'x.0.what': 'канат',
      'x.0.sum': '10,50',
      'x.1.what': 'трос',
      'x.1.sum': '1',
    })
    expect(answers[0]?.value.replace(/\s/g, ' ')).toMatch(/1\. Поле: канат; Поле: 10,50 ₽ 2\. .* Итого, Поле: 11,50 ₽/)
  })
})
