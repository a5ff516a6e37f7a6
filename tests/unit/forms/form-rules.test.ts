import { describe, expect, it } from 'vitest'
import { fillIn, isAnswered, isFieldName, isOwnPath, quotes } from '@/collections/forms/forms/form.rules'
import { checkAnswers } from '@/src/mechanisms/fieldsets/checkAnswers'
import { onePage, type FieldDefinition } from '@/src/mechanisms/fieldsets/definition'

const field = (kind: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  kind,
  name: 'x',
  label: { ru: 'Поле', en: 'Field' },
  required: false,
  initial: '',
  ...more,
})
const options = [
  { value: 'a', label: { ru: 'А', en: 'A' } },
  { value: 'b', label: { ru: 'Б', en: 'B' } },
]

describe('names of fields', () => {
  it.each(['name', 'x', 'Phone_2', 'a'.repeat(40), 'websites'])('takes %j', (name) =>
    expect(isFieldName(name)).toBe(true),
  )
  it.each([
    '',
    '1a',
    '_a',
    'имя',
    'a-b',
    'a b',
    ' a',
    'a\n',
    'a'.repeat(41),
    'website',
    'company',
    5,
    null,
    undefined,
    ['name'],
  ])('refuses %j', (name) => expect(isFieldName(name)).toBe(false))
})

describe('where a form leads to', () => {
  it.each(['/', '/ru/thanks', '/thanks?from=a#b', `/${'a'.repeat(300)}`, '/@evil.example'])(
    '%j is a page of the portal',
    (path) => expect(isOwnPath(path)).toBe(true),
  )
  it.each([
    '',
    'thanks',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/a\\b',
    '/a b',
    '/\t/evil.example',
    ' /a',
    'x/a',
    `/${'a'.repeat(301)}`,
    5,
    null,
    ['/a'],
  ])('%j is not', (path) => expect(isOwnPath(path)).toBe(false))
})

