import type { SanitizedConfig } from 'payload'
import { describe, expect, it } from 'vitest'
import { fieldName, thingName } from '@/src/admin/audit/fieldNames'
import { defineKinds } from '@/src/mechanisms/panel/defineKinds'

defineKinds({ 'credit-limits': { ru: 'Кредитные лимиты', en: 'Credit limits' } })

const label = (ru: string, en: string) => ({ ru, en })
// What is read of a config, and no more.
const config = {
  collections: [
    {
      slug: 'companies',
      labels: { singular: label('Клиент', 'Client') },
      flattenedFields: [
        { name: 'creditLimit', label: label('Кредитный лимит', 'Credit limit') },
        { name: 'manager', label: label('Менеджер', 'Manager') },
        { name: 'bare' },
      ],
    },
  ],
  globals: [{ slug: 'numbering', label: label('Нумерация', 'Numbering'), flattenedFields: [] }],
} as unknown as SanitizedConfig

describe('names in the audit', () => {
  it('are the labels of the panel, whether Payload or the database named the field', () => {
    expect(
      ['creditLimit', 'credit_limit', 'manager', 'manager_id'].map((name) =>
        fieldName(config, 'companies', name, 'ru'),
      ),
    ).toEqual(['Кредитный лимит', 'Кредитный лимит', 'Менеджер', 'Менеджер'])
    expect(fieldName(config, 'companies', 'manager_id', 'en')).toBe('Manager')
  })

  it('stay as they are where nothing is called so', () => {
    expect([
      fieldName(config, 'companies', 'bare', 'ru'),
      fieldName(config, 'nowhere', 'x_id', 'ru'),
      fieldName(config, null, 'x', 'ru'),
    ]).toEqual(['bare', 'x_id', 'x'])
  })

  it('tell the thing itself: a collection, a global, a kind of the journals', () => {
    expect([
      thingName(config, 'companies', 'ru'),
      thingName(config, 'numbering', 'en'),
      thingName(config, 'credit-limits', 'ru'),
      thingName(config, null, 'ru'),
    ]).toEqual(['Клиент', 'Numbering', 'Кредитные лимиты', ''])
  })
})
