import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isAppError } from '@/src/lib/errors'
import { rankOf, sessionFiles } from '@/src/mechanisms/exchange/archive/session-files'
import { createSpool } from '@/src/mechanisms/exchange/archive/spool'
import { unzip, type UnzipLimits } from '@/src/mechanisms/exchange/archive/unzip'
import { pieces } from './reading'
import { buildZip, type ZipItem } from './zip-builder'

let home = ''
let turn = 0
let place = ''

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'kabinet-archive-'))
})
beforeEach(() => {
  turn += 1
  place = path.join(home, String(turn))
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function unpack(zip: Buffer, limits?: Partial<UnzipLimits>): Promise<{ files: string[]; ignored: string[] }> {
  const file = `${place}.zip`
  await writeFile(file, zip)
  const { files, ignored } = await unzip(file, place, limits)
  return { files: files.map((one) => one.name), ignored }
}

/** Everything below the test's home that this test made, but its zip. */
async function left(): Promise<string[]> {
  const all = await readdir(home, { recursive: true })
  return all.filter((name) => name.startsWith(`${turn}`) && !name.endsWith('.zip'))
}

const LINK = (0o120777 << 16) >>> 0

describe('[EXCH-02] archives', () => {
  it('unpacks a tree, names in utf-8 with and without the flag and in cp866', async () => {
    const { files } = await unpack(
      buildZip([
        { name: 'import0_1.xml', content: '<a/>' },
        { name: 'import_files/ab/Фото.jpg', content: 'jpg', stored: true },
        { name: Buffer.from('Прайс.xml'), content: 'u' },
        { name: iconv.encode('Товары.xml', 'cp866'), content: 'd' },
        { name: 'папка/' },
      ]),
    )
    expect(files).toEqual(['import0_1.xml', 'import_files/ab/Фото.jpg', 'Прайс.xml', 'Товары.xml'])
    expect(await readFile(path.join(place, 'import_files/ab/Фото.jpg'), 'utf8')).toBe('jpg')
  })

  it('takes backslashes of Windows programs for separators', async () => {
    const { files } = await unpack(
      buildZip([
        { name: 'webdata\\' },
        { name: 'webdata\\import.xml', content: '<a/>' },
        { name: 'webdata\\import_files\\19\\a.png', content: 'p' },
      ]),
    )
    expect(files).toEqual(['webdata/import.xml', 'webdata/import_files/19/a.png'])
    expect(await readFile(path.join(place, 'webdata/import_files/19/a.png'), 'utf8')).toBe('p')
  })

  it('leaves archives inside an archive alone', async () => {
    const inner = buildZip([{ name: 'a', content: 'a' }])
    expect(
      await unpack(
        buildZip([
          { name: 'x.ZIP', content: inner },
          { name: 'a.xml', content: '' },
        ]),
      ),
    ).toEqual({
      files: ['a.xml'],
      ignored: ['x.ZIP'],
    })
    expect(await readdir(place)).toEqual(['a.xml'])
  })

  it('replaces what an earlier unpacking left', async () => {
    await unpack(buildZip([{ name: 'old.xml', content: '1' }]))
    await unpack(buildZip([{ name: 'new.xml', content: '2' }]))
    expect(await readdir(place)).toEqual(['new.xml'])
  })

  const bomb = Buffer.alloc(4_000_000)
  const many = Array.from({ length: 30 }, (_, i) => ({ name: `f${i}`, content: bomb.subarray(0, 100_000) }))
  it.each<[string, ZipItem[], Partial<UnzipLimits>, string]>([
    ['..', [{ name: '../evil.xml' }], {}, 'zip.unsafeName'],
    ['.. inside', [{ name: 'a/../../evil.xml' }], {}, 'zip.unsafeName'],
    ['an absolute path', [{ name: '/etc/evil' }], {}, 'zip.unsafeName'],
    ['.. by a backslash', [{ name: '..\\evil.xml' }], {}, 'zip.unsafeName'],
    ['.. inside by a backslash', [{ name: 'a\\..\\..\\evil.xml' }], {}, 'zip.unsafeName'],
    ['a network path', [{ name: '\\\\server\\evil.xml' }], {}, 'zip.unsafeName'],
    [
      'one name in two spellings',
      [
        { name: 'a/b', content: '1' },
        { name: 'a\\b', content: '2' },
      ],
      {},
      'zip.repeatedName',
    ],
    ['a drive letter', [{ name: 'C:evil.xml' }], {}, 'zip.unsafeName'],
    ['NUL', [{ name: 'a\u0000.xml' }], {}, 'zip.unsafeName'],
    ['an empty name', [{ name: '' }], {}, 'zip.unsafeName'],
    ['a name of one point', [{ name: 'a/./b' }], {}, 'zip.unsafeName'],
    ['a very long name', [{ name: 'x'.repeat(300) }], {}, 'zip.unsafeName'],
    [
      'a link',
      [{ name: 'link', content: '/etc', stored: true, externalAttributes: LINK }, { name: 'link/evil' }],
      {},
      'zip.notAFile',
    ],
    ['a password', [{ name: 'a', content: 'a', flags: 0x801 }], {}, 'zip.encrypted'],
    [
      'two files of one name',
      [
        { name: 'a', content: '1' },
        { name: 'a', content: '2' },
      ],
      {},
      'zip.repeatedName',
    ],
    ['too many entries', many, { maxEntries: 20 }, 'zip.limit'],
    ['too much in all', many, { maxTotalBytes: 1_000_000 }, 'zip.limit'],
    ['too big an entry', [{ name: 'a', content: bomb }], { maxEntryBytes: 1_000_000 }, 'zip.limit'],
    ['a bomb', [{ name: 'a', content: bomb }], { freeBytes: 1_000_000 }, 'zip.limit'],
    ['a bomb of small entries', many, { freeBytes: 1_000_000 }, 'zip.limit'],
    ['a size that lies', [{ name: 'a', content: bomb, claimedSize: 10 }], {}, 'zip.broken'],
  ])('refuses %s and leaves nothing behind', async (_what, items, limits, code) => {
    await expect(unpack(buildZip([{ name: 'good.xml', content: 'g' }, ...items]), limits)).rejects.toMatchObject({
      code,
    })
    expect(await left()).toEqual([])
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['no zip at all', Buffer.from('<?xml version="1.0"?>')],
    ['half a zip', buildZip([{ name: 'a', content: 'aaaa' }]).subarray(0, 40)],
  ])('refuses %s', async (_what, bytes) => {
    await expect(unpack(bytes)).rejects.toMatchObject({ code: 'zip.broken' })
  })

  it('answers mutated archives with files or a refusal, and writes nothing outside', async () => {
    const good = buildZip([
      { name: 'import.xml', content: '<a>привет</a>'.repeat(50) },
      { name: 'import_files/ab/1.jpg', content: 'x', stored: true },
    ])
    const outside = (await readdir(home)).length
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = Buffer.from(good)
          for (const [at, value] of changes) bytes[at] = value
          try {
            await unpack(bytes)
          } catch (error) {
            expect(isAppError(error) && error.code).toMatch(/^zip\./)
          }
        },
      ),
      { numRuns: 200 },
    )
    const names = (await readdir(home)).filter((one) => one !== `${turn}` && one !== `${turn}.zip`)
    expect(names).toHaveLength(outside)
  })
})

