import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '@/collections/forms/forms/formKinds'
import { problemOf, withReferences, type ReferringBlock } from '@/collections/forms/forms/references.rules'
import { checkAnswers, inputsOf } from '@/src/mechanisms/fieldsets/checkAnswers'
import { computedOf, decimalOf, exactOf } from '@/src/mechanisms/fieldsets/computed.rules'
import { onePage, type Condition, type FieldDefinition, type FieldSet } from '@/src/mechanisms/fieldsets/definition'
import { shownOf } from '@/src/mechanisms/fieldsets/shown.rules'

const text = (said: string) => ({ ru: said, en: said })
const field = (kind: string, name: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  kind,
  name,
  label: text(name),
  required: false,
  initial: '',
  ...more,
})
const when = (name: string, is: Condition['is'], ...values: string[]): Condition => ({ field: name, is, values })
const shown = (condition: Condition, typed: Record<string, string>): boolean =>
  shownOf(onePage([field('text', 'a'), field('text', 'b', { when: condition })]), typed).fields.has('b')

describe('what is asked', () => {
  it.each<[Condition, string, boolean]>([
    [when('a', 'equals', 'yes'), 'yes', true],
    [when('a', 'equals', 'yes'), 'no', false],
    [when('a', 'equals', '5'), '5,00', true],
    [when('a', 'equals', 'true'), 'on', true],
    [when('a', 'oneOf', 'x', 'y'), 'y', true],
    [when('a', 'oneOf', 'x', 'y'), 'z', false],
    [when('a', 'filled'), ' ', false],
    [when('a', 'filled'), 'false', false],
    [when('a', 'filled'), '0', true],
    [when('a', 'greater', '1000'), '1 000,01', true],
    [when('a', 'greater', '1000'), '1000', false],
    [when('a', 'greater', '1000'), 'много', false],
    [when('a', 'greater', '2026-01-31'), '2026-02-01', true],
    [when('a', 'greater', '2026-01-31'), '2026-01-31', false],
    [when('none', 'filled'), 'x', false],
  ])('%j of %j: %s', (condition, typed, outcome) => expect(shown(condition, { a: typed })).toBe(outcome))

  const chain: FieldSet = {
    pages: [
      {
        title: text('1'),
        fields: [
          field('checkbox', 'company'),
          field('inn', 'inn', { required: true, when: when('company', 'equals', 'true') }),
          field('text', 'why', { required: true, when: when('inn', 'filled') }),
        ],
      },
      {
        title: text('2'),
        when: when('company', 'equals', 'true'),
        fields: [field('text', 'head', { required: true })],
      },
    ],
  }

  it('what is hidden is neither asked for nor kept, nor what hangs on it, whatever stands there', () => {
    const typed = { inn: '7707083893', why: 'потому', head: 'Иванов' }
    expect(checkAnswers(chain, typed)).toEqual({ answers: [], values: {}, errors: {} })
    expect(shownOf(chain, typed).pages).toEqual(new Set([0]))
    expect(checkAnswers(chain, { ...typed, company: 'on' }).values).toEqual({ company: true, ...typed })
    expect(Object.keys(checkAnswers(chain, { company: 'on' }).errors)).toEqual(['inn', 'head'])
    expect(Object.keys(checkAnswers(chain, { company: 'on' }, 1).errors)).toEqual(['head'])
  })

  it('a draft holds what the set asks and nothing else', () => {
    expect(inputsOf(chain, { company: 'on', inn: '1\u0000', go: 'send', website: 'x', 'inn.x': '2' })).toEqual({
      company: 'on',
      inn: '1',
      'inn.x': '2',
    })
    expect(inputsOf(chain, { inn: '1' })).toEqual({})
  })
})

