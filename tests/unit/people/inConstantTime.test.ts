import { describe, expect, it, vi } from 'vitest'
import { inConstantTime } from '@/src/mechanisms/sessions/inConstantTime'

/** Runs work that takes so many milliseconds of a clock of our own; gives when the answer came. */
async function answeredAt(took: number, work: () => Promise<unknown> = async () => 'ok'): Promise<number> {
  let now = 1_000
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
  try {
    await inConstantTime(
      async () => {
        now += took
        return work()
      },
      1_000,
      async (ms) => {
        now += ms
      },
    ).catch(() => {})
    return now - 1_000
  } finally {
    clock.mockRestore()
  }
}

describe('[AUTH-04] an answer on the full second', () => {
  it('comes at the same moment whether the work took long or not, or failed', async () => {
    expect(await answeredAt(3)).toBe(1_000)
    expect(await answeredAt(740)).toBe(1_000)
    expect(
      await answeredAt(120, async () => {
        throw new Error('no')
      }),
    ).toBe(1_000)
    expect(await answeredAt(1_400)).toBe(2_000)
  })

  it('is what the work gave', async () => {
    const none = async (): Promise<void> => {}
    expect(await inConstantTime(async () => 'given', 1_000, none)).toBe('given')
    await expect(
      inConstantTime(
        async () => {
          throw new Error('no')
        },
        1_000,
        none,
      ),
    ).rejects.toThrow('no')
  })
})
