import { describe, expect, it } from 'vitest'
import { isRefusedValue } from '@/src/lib/refusedValue'

const failed = (code: unknown, cause?: unknown) => Object.assign(new Error('failed', { cause }), { code })
const below = (times: number): Error => (times === 0 ? failed('22P02') : new Error('above', { cause: below(times - 1) }))

describe('whose fault a failed statement is', () => {
  it.each(['22P02', '22003', '22021', '42883', '42804', '23503'])('%s: the value’s', (code) => expect(isRefusedValue(failed(code))).toBe(true))
  it.each(['23505', '40001', '57P01', '2200', '22P022', '122P0', 22, undefined])('%s: not the value’s', (code) => expect(isRefusedValue(failed(code))).toBe(false))

  it('is told by the error of the driver, which lies below others, not by what is below everything', () => {
    expect([0, 1, 4].map((times) => isRefusedValue(below(times)))).toEqual([true, true, true])
    expect([5, 6].map((times) => isRefusedValue(below(times)))).toEqual([false, false])
    expect(isRefusedValue(failed('XX000', failed('22P02')))).toBe(true)
  })

  it('is nobody’s where there is no error', () => {
    for (const none of [null, undefined, 'x', { code: '22P02' }, new Error('x')]) expect(isRefusedValue(none)).toBe(false)
  })
})
