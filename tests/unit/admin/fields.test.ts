import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { isPlain, plainOf, rowsOf } from '@/src/admin/fields/dataRows'
import { dateText } from '@/src/admin/fields/dateText'
import { panelField } from '@/src/admin/fields/panelField'
import { textOf } from '@/src/admin/fields/textOf'
import { sizeText } from '@/src/admin/lib/sizeText'
import { codesNamed, wordsOfCode } from '@/src/admin/words/codeWords'
import { defineAuditAction } from '@/src/mechanisms/audit/defineAuditAction'
import { defineKinds } from '@/src/mechanisms/panel/defineKinds'

const cellOf = (field: Field): unknown =>
  (panelField(field) as { admin?: { components?: { Cell?: { path: string; clientProps: object } } } }).admin?.components
    ?.Cell

describe('what the panel shows instead of raw values', () => {
  it('a moment in the portal’s zone, named for who sits in another one; a day without time', () => {
    expect(dateText('2026-11-24T21:30:00.000Z', true)).toBe('25.11.2026 00:30')
    expect(dateText('2026-11-24T21:00:00.000Z', false)).toBe('25.11.2026')
  })

  it('names and values instead of JSON, however deep', () => {
    expect(rowsOf({ Диаметр: '12', Ещё: { Вес: 3, Цвета: ['белый', null] } })).toEqual([
      ['Диаметр', '12'],
      ['Ещё / Вес', '3'],
      ['Ещё / Цвета / 1', 'белый'],
      ['Ещё / Цвета / 2', '—'],
    ])
    expect(rowsOf(null)).toEqual([])
    expect(rowsOf({ Применение: ['кухня', 'ванная'] })).toEqual([['Применение', 'кухня; ванная']])
    expect(
      plainOf([
        ['Применение', 'кухня; ванная'],
        ['Цвет', 'белый'],
      ]),
    ).toEqual({ Применение: ['кухня', 'ванная'], Цвет: 'белый' })
    expect([isPlain({ a: ['б', 'в'] }), isPlain({ a: ['б', 1] })]).toEqual([true, false])
    expect([isPlain({ a: 'б' }), isPlain({ a: 1 }), isPlain(['a']), isPlain(null)]).toEqual([true, false, false, false])
  })

  it('words instead of codes, and the code itself when nobody has named it', () => {
    defineKinds({ orders: { ru: 'Заказы', en: 'Orders' }, 'statement-lines': { ru: 'Выписка', en: 'Statement' } })
    defineAuditAction({ name: 'update', label: { ru: 'Изменена запись', en: 'Changed a record' } })
    expect(wordsOfCode('kind', 'orders').ru).toBe('Заказы')
    expect(wordsOfCode('kind', 'statement-lines').en).toBe('Statement')
    expect(wordsOfCode('role', 'accountant').ru).toBe('Бухгалтер')
    expect(wordsOfCode('role', 'exchange-nodes').ru).toBe('Узел обмена')
    expect(wordsOfCode('action', 'something.new')).toEqual({ ru: 'something.new', en: 'something.new' })
    expect(codesNamed('kind', ' выпис')).toEqual(['statement-lines'])
  })

  it('words of a verb for records of any kind, and none of a kind that nothing names', () => {
    const words = { update: { ru: 'Изменена запись', en: 'Changed a record' } }
    expect(textOf('companies.update', { words }).ru).toBe('Изменена запись')
    expect(textOf('companies.rename', { words }).ru).toBe('companies.rename')
  })

  it('sizes of files as people say them', () => {
    expect([sizeText(512, 'ru'), sizeText(294_418, 'ru'), sizeText(3 * 1024 * 1024, 'en')]).toEqual([
      '512 Б',
      '288 КБ',
      '3 MB',
    ])
  })

  it('gives fields inside a collapsible the same cells, and leaves others alone', () => {
    const day: Field = { name: 'date', type: 'date', admin: { date: { pickerAppearance: 'dayOnly' } } }
    expect(cellOf(day)).toMatchObject({ clientProps: { timed: false } })
    const inside = panelField({
      type: 'collapsible',
      label: 'x',
      fields: [{ name: 'at', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } }],
    })
    expect(JSON.stringify(inside)).toContain('"timed":true')
    defineKinds({ absent: { ru: 'Полная выгрузка', en: 'Full export' } })
    expect(cellOf({ name: 'entity', type: 'text', custom: { code: 'kind' } })).toMatchObject({
      clientProps: { words: { absent: { ru: 'Полная выгрузка' } } },
    })
    expect(cellOf({ name: 'name', type: 'text' })).toBeUndefined()
  })
})
