import { describe, expect, it, vi } from 'vitest'
import { ofProcess } from '@/src/lib/ofProcess'

describe('what a process has once', () => {
  it('is made by whoever asks first, and another name is another thing', () => {
    const make = vi.fn(() => ({ count: 0 }))
    const first = ofProcess('test-once', make)
    first.count += 1
    expect(ofProcess('test-once', make)).toBe(first)
    expect(make).toHaveBeenCalledTimes(1)
    expect(ofProcess('test-other', make)).not.toBe(first)
  })

  it('is one for all copies of a module', async () => {
    const { knownOrigins, rememberOrigins } = await import('@/src/lib/http/knownOrigins')
    vi.resetModules()
    const copy = await import('@/src/lib/http/knownOrigins')
    expect(copy.rememberOrigins).not.toBe(rememberOrigins)
    copy.rememberOrigins(['https://one.example'])
    expect(knownOrigins()).toEqual(['https://one.example'])
    copy.rememberOrigins([])
  })
})
