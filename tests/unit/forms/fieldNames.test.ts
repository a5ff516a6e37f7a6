import { describe, expect, it } from 'vitest'
import { nameFor, withFieldNames, withNamesInPlaces } from '@/collections/forms/forms/fieldNames.rules'
import { isFieldName } from '@/collections/forms/forms/form.rules'

const none = new Set<string>()

describe('names of a form’s fields', () => {
  it.each([
    ['Как к вам обращаться', 'kak_k_vam_obrashchatsya'],
    ['E-mail', 'e_mail'],
    ['2-й этаж', 'field_2_y_etazh'],
    ['Website', 'field_website'],
    ['…', 'field'],
  ])('%s: %s', (label, name) => expect(nameFor(label, none)).toBe(name))

  it.each(['я'.repeat(500), 'Согласен на обработку указанных данных, чтобы получить ответ', '1'.repeat(99), ''])(
    'of whatever was written is a name: %s',
    (label) => {
      const taken = new Set<string>()
      for (let each = 0; each < 120; each += 1) {
        const name = nameFor(label, taken)
        expect([isFieldName(name), taken.has(name)]).toEqual([true, false])
        taken.add(name)
      }
    },
  )

  it('are given once: what was saved stays with its field, whatever comes before it', () => {
    const saved = [{ id: '1', blockType: 'text', name: 'imya', label: 'Имя' }]
    const named = withFieldNames(
      [
        { id: '2', blockType: 'text', label: 'Имя' },
        { blockType: 'message' },
        { id: '1', blockType: 'text', name: 'other', label: 'Как вас зовут' },
      ],
      saved,
    )
    expect(named.map(({ name }) => name)).toEqual(['imya_2', undefined, 'imya'])
  })

  it('and the values of choices are made of labels as well, each once', () => {
    const [list] = withFieldNames(
      [
        {
          blockType: 'select',
          label: 'Тема',
          options: [{ label: 'Да' }, { label: 'Да' }, { label: 'Нет', value: 'no' }],
        },
      ],
      [],
    )
    expect(list?.options?.map(({ value }) => value)).toEqual(['da', 'da_2', 'no'])
  })

  it('stand in templates in place of labels; a name, all answers and what is no field stay', () => {
    const fields = [
      { name: 'imya', label: 'Имя' },
      { name: 'pochta', label: ' Почта ' },
    ]
    expect(withNamesInPlaces('{{ имя }}, {{Почта}} {{imya}} {{*}} {{Город}} {{', fields)).toBe(
      '{{imya}}, {{pochta}} {{imya}} {{*}} {{Город}} {{',
    )
  })
})
