import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeXml } from '@/src/mechanisms/exchange/commerceml/decode'
import { pieces } from './reading'

async function decode(bytes: Uint8Array, sizes?: number[]): Promise<{ text: string; encoding: string }> {
  let text = ''
  let encoding = ''
  for await (const piece of decodeXml(pieces(bytes, sizes), { onEncoding: (found) => (encoding = found) }))
    text += piece
  return { text, encoding }
}

const body = '<Ид>Штаны «Полосатый рейс» — ёж, 100 %</Ид>'
const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n${body}`

describe('[EXCH-02] bytes to text', () => {
  it.each([
    ['utf-8 declared and held', declared('UTF-8'), 'utf-8', 'utf-8'],
    ['1251 declared and held', declared('windows-1251'), 'windows-1251', 'windows-1251'],
    ['1251 declared, utf-8 held', declared('windows-1251'), 'utf-8', 'utf-8'],
    ['utf-8 declared, 1251 held', declared('UTF-8'), 'windows-1251', 'windows-1251'],
    ['nothing declared, 1251 held', body, 'windows-1251', 'windows-1251'],
    ['nothing declared, utf-8 held', body, 'utf-8', 'utf-8'],
    ['koi8-r declared and held', '<?xml version="1.0" encoding="koi8-r"?><Ид>Штаны полосатые</Ид>', 'koi8-r', 'koi8-r'],
    ['utf-16 declared, utf-8 held', declared('UTF-16'), 'utf-8', 'utf-8'],
    ['an encoding nobody knows', declared('x-1c'), 'utf-8', 'utf-8'],
  ])('%s', async (_what, text, held, expected) => {
    const found = await decode(iconv.encode(text, held))
    expect(found.text).toBe(text)
    expect(found.encoding).toBe(expected)
  })

  it.each([
    ['utf-8', { addBOM: true }],
    ['utf-16le', { addBOM: true }],
    ['utf-16be', { addBOM: true }],
    ['utf-16le', { addBOM: false }],
  ])('a BOM decides and is dropped: %s %o', async (encoding, options) => {
    const found = await decode(iconv.encode(declared('windows-1251'), encoding, options))
    expect(found).toEqual({ text: declared('windows-1251'), encoding })
  })

  it('refuses a broken byte in UTF-8 rather than letting it into a name', async () => {
    const good = Buffer.from(`${declared('UTF-8')}${body}`)
    const broken = Buffer.concat([good, Buffer.from([0xd0, 0x20]), good])
    await expect(decode(broken)).rejects.toMatchObject({ code: 'xml.encoding' })
    await expect(decode(Buffer.concat([good, Buffer.from([0xd0])]))).rejects.toMatchObject({ code: 'xml.encoding' })
  })

  it.each([
    ['<?xml version="1.0"?><?xml version="1.0"?>\n<a/>', '<?xml version="1.0"?>\n<a/>'],
    ['\ufeff\ufeff<?xml version="1.0"?>\n\ufeff<?xml version="1.0"?><a/>', '<?xml version="1.0"?>\n<a/>'],
    [' \r\n<?xml version="1.0"?><a/>', '<?xml version="1.0"?>\n<a/>'],
    ['<?xml-stylesheet href="a"?><a/>', '<?xml-stylesheet href="a"?><a/>'],
    ['<a><?xml version="1.0"?></a>', '<a><?xml version="1.0"?></a>'],
  ])('mends a prologue written twice: %j', async (text, expected) => {
    expect((await decode(Buffer.from(text))).text).toBe(expected)
  })

  it('refuses more bytes than allowed', async () => {
    const run = async (): Promise<void> => {
      for await (const _ of decodeXml(pieces(Buffer.alloc(1001, 0x20), [100]), { maxBytes: 1000 })) void _
    }
    await expect(run()).rejects.toMatchObject({ code: 'xml.tooLarge', params: { limit: 1000 } })
  })

  it('gives the same text wherever the chunks are cut', async () => {
    const filler = 'Ж'.repeat(70_000)
    for (const encoding of ['utf-8', 'windows-1251', 'utf-16le']) {
      const text = `<?xml version="1.0"?>\n<А>${filler}ё€</А>`
      const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' })
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 6 }),
          async (sizes) => {
            // A long one among them: of single bytes alone there would be a hundred thousand pieces.
            expect((await decode(bytes, [...sizes, 20_000])).text).toBe(text)
          },
        ),
        { numRuns: 15 },
      )
    }
  })
})
