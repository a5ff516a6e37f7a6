import { describe, expect, it } from 'vitest'
import { currentRequestId, formatLine, withRequestId } from '@/src/lib/logger'

describe('logger', () => {
  it('writes one line of JSON with time, level, words and fields', () => {
    const line = formatLine('warn', { job: 'mail', err: new Error('two\nlines') }, 'job failed', new Date(0))
    expect(line).not.toContain('\n')
    expect(JSON.parse(line)).toMatchObject({ time: '1970-01-01T00:00:00.000Z', level: 'warn', msg: 'job failed', job: 'mail' })
  })

  it('a field cannot pass itself off as the level or the time', () => {
    expect(JSON.parse(formatLine('error', { level: 'info', time: 'never' }, 'x', new Date(0)))).toMatchObject({ level: 'error', time: '1970-01-01T00:00:00.000Z' })
  })

  it('carries the id of the request through awaits, apart for two at once', async () => {
    const read = async (id: string): Promise<string | undefined> =>
      withRequestId(id, async () => {
        await new Promise((resolve) => setImmediate(resolve))
        return JSON.parse(formatLine('info', 'inside')).requestId
      })
    expect(await Promise.all([read('first'), read('second')])).toEqual(['first', 'second'])
    expect(currentRequestId()).toBeUndefined()
  })
})
