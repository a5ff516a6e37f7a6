import { describe, expect, it } from 'vitest'
import { countText } from '@/src/admin/workplace/countText'

describe('counts of the tabs', () => {
  it('[MGR-02] are said whole, and with a plus where counting ended', () => {
    expect(countText(9_999, 'ru')).toBe('9\u00a0999')
    expect(countText(10_000, 'ru')).toBe('10\u00a0000+')
    expect(countText(10_000, 'en')).toBe('10,000+')
  })
})
