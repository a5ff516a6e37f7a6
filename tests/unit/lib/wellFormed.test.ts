import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDeeper, wellFormed, wellFormedDeep } from '@/src/lib/wellFormed'

describe('text that can be kept', () => {
  it.each([
    ['a\0b', 'ab'],
    ['\0', ''],
    ['a\ud800b', 'ab'],
    ['\udc00', ''],
    ['x\udbff', 'x'],
    ['\udfffx', 'x'],
    ['😀', '😀'],
    ['\ud83d😀\ude00', '😀'],
    ['ё\n\t', 'ё\n\t'],
    ['', ''],
  ])('%j -> %j', (text, kept) => expect(wellFormed(text)).toBe(kept))

  it('is all that is left of any text, and a text that can be kept is left alone', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\0', '\ud800', '\udbff', '\udc00', '\udfff', '😀', 'я', 'a', '\uffff') }),
        (text) => {
          const kept = wellFormed(text)
          expect(kept).not.toMatch(/\0|\p{Cs}/u)
          expect(wellFormed(kept)).toBe(kept)
          if (!/\0|\p{Cs}/u.test(text)) expect(kept).toBe(text)
        },
      ),
    )
  })

  it('is every text and every name inside a value; the rest stays', () => {
    expect(wellFormedDeep({ 'a\0': ['b\0', 1, null, true, { c: '\ud800' }], d: undefined })).toEqual({
      a: ['b', 1, null, true, { c: '' }],
      d: undefined,
    })
    expect([wellFormedDeep('x\0'), wellFormedDeep(5), wellFormedDeep(null), wellFormedDeep(undefined)]).toEqual([
      'x',
      5,
      null,
      undefined,
    ])
  })
})

describe('depth', () => {
  const nested = (times: number): unknown =>
    times === 0 ? 1 : times % 2 ? [nested(times - 1), null, 'x'] : { a: nested(times - 1), b: null }

  it('counts objects and lists alike', () => {
    expect(isDeeper({ a: 1 }, 0)).toBe(false)
    expect(isDeeper({ a: {} }, 0)).toBe(true)
    expect(isDeeper([[null], 'x', 1], 1)).toBe(false)
    expect(isDeeper([[[]]], 1)).toBe(true)
    for (const times of [1, 2, 7, 5_000])
      expect([isDeeper(nested(times), times - 1), isDeeper(nested(times), times - 2)]).toEqual([false, true])
  })

  it('of what is no object is none', () => {
    for (const flat of [null, 'x', 5, undefined]) expect(isDeeper(flat, 0)).toBe(false)
    for (const flat of [null, 'x', {}]) expect(isDeeper(flat, -1)).toBe(true)
  })
})
