import { describe, expect, it } from 'vitest'
import { isRefusedValue } from '@/src/lib/refusedValue'

/** What the driver says of `x`, and the statement that `x` was handed to. */
const failed = (
  code: unknown,
  {
    message = 'invalid input syntax for type uuid: "x"',
    detail,
    params = ['x'],
  }: { message?: string; detail?: string; params?: unknown[] } = {},
): Error =>
  Object.assign(new Error('Failed query', { cause: Object.assign(new Error(message), { code, detail }) }), { params })
const below = (times: number): Error =>
  times === 0 ? failed('22P02') : new Error('above', { cause: below(times - 1) })

describe('whose fault a failed statement is', () => {
  it.each(['22001', '22003', '22007', '22008', '22021', '22023', '22025', '2201B', '22P02', '22P05'])(
    '%s: the value’s',
    (code) => expect(isRefusedValue(failed(code))).toBe(true),
  )
  it.each(['22012', '23505', '40001', '57P01', '2200', '22P022', '122P0', 22, undefined])(
    '%s: not the value’s',
    (code) => expect(isRefusedValue(failed(code))).toBe(false),
  )

  it('is ours where the value was in the statement itself, or in another one', () => {
    expect(isRefusedValue(failed('22P02', { params: [] }))).toBe(false)
    expect(isRefusedValue(failed('22P02', { params: ['y'] }))).toBe(false)
    expect(isRefusedValue(failed('22P02', { params: [['y', ['x']]] }))).toBe(true)
    expect(
      isRefusedValue(
        failed('22007', {
          message: 'invalid input syntax for type timestamp: "2026-11-26T00:00:00.000Z"',
          params: [new Date('2026-11-26')],
        }),
      ),
    ).toBe(true)
    expect(isRefusedValue(failed('22003', { message: 'value out of range', params: ['y'] }))).toBe(true)
  })

  it('a record that is not there was named by whoever wrote, not by a statement that deletes', () => {
    const detail = 'Key (company_id)=(x) is not present in table "companies".'
    expect(
      isRefusedValue(failed('23503', { message: 'insert or update on table "orders" violates a constraint', detail })),
    ).toBe(true)
    expect(
      isRefusedValue(
        failed('23503', { message: 'update or delete on table "companies" violates a constraint', detail }),
      ),
    ).toBe(false)
  })

  it('a comparison that does not exist is theirs who ask a question alone', () => {
    for (const code of ['42883', '42804'])
      expect([isRefusedValue(failed(code)), isRefusedValue(failed(code), { question: true })]).toEqual([false, true])
  })

  it('so is what Payload makes no SQL of, which it says with the class and the status of any error', () => {
    const unaskable = Object.assign(new Error('Not supported'), { name: 'APIError' })
    expect([isRefusedValue(unaskable), isRefusedValue(unaskable, { question: true })]).toEqual([false, true])
    for (const other of [
      new Error('Not supported'),
      Object.assign(new Error('Not supported at all'), { name: 'APIError' }),
    ])
      expect(isRefusedValue(other, { question: true })).toBe(false)
  })

  it('is told by the error of the driver, which lies below others, not by what is below everything', () => {
    expect([0, 1, 3].map((times) => isRefusedValue(below(times)))).toEqual([true, true, true])
    expect([4, 5].map((times) => isRefusedValue(below(times)))).toEqual([false, false])
  })

  it('is nobody’s where there is no error', () => {
    for (const none of [null, undefined, 'x', { code: '22P02' }, new Error('x')])
      expect(isRefusedValue(none)).toBe(false)
  })
})
