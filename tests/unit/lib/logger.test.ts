import { describe, expect, it, vi } from 'vitest'
import { currentRequestId, formatLine, logger, withRequestId } from '@/src/lib/logger'

describe('logger', () => {
  it('writes one line of JSON with time, level, words and fields', () => {
    const line = formatLine('warn', { job: 'mail', err: new Error('two\nlines') }, 'job failed', new Date(0))
    expect(line).not.toContain('\n')
    expect(JSON.parse(line)).toMatchObject({
      time: '1970-01-01T00:00:00.000Z',
      level: 'warn',
      msg: 'job failed',
      job: 'mail',
    })
  })

  it('says no more than there is: words alone, fields alone, an error alone', () => {
    const read = (...given: Parameters<typeof formatLine>) =>
      JSON.parse(formatLine(...given)) as Record<string, unknown>
    const at = new Date(0)
    expect(read('info', 'words', undefined, at)).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      level: 'info',
      msg: 'words',
    })
    expect(read('info', { n: 1 }, undefined, at)).toEqual({ time: '1970-01-01T00:00:00.000Z', level: 'info', n: 1 })
    expect(read('error', new Error('down'), 'x', at)).toMatchObject({
      msg: 'x',
      err: { name: 'Error', message: 'down' },
    })
  })

  it('takes people out of the words and of the fields', () => {
    expect(formatLine('info', { to: 'a@example.org' }, 'sent to b@example.org')).not.toContain('example.org')
  })

  it('writes lines of the level that is set and of those above it', () => {
    const lines: string[] = []
    const write = process.stdout.write.bind(process.stdout)
    process.stdout.write = ((line: string) => lines.push(line) > 0) as typeof process.stdout.write
    const heard = (level: string | undefined): string[] => {
      vi.stubEnv('LOG_LEVEL', level)
      lines.length = 0
      for (const name of ['debug', 'info', 'warn', 'error'] as const) logger[name](name)
      return lines.map((line) => (JSON.parse(line) as { level: string }).level)
    }
    try {
      expect(heard('debug')).toEqual(['debug', 'info', 'warn', 'error'])
      expect(lines.every((line) => line.endsWith('}\n'))).toBe(true)
      expect(heard('warn')).toEqual(['warn', 'error'])
      expect(heard('silent')).toEqual([])
      for (const none of [undefined, 'loud']) expect(heard(none)).toEqual(['info', 'warn', 'error'])
    } finally {
      process.stdout.write = write
      vi.unstubAllEnvs()
    }
  })

  it('a field cannot pass itself off as the level or the time', () => {
    expect(JSON.parse(formatLine('error', { level: 'info', time: 'never' }, 'x', new Date(0)))).toMatchObject({
      level: 'error',
      time: '1970-01-01T00:00:00.000Z',
    })
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