describe('[EXCH-20] the spool', () => {
  const body = (text: string): AsyncIterable<Uint8Array> => pieces(Buffer.from(text), [3])

  it('appends chunks of one name in the order of arrival and starts anew at reset', async () => {
    const spool = createSpool(place)
    await spool.append('s1', 'import.xml', body('<а'))
    expect(await spool.append('s1', 'import.xml', body('бв/>'))).toEqual({ name: 'import.xml', size: 9 })
    await spool.append('s1', 'import_files/ab/1.jpg', body('x'))
    const files = await spool.finish('s1')
    expect(files.map((one) => [one.name, one.size])).toEqual([
      ['import.xml', 9],
      ['import_files/ab/1.jpg', 1],
    ])
    expect(await readFile(files[0]?.path ?? '', 'utf8')).toBe('<абв/>')
    expect(await spool.has('s1', 'import.xml')).toBe(true)
    await spool.reset('s1')
    expect(await spool.finish('s1')).toEqual([])
    expect(await spool.has('s1', 'import.xml')).toBe(false)
  })

  it('takes a name that comes again after it was finished as a new file', async () => {
    const spool = createSpool(place)
    for (const text of ['first', 'second']) {
      await spool.append('s', 'a.xml', body(text))
      const [file] = await spool.finish('s')
      expect(await readFile(file?.path ?? '', 'utf8')).toBe(text)
    }
  })

  describe('a chunk that comes again', () => {
    const FULL = 10
    const xml = (text: string): string => `<?xml ${text}`
    const stored = async (...chunks: string[]): Promise<string> => {
      const spool = createSpool(place, { fullChunkBytes: FULL })
      for (const chunk of chunks) await spool.append('s', 'a.xml', body(chunk))
      const [file] = await spool.finish('s')
      return readFile(file?.path ?? '', 'utf8')
    }

    it.each<[string, string[], string]>([
      ['the only one, whole', [xml('a'), xml('a')], xml('a')],
      ['the last of several', [xml('1234'), 'x'.repeat(FULL), 'end', 'end'], `${xml('1234')}${'x'.repeat(FULL)}end`],
      [
        'a full one in the middle',
        [xml('1234'), 'x'.repeat(FULL), 'x'.repeat(FULL), 'end'],
        `${xml('1234')}${'x'.repeat(FULL)}end`,
      ],
      ['the whole file after its end', [xml('1234'), 'end', xml('1234'), 'end'], `${xml('1234')}end`],
      ['another file after the end', [xml('a'), xml('b')], xml('b')],
      [
        'the file from its first chunk after a break',
        [xml('1234'), 'x'.repeat(FULL), xml('1234'), 'y'],
        `${xml('1234')}y`,
      ],
      ['chunks smaller than told', ['<?xml ', 'ab', 'cd'], '<?xml abcd'],
    ])('%s', async (_what, chunks, whole) => {
      expect(await stored(...chunks)).toBe(whole)
    })

    it('counts what the session holds once', async () => {
      const spool = createSpool(place, { fullChunkBytes: FULL, maxSessionBytes: 30 })
      for (let time = 0; time < 9; time += 1) await spool.append('s', 'a.xml', body(xml(`a${time % 2}`)))
      expect((await spool.finish('s')).map(({ size }) => size)).toEqual([8])
    })
  })

  it.each([
    ['v8.rar', 'x', 'rar'],
    ['v8.7z', 'x', '7z'],
    ['import.xml.gz', 'x', 'gz'],
    ['v8.zip', 'Rar!\u001a\u0007', 'RAR'],
    ['v8.zip', '7z', null],
  ])('names the archive system of %s that holds %j', async (name, text, system) => {
    const sent = createSpool(place).append('s', name, body(text))
    if (system) await expect(sent).rejects.toMatchObject({ code: 'spool.otherArchive', params: { system } })
    else await expect(sent).resolves.toMatchObject({ name })
  })

  it('keeps nothing of a chunk that broke off', async () => {
    const spool = createSpool(place)
    await spool.append('s', 'a.xml', body('good'))
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half')
      throw new Error('connection reset')
    }
    await expect(spool.append('s', 'a.xml', broken())).rejects.toThrow('connection reset')
    await spool.append('s', 'a.xml', body('-end'))
    const [file] = await spool.finish('s')
    expect(await readFile(file?.path ?? '', 'utf8')).toBe('good-end')
  })

  it('keeps sessions apart and survives its own restart', async () => {
    await createSpool(place).append('s1', 'a.xml', body('1'))
    await createSpool(place).append('s2', 'a.xml', body('2'))
    await createSpool(place).append('s1', 'a.xml', body('3'))
    expect((await createSpool(place).finish('s1')).map((one) => one.size)).toEqual([2])
    expect((await createSpool(place).finish('s2')).map((one) => one.size)).toEqual([1])
  })

  it.each(['../a.xml', 'a/../../b', 'a/../b', '..\\a', '', '/', 'a\u0000b', '\n'])(
    'refuses the name %j',
    async (name) => {
      await expect(createSpool(place).append('s', name, body('x'))).rejects.toMatchObject({ code: 'spool.unsafeName' })
    },
  )

  it.each([
    ['/import.xml', 'import.xml'],
    ['import_files\\ab\\1.jpg', 'import_files/ab/1.jpg'],
    ['./a.xml', 'a.xml'],
    ['a<b>|?.xml', 'a_b___.xml'],
    ['Прайс-лист №1 (розница).xml', 'Прайс-лист №1 (розница).xml'],
    ["import_files/21/Болт#5&6 50%+'а'.png", "import_files/21/Болт#5&6 50%+'а'.png"],
    ['prices___0f9a3a4e-6f4f.xml', 'prices___0f9a3a4e-6f4f.xml'],
    ['#/#', '#/#'],
  ])('stores %j as %j', async (name, stored) => {
    expect((await createSpool(place).append('s', name, body('x'))).name).toBe(stored)
  })

  it('refuses an identifier of a session that is a path', async () => {
    await expect(createSpool(place).append('../s', 'a', body('x'))).rejects.toMatchObject({ code: 'spool.unsafeName' })
  })

  it('stops at its ceilings and at nothing', async () => {
    const spool = createSpool(place, { maxFileBytes: 10, maxSessionBytes: 15, maxFiles: 2 })
    await spool.append('s', 'a', body('12345678'))
    await expect(spool.append('s', 'a', body('901'))).rejects.toMatchObject({ code: 'spool.tooLarge' })
    await expect(spool.append('s', 'b', body('12345678'))).rejects.toMatchObject({ code: 'spool.tooLarge' })
    await spool.append('s', 'b', body('1'))
    await expect(spool.append('s', 'c', body('1'))).rejects.toMatchObject({ code: 'spool.tooMany' })
    await expect(spool.append('s', 'b', pieces(Buffer.alloc(0)))).rejects.toMatchObject({ code: 'file.empty' })
  })
})

