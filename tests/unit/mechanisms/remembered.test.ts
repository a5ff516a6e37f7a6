import type { Payload } from 'payload'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { remembered } from '@/src/mechanisms/database/remembered'

const runner = {} as Payload // what is read here asks no database
let names = 0

function ofReads(...answers: Array<string | Error>): { get: () => Promise<string>; forget: () => void; reads: () => number } {
  let reads = 0
  const read = async (): Promise<string> => {
    const answer = answers[reads++] ?? 'no more'
    if (answer instanceof Error) throw answer
    return answer
  }
  const { get, forget } = remembered(`test-${names++}`, { freshMs: 1_000, read })
  return { get: () => get(runner), forget, reads: () => reads }
}

describe('what is remembered', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 10_000 }))
  afterEach(() => void vi.useRealTimers())

  it('is read once for all who ask at the same moment, and again when it is old', async () => {
    const kept = ofReads('one', 'two')
    expect(await Promise.all([kept.get(), kept.get(), kept.get()])).toEqual(['one', 'one', 'one'])
    vi.advanceTimersByTime(999)
    expect(await kept.get()).toBe('one')
    vi.advanceTimersByTime(1)
    expect([await kept.get(), kept.reads()]).toEqual(['two', 2])
  })

  it('is read anew after a change, and kept only when the change is surely committed', async () => {
    const kept = ofReads('before', 'not yet', 'after', 'after')
    await kept.get()
    kept.forget()
    expect([await kept.get(), await kept.get(), kept.reads()]).toEqual(['not yet', 'after', 3])
    vi.advanceTimersByTime(1_001)
    expect([await kept.get(), await kept.get(), kept.reads()]).toEqual(['after', 'after', 4])
  })

  it('is read by each of the others when the one who read has failed, and the failure is not kept', async () => {
    const kept = ofReads(new Error('my transaction broke'), 'good', 'good')
    const [first, second] = await Promise.allSettled([kept.get(), kept.get()])
    expect([first.status, second]).toEqual(['rejected', { status: 'fulfilled', value: 'good' }])
    expect(await kept.get()).toBe('good')
  })

  it('is one thing for all copies of a module in the process', async () => {
    const read = vi.fn(async () => 'seen')
    const [one, other] = [remembered('test-shared', { freshMs: 1_000, read }), remembered('test-shared', { freshMs: 1_000, read })]
    await one.get(runner)
    await other.get(runner)
    expect(read).toHaveBeenCalledTimes(1)
  })
})
