import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentDisposition } from '@/src/integrations/storage/disposition'
import { parseRange } from '@/src/integrations/storage/range'
import { localFile, streamFile } from '@/src/integrations/storage/stream'

let dir: string
const bytes = Buffer.from('0123456789')
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'files-'))
  await mkdir(path.join(dir, 'inside'))
  await writeFile(path.join(dir, 'secret.txt'), 'CANARY')
  await writeFile(path.join(dir, 'inside', 'a.pdf'), bytes)
  await writeFile(path.join(dir, 'inside', 'empty'), '')
  await symlink(path.join(dir, 'secret.txt'), path.join(dir, 'inside', 'link.txt'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const answer = async (headers: Record<string, string> = {}, method = 'GET', inline = false) =>
  streamFile(await localFile(path.join(dir, 'inside'), 'a.pdf'), {
    name: 'Счёт № 5.pdf',
    mime: 'application/pdf',
    request: new Request('http://x/', { headers, method }),
    inline,
  })

describe('[GOAL-06] a private file', () => {
  it('goes out whole, to be saved, unsniffed and uncached', async () => {
    const response = await answer()
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('0123456789')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(/^attachment; /),
    })
  })

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=0-999', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=9-9', 206, '9', 'bytes 9-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', null],
    ['bytes=0-1,3-4', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
    ['bytes=-', 200, '0123456789', null],
  ])('Range %s -> %i', async (range, status, body, contentRange) => {
    const response = await answer({ range })
    expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
      status,
      body,
      contentRange,
    ])
  })

  it('answers HEAD without a body and with the length', async () => {
    const response = await answer({}, 'HEAD')
    expect([response.status, response.headers.get('content-length'), response.body]).toEqual([200, '10', null])
    expect((await answer({ range: 'bytes=1-3' }, 'HEAD')).headers.get('content-length')).toBe('3')
  })

  it('is shown in the browser only when asked and only when nothing in it can run', async () => {
    expect((await answer({}, 'GET', true)).headers.get('content-disposition')).toMatch(/^inline; /)
    const html = await streamFile(await localFile(path.join(dir, 'inside'), 'a.pdf'), {
      name: 'x.html',
      mime: 'text/html',
      request: new Request('http://x/'),
      inline: true,
    })
    expect(html.headers.get('content-disposition')).toMatch(/^attachment; /)
  })

  it('may be empty', async () => {
    const empty = await streamFile(await localFile(path.join(dir, 'inside'), 'empty'), {
      name: 'e',
      mime: 'text/plain',
      request: new Request('http://x/'),
    })
    expect([empty.status, await empty.text()]).toEqual([200, ''])
  })

  it.each([
    '../secret.txt',
    'link.txt',
    '..',
    '.',
    '',
    'a/../a.pdf',
    '/etc/passwd',
    'a.pdf\0',
    'nope',
    '..\\secret.txt',
  ])('%j is not found', async (name) => {
    await expect(localFile(path.join(dir, 'inside'), name)).rejects.toMatchObject({
      code: 'record.notFound',
      status: 404,
    })
  })
  it('a folder is not a file', () => expect(localFile(dir, 'inside')).rejects.toMatchObject({ status: 404 }))
})

describe('parseRange', () => {
  it('never leaves the file', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.nat(1_000), (text, a, b, size) => {
        for (const header of [text, `bytes=${text}`, `bytes=${a}-${b}`, `bytes=${a}-`, `bytes=-${b}`]) {
          const range = parseRange(header, size)
          if (range === null || range === 'outside') continue
          expect(range.start).toBeGreaterThanOrEqual(0)
          expect(range.end).toBeLessThan(size)
          expect(range.start).toBeLessThanOrEqual(range.end)
        }
      }),
    )
  })
})

describe('contentDisposition', () => {
  it('keeps a Russian name beside an ASCII one', () => {
    const header = contentDisposition("Счёт № 5 (копия)'.pdf")
    expect(header).toMatch(/^attachment; filename="_+ _ 5 \(_+\)'\.pdf"; filename\*=UTF-8''/)
    expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe("Счёт № 5 (копия)'.pdf")
  })
  it('is one safe header for any name', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'a"\r\nX: y',
        '../../etc/passwd',
        '\ud800',
        'a\u202egpj.exe',
        '.',
        'x'.repeat(500) + '.pdf',
        '%2e%2e',
        '',
      ),
    )
    fc.assert(
      fc.property(nasty, (name) => {
        const header = contentDisposition(name)
        expect(header).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/,
        )
        expect(() => new Headers({ a: header })).not.toThrow()
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).not.toMatch(/[/\\\u202e\r\n\0]/)
      }),
    )
  })
  it('keeps the ending of a long name', () => expect(contentDisposition(`${'я'.repeat(300)}.pdf`)).toMatch(/\.pdf$/))
})