describe('[EXCH-20] the spool and the disk', () => {
  const body = (size: number): AsyncIterable<Uint8Array> => pieces(Buffer.alloc(size, 65), [64])
  const traces = async (): Promise<string[]> =>
    (await readdir(place, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)

  it('takes no single chunk beyond its limit, and leaves nothing of it', async () => {
    const spool = createSpool(place, { maxChunkBytes: 200 })
    await expect(spool.append('s', 'a.xml', body(201))).rejects.toMatchObject({
      code: 'spool.tooLarge',
      params: { limit: 200 },
    })
    expect(await traces()).toEqual([])
    await spool.append('s', 'a.xml', body(200))
    expect((await spool.append('s', 'a.xml', body(100))).size).toBe(300)
  })

  it('leaves the disk what the portal needs, whatever is sent', async () => {
    let free = 1_500
    const spool = createSpool(place, { minFreeBytes: 1_000 }, async () => free)
    await spool.append('s', 'a.xml', body(500))
    free = 1_000
    await expect(spool.append('s', 'b.xml', body(1))).rejects.toMatchObject({ code: 'spool.diskFull', isPublic: true })
    expect((await spool.finish('s')).map(({ name }) => name)).toEqual(['a.xml'])
    free = 1_001
    await spool.append('s', 'b.xml', body(1))
  })

  it('counts what another process received for the session', async () => {
    const limits = { maxSessionBytes: 100 }
    await createSpool(place, limits).append('s', 'a.xml', body(80))
    await expect(createSpool(place, limits).append('s', 'b.xml', body(30))).rejects.toMatchObject({
      code: 'spool.tooLarge',
    })
  })
})

describe('[EXCH-02] the files of a session', () => {
  it('come in the order of an exchange, zips unpacked', async () => {
    const spool = createSpool(place)
    const zip = buildZip(
      ['import_files/ab/1.jpg', 'rests0_1.xml', 'offers0_10.xml', 'offers0_2.xml', 'import0_1.xml'].map((name) => ({
        name,
        content: 'x',
      })),
    )
    await spool.append('s', 'v8_1.zip', pieces(zip, [100]))
    await spool.append('s', 'prices___1.xml', pieces(Buffer.from('x')))
    const once = await sessionFiles(spool, 's')
    expect(once.map((one) => [one.name, one.archive])).toEqual([
      ['import0_1.xml', 'v8_1.zip'],
      ['offers0_2.xml', 'v8_1.zip'],
      ['offers0_10.xml', 'v8_1.zip'],
      ['prices___1.xml', null],
      ['rests0_1.xml', 'v8_1.zip'],
      ['import_files/ab/1.jpg', 'v8_1.zip'],
    ])
    expect(await sessionFiles(spool, 's')).toEqual(once)
  })

  it('put the folders of 3.1 behind its classifier', () => {
    const names = [
      'documents/1/documents.xml',
      'goods/1/rests.xml',
      'goods/1/import.xml',
      'goods/1/offers.xml',
      'properties/1/import.xml',
      'properties/1/offers.xml',
      'import.xml',
      'goods/1/prices.xml',
    ]
    expect([...names].sort((a, b) => rankOf(a) - rankOf(b))).toEqual([
      'import.xml',
      'properties/1/import.xml',
      'properties/1/offers.xml',
      'goods/1/import.xml',
      'goods/1/offers.xml',
      'goods/1/prices.xml',
      'goods/1/rests.xml',
      'documents/1/documents.xml',
    ])
  })
})
