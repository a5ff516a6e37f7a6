import { describe, expect, it } from 'vitest'
import { mendPhrase } from '@/app/(cabinet)/[locale]/catalogue/mendPhrase'

describe('mendPhrase', () => {
  it.each([
    ['болд м12', ['болт'], 'болт м12'],
    ['Гайкка оцинкованая DIN934', ['оцинкованная', 'гайка'], 'гайка оцинкованная din934'],
    ['м12', ['болт'], 'м12'],
    ['', ['болт'], 'болт'],
  ])('«%s» with %j becomes «%s»', (phrase, mended, right) => {
    expect(mendPhrase(phrase, mended)).toBe(right)
  })
})