describe('what is worked out', () => {
  it('decimals are exact both ways', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (exact) => {
        expect(exactOf(decimalOf(exact))).toBe(exact)
      }),
    )
    expect([decimalOf(1_005_000n, 2), decimalOf(-1_005_000n, 2), decimalOf(4_999n, 2)]).toEqual(['1.01', '-1.01', '0'])
    expect([exactOf('0,1'), exactOf('1 000'), exactOf('x'), exactOf('')]).toEqual([
      100_000n,
      1_000_000_000n,
      null,
      null,
    ])
  })

  const set = onePage([
    field('number', 'many'),
    field('money', 'price'),
    field('rows', 'lines', { columns: [field('money', 'sum')] }),
    field('computed', 'total', { formula: { by: 'product', of: ['many', 'price'] }, currency: 'RUB' }),
    field('computed', 'lined', { formula: { by: 'columnSum', of: ['lines.sum'] } }),
    field('computed', 'all', { formula: { by: 'sum', of: ['total', 'lined'] } }),
  ])
  const of = (typed: Record<string, string>) => computedOf(set, typed, shownOf(set, typed))

  it('by the closed list of functions, of what is filled in', () => {
    expect(of({ many: '3', price: '0,335', 'lines.0.sum': '0,1', 'lines.7.sum': '0,2' })).toEqual({
      total: '1.01',
      lined: '0.3',
      all: '1.31',
    })
    expect(of({ many: '3' })).toEqual({})
    expect(of({ many: 'три', price: '5' })).toEqual({})
  })

  it('is kept as the server worked it out, whatever the browser says', () => {
    expect(checkAnswers(set, { many: '2', price: '10', total: '1' }).values).toMatchObject({ total: '20', all: '20' })
  })
})

describe('what an editor says of other fields', () => {
  const blocks = [
    { blockType: 'radio', name: 'kind', label: 'Кто вы', options: [{ value: 'firm', label: 'Компания' }] },
    { blockType: 'checkbox', name: 'vat', label: 'С НДС' },
    { blockType: 'number', name: 'many', label: 'Сколько' },
    { blockType: 'rows', name: 'lines', label: 'Состав', columns: [{ name: 'sum', label: 'Сумма', kind: 'money' }] },
  ]

  it('by labels becomes names and values', () => {
    const named = withReferences<ReferringBlock>([
      ...blocks,
      { blockType: 'inn', name: 'inn', label: 'ИНН', whenField: 'кто вы', whenIs: 'equals', whenValue: 'компания' },
      { blockType: 'text', name: 'b', label: 'Б', whenField: 'С НДС', whenIs: 'equals', whenValue: 'Да' },
      { blockType: 'computed', name: 'c', label: 'Итого', by: 'columnSum', of: 'Состав / Сумма' },
      { blockType: 'computed', name: 'd', label: 'Всего', by: 'sum', of: 'Сколько\nитого' },
    ])
    expect(named.slice(4).map(({ whenField, whenValue, of }) => [whenField, whenValue, of])).toEqual([
      ['kind', 'firm', undefined],
      ['vat', 'true', undefined],
      [undefined, undefined, 'lines.sum'],
      [undefined, undefined, 'many\nc'],
    ])
    expect(problemOf(named)).toBeNull()
  })

  it.each([
    [{ blockType: 'text', label: 'X', whenField: 'нет', whenIs: 'filled' }, 'whenUnknown', 'нет'],
    [{ blockType: 'text', label: 'X', whenField: 'X', name: 'x', whenIs: 'filled' }, 'whenUnknown', 'X'],
    [{ blockType: 'text', label: 'X', whenField: 'many', whenIs: 'greater', whenValue: ' ' }, 'whenValue', 'many'],
    [{ blockType: 'computed', label: 'X', by: 'sum', of: 'kind' }, 'ofUnknown', 'kind'],
    [{ blockType: 'computed', label: 'X', by: 'sum', of: '' }, 'ofUnknown', ''],
    [{ blockType: 'computed', label: 'X', by: 'columnSum', of: 'lines.none' }, 'ofUnknown', 'lines.none'],
    [{ blockType: 'rows', label: 'X', columns: [] }, 'columns', ''],
    [{ blockType: 'files', label: 'X' }, 'papers', ''],
  ])('%j is refused: %s', (block, problem, other) =>
    expect(problemOf([...blocks, block])).toEqual({ text: problem, field: 'X', other }),
  )
})
