import { describe, expect, it } from 'vitest'
import { unitText } from '@/src/lib/unitWords'

describe('units', () => {
  it('are English in English, however 1C has written them, and stay as they are in Russian', () => {
    for (const unit of ['шт', 'шт.', 'ШТ', ' шт ', 'Штука', '796']) expect(unitText(unit, 'en'), unit).toBe('pcs')
    expect(
      ['пог. м', 'м²', 'м2', 'компл', 'упак', 'усл. ед', 'л', 'т', 'тыс. шт', 'г'].map((unit) => unitText(unit, 'en')),
    ).toEqual(['running m', 'm²', 'm²', 'sets', 'packs', 'units', 'l', 't', 'thousand pcs', 'g'])
    expect(unitText('шт.', 'ru')).toBe('шт.')
  })

  it('that nobody knows stay', () => {
    expect([unitText('погонаж', 'en'), unitText('', 'en')]).toEqual(['погонаж', ''])
  })
})