describe('what was typed into a form', () => {
  it.each<[string, FieldDefinition, string | undefined, object]>([
    ['text without the spaces around it', field('text'), '  да ', { value: 'да' }],
    ['an empty field, which may be', field('text'), '   ', {}],
    ['nothing at all', field('text'), undefined, {}],
    ['an empty one that may not', field('text', { required: true }), ' ', { error: { code: 'input.required' } }],
    [
      'a list without a choice',
      field('select', { required: true, options }),
      '',
      { error: { code: 'input.required' } },
    ],
    ['300 letters', field('text'), 'я'.repeat(300), { value: 'я'.repeat(300) }],
    ['301', field('text'), 'я'.repeat(301), { error: { code: 'input.tooLong', params: { max: 300 } } }],
    ['301 where there is room', field('textarea'), 'я'.repeat(301), { value: 'я'.repeat(301) }],
    [
      '5 001 even there',
      field('textarea'),
      'я'.repeat(5_001),
      { error: { code: 'input.tooLong', params: { max: 5_000 } } },
    ],
    ['a consent given', field('checkbox', { required: true }), 'on', { value: 'Да' }],
    ['a consent not given', field('checkbox', { required: true }), undefined, { error: { code: 'form.consent' } }],
    ['a consent taken back', field('checkbox', { required: true }), 'false', { error: { code: 'form.consent' } }],
    ['a switch left off', field('checkbox'), 'false', {}],
    ['an address', field('email'), 'a@example.org', { value: 'a@example.org' }],
    ['no address', field('email'), 'a@', { error: { code: 'email.wrong' } }],
    ['a number', field('number'), '-12,5', { value: '-12,5' }],
    ['a number of 15 and 6 digits', field('number'), '123456789012345.123456', { value: '123456789012345,123456' }],
    [
      'one digit more before',
      field('number'),
      '1234567890123456',
      { error: { code: 'number.malformed', params: { value: '1234567890123456' } } },
    ],
    ['one digit more behind', field('number'), '1.1234567', { error: { code: 'number.malformed' } }],
    ['a number with an end missing', field('number'), '5.', { error: { code: 'number.malformed' } }],
    [
      'a number with words',
      field('number'),
      '5 шт',
      { error: { code: 'number.malformed', params: { value: '5 шт' } } },
    ],
    ['words with a number', field('number'), 'шт 5', { error: { code: 'number.malformed' } }],
    [
      'a number longer than any',
      field('number'),
      '1'.repeat(41),
      { error: { code: 'input.tooLong', params: { max: 40 } } },
    ],
    ['a day', field('date'), '2026-11-26', { value: '26.11.2026' }],
    ['no day', field('date'), '2026-02-30', { error: { code: 'date.malformed' } }],
    ['a choice', field('select', { options }), 'b', { value: 'Б' }],
    ['a switch', field('radio', { options }), 'a', { value: 'А' }],
    ['a choice that is not offered', field('select', { options }), 'c', { error: { code: 'choice.wrong' } }],
    ['a switch that is not there', field('radio', { options }), 'А', { error: { code: 'choice.wrong' } }],
  ])('%s', (_what, one, typed, outcome) => {
    const { value, error } = outcome as { value?: string; error?: object }
    const checked = checkAnswers(onePage([one]), typed === undefined ? {} : { x: typed })
    expect(checked.answers).toEqual(value === undefined ? [] : [{ field: 'x', label: 'Поле', value }])
    if (error) expect(checked.errors.x).toMatchObject(error)
    else expect(checked.errors).toEqual({})
  })

  it('takes nothing that the form does not name, neither words between the fields nor what every object has', () => {
    const fields = [
      field('message', { name: 'm', required: true }),
      field('text', { name: 'constructor' }),
      field('text', { name: 'y' }),
    ]
    expect(checkAnswers(onePage(fields), { m: 'a', z: 'b', y: 'c' })).toEqual({
      answers: [{ field: 'y', label: 'Поле', value: 'c' }],
      values: { y: 'c' },
      errors: {},
    })
  })

  it('names every mistake, each at its field', () => {
    expect(
      checkAnswers(onePage([field('text', { name: 'a', required: true }), field('email', { name: 'b' })]), { b: 'b' })
        .errors,
    ).toEqual({ a: { code: 'input.required' }, b: { code: 'email.wrong', params: {} } })
  })
})

describe('letters made of answers', () => {
  const answers = [
    { field: 'name', label: 'Имя', value: 'Ольга' },
    { field: 'phone', label: 'Телефон', value: '+7' },
  ]

  it.each([
    ['Здравствуйте, {{name}}!', 'Здравствуйте, Ольга!'],
    ['{{ name }} {{  phone}}', 'Ольга +7'],
    ['{{other}}', ''],
    ['{{*}}', 'Имя: Ольга\nТелефон: +7'],
    ['{{ *:table }}', 'Имя: Ольга\nТелефон: +7'],
    ['{{name:table}}', 'Ольга'],
    ['{name} {{na me}} {{}}', '{name} {{na me}} {{}}'],
  ])('%j', (template, text) => expect(fillIn(template, answers)).toBe(text))

  it('knows whether a template takes something from the answers', () => {
    expect(['{{name}}', 'a {{*:table}} b', '{{}}'].map(isAnswered)).toEqual([true, true, true])
    expect(['Спасибо', '{name}', '{{name', 'name}}'].map(isAnswered)).toEqual([false, false, false, false])
  })

  it('knows whose answer it takes', () => {
    expect([
      quotes('{{phone}} {{ name }}', 'name'),
      quotes('{{*}}', 'name'),
      quotes('{{  *:table  }}', 'name'),
      quotes('{{name:table}}', 'name'),
    ]).toEqual([true, true, true, true])
    expect([
      quotes('{{phone}}', 'name'),
      quotes('name', 'name'),
      quotes('{{names}}', 'name'),
      quotes('', 'name'),
    ]).toEqual([false, false, false, false])
  })
})
