import { describe, expect, it } from 'vitest'
import { decoded } from '@/src/lib/http/decoded'

describe('a part of an address', () => {
  it.each([
    ['%D0%97-1', 'З-1'],
    ['a%20b', 'a b'],
    ['100%', '100%'],
    ['%zz', '%zz'],
    ['%D0', '%D0'],
    ['', ''],
  ])('%s is read as %s', (text, expected) => {
    expect(decoded(text)).toBe(expected)
  })
})
