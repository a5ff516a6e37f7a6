import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { isPlain, plainOf, rowsOf } from '@/src/admin/fields/dataRows'
import { dateText } from '@/src/admin/fields/dateText'
import { panelField } from '@/src/admin/fields/panelField'
import { sizeText } from '@/src/admin/lib/sizeText'
import { codeText } from '@/src/admin/words/journalWords'

const cellOf = (field: Field): unknown => (panelField(field) as { admin?: { components?: { Cell?: { path: string; clientProps: object } } } }).admin?.components?.Cell

describe('what the panel shows instead of raw values', () => {
  it('a moment in the portal’s zone, named for who sits in another one; a day without time', () => {
    expect(dateText('2026-11-24T21:30:00.000Z', true)).toBe('25.11.2026 00:30')
    expect(dateText('2026-11-24T21:30:00.000Z', true, true)).toBe('25.11.2026 00:30 МСК')
    expect(dateText('2026-11-24T21:00:00.000Z', false)).toBe('25.11.2026')
  })

  it('names and values instead of JSON, however deep', () => {
    expect(rowsOf({ Диаметр: '12', Ещё: { Вес: 3, Цвета: ['белый', null] } })).toEqual([
      ['Диаметр', '12'], ['Ещё / Вес', '3'], ['Ещё / Цвета / 1', 'белый'], ['Ещё / Цвета / 2', '—'],
    ])
    expect(rowsOf(null)).toEqual([])
    expect(rowsOf({ Применение: ['кухня', 'ванная'] })).toEqual([['Применение', 'кухня; ванная']])
    expect(plainOf([['Применение', 'кухня; ванная'], ['Цвет', 'белый']])).toEqual({ Применение: ['кухня', 'ванная'], Цвет: 'белый' })
    expect([isPlain({ a: ['б', 'в'] }), isPlain({ a: ['б', 1] })]).toEqual([true, false])
    expect([isPlain({ a: 'б' }), isPlain({ a: 1 }), isPlain(['a']), isPlain(null)]).toEqual([true, false, false, false])
  })

  it('words instead of codes, and the code itself when nobody has named it', () => {
    expect(codeText('kind', 'orders').ru).toBe('Заказы')
    expect(codeText('kind', 'statement-lines').en).toBe('Statement')
    expect(codeText('action', 'something.new')).toEqual({ ru: 'something.new', en: 'something.new' })
  })

  it('sizes of files as people say them', () => {
    expect([sizeText(512, 'ru'), sizeText(294_418, 'ru'), sizeText(3 * 1024 * 1024, 'en')]).toEqual(['512 Б', '288 КБ', '3 MB'])
  })

  it('gives fields inside a collapsible the same cells, and leaves others alone', () => {
    const day: Field = { name: 'date', type: 'date', admin: { date: { pickerAppearance: 'dayOnly' } } }
    expect(cellOf(day)).toMatchObject({ clientProps: { timed: false } })
    const inside = panelField({ type: 'collapsible', label: 'x', fields: [{ name: 'at', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } }] })
    expect(JSON.stringify(inside)).toContain('"timed":true')
    expect(cellOf({ name: 'entity', type: 'text', custom: { code: 'kind' } })).toMatchObject({ clientProps: { sort: 'kind' } })
    expect(cellOf({ name: 'name', type: 'text' })).toBeUndefined()
  })
})
