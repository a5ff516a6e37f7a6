import { encode } from 'bmp-ts'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { sanitizeOlderImage } from '@/src/integrations/storage/olderPictures'

const raw = { create: { width: 40, height: 30, channels: 3 as const, background: '#c83c28' } }

async function bmp(): Promise<Buffer> {
  const data = await sharp(raw).ensureAlpha().raw().toBuffer()
  // bmp-ts takes pixels as ABGR.
  for (let at = 0; at < data.length; at += 4) data.subarray(at, at + 4).reverse()
  return Buffer.from(encode({ data, width: 40, height: 30, bitPP: 24 }).data)
}

describe('pictures as they lie in 1C', () => {
  it.each([
    ['BMP', bmp],
    ['TIFF', () => sharp(raw).tiff({ compression: 'lzw' }).toBuffer()],
    ['TIFF in CMYK', () => sharp(raw).toColourspace('cmyk').tiff().toBuffer()],
  ])('%s becomes JPEG with its own colours', async (_kind, make) => {
    const { buffer, mime, width, height } = await sanitizeOlderImage(await make())
    expect([mime, width, height]).toEqual(['image/jpeg', 40, 30])
    const { channels } = await sharp(buffer).stats()
    expect(channels.map(({ mean }) => mean > 150)).toEqual([true, false, false])
  })

  it('what is newer stays as it was', async () =>
    expect((await sanitizeOlderImage(await sharp(raw).png().toBuffer())).mime).toBe('image/png'))

  it.each([
    ['half a BMP', async () => (await bmp()).subarray(0, 600), 'image.broken'],
    [
      'half a TIFF',
      async () =>
        (
          await sharp({ create: { ...raw.create, width: 900, height: 900 } })
            .tiff()
            .toBuffer()
        ).subarray(0, 2_000),
      'file.typeRefused',
    ],
    [
      'a BMP that says it is huge',
      async () => {
        const one = await bmp()
        one.writeInt32LE(70_000, 18)
        one.writeInt32LE(70_000, 22)
        return one
      },
      'image.tooLarge',
    ],
    ['an icon', async () => Buffer.from([0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 4, 0, 0, 0]), 'image.format'],
    ['a text', async () => Buffer.from('это не картинка'), 'file.typeRefused'],
  ])('refuses %s in words', async (_what, make, code) => {
    await expect(sanitizeOlderImage(await make())).rejects.toMatchObject({ code })
  })
})
