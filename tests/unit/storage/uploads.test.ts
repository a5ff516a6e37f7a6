import { deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { sanitizeImage } from '@/src/integrations/storage/images'
import { checkUpload, type UploadRule } from '@/src/integrations/storage/uploads'

const rule: UploadRule = { allow: ['picture', 'pdf', 'office', 'text', 'archive'], maxBytes: 5_000_000 }
const script = '<script>alert(1)</script>'
let png: Buffer
let jpeg: Buffer
let gif: Buffer

beforeAll(async () => {
  const base = sharp({ create: { width: 40, height: 20, channels: 3, background: '#c00' } })
  png = await base.clone().png().toBuffer()
  jpeg = await base
    .clone()
    .withExif({ IFD0: { Copyright: 'CANARY' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  gif = await base.clone().gif().toBuffer()
})

/** A PNG that says it is huge while it holds next to nothing. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('checkUpload', () => {
  it('takes what agrees with itself', async () => {
    expect(await checkUpload({ buffer: png, filename: 'Фото.PNG', mime: 'image/png' }, rule)).toEqual({
      kind: 'picture',
      ext: 'png',
      mime: 'image/png',
    })
    expect((await checkUpload({ buffer: jpeg, filename: 'a.jpeg', mime: '' }, rule)).mime).toBe('image/jpeg')
    expect(
      (await checkUpload({ buffer: Buffer.from('%PDF-1.7\n%âãÏÓ'), filename: 'a.pdf', mime: 'application/pdf' }, rule))
        .kind,
    ).toBe('pdf')
    expect(
      (
        await checkUpload(
          { buffer: Buffer.from('имя;цена\nболт <8 мм;5'), filename: 'a.csv', mime: 'application/vnd.ms-excel' },
          rule,
        )
      ).mime,
    ).toBe('text/csv')
    expect(
      (await checkUpload({ buffer: Buffer.from('привет'), filename: 'a.txt', mime: 'text/plain; charset=utf-8' }, rule))
        .mime,
    ).toBe('text/plain')
  })

  const refused: [string, () => Buffer, string, string, string][] = [
    [
      'SVG',
      () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
      'a.svg',
      'image/svg+xml',
      'file.typeRefused',
    ],
    [
      'SVG named PNG',
      () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"/>`),
      'a.png',
      'image/png',
      'file.mismatch',
    ],
    [
      'SVG named TXT',
      () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"/>`),
      'a.txt',
      'text/plain',
      'file.mismatch',
    ],
    ['XML named TXT', () => Buffer.from('<?xml version="1.0"?><a/>'), 'a.txt', 'text/plain', 'file.mismatch'],
    ['HTML', () => Buffer.from('<html></html>'), 'a.html', 'text/html', 'file.typeRefused'],
    ['HTML named CSV', () => Buffer.from(`a;b\n${script}`), 'a.csv', 'text/csv', 'file.mismatch'],
    ['HTML in capitals named TXT', () => Buffer.from('<!DOCTYPE HTML>'), 'a.txt', 'text/plain', 'file.mismatch'],
    ['HTML named PDF', () => Buffer.from(`<html>${script}`), 'a.pdf', 'application/pdf', 'file.mismatch'],
    ['PNG named JPG', () => png, 'a.jpg', 'image/jpeg', 'file.mismatch'],
    ['PNG that calls itself HTML', () => png, 'a.png', 'text/html', 'file.mismatch'],
    ['GIF named TXT', () => Buffer.from(`GIF89a/*${script}*/`), 'a.txt', 'text/plain', 'file.mismatch'],
    [
      'zip named docx',
      () => Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
      'a.docx',
      '',
      'file.mismatch',
    ],
    ['a program', () => Buffer.from('MZ\x90\0'), 'a.exe', '', 'file.typeRefused'],
    ['a program named TXT', () => Buffer.from('MZ and so on'), 'a.txt', '', 'file.mismatch'],
    ['a shell script named TXT', () => Buffer.from('#!/bin/sh'), 'a.txt', '', 'file.mismatch'],
    ['double ending', () => png, 'a.png.php', 'image/png', 'file.typeRefused'],
    ['no ending', () => png, 'png', 'image/png', 'file.typeRefused'],
    ['an ending from Object', () => png, 'a.constructor', 'image/png', 'file.typeRefused'],
    ['nothing', () => Buffer.alloc(0), 'a.png', 'image/png', 'file.empty'],
    ['too much', () => Buffer.alloc(5_000_001), 'a.png', 'image/png', 'file.tooLarge'],
  ]
  it.each(refused)('refuses %s', async (_name, make, filename, mime, code) => {
    await expect(checkUpload({ buffer: make(), filename, mime }, rule)).rejects.toMatchObject({ code })
  })

  it('takes only the kinds that this place wants', async () => {
    await expect(
      checkUpload({ buffer: png, filename: 'a.png', mime: 'image/png' }, { ...rule, allow: ['pdf'] }),
    ).rejects.toMatchObject({ code: 'file.typeRefused', params: { allowed: 'pdf' } })
  })
})

describe('sanitizeImage', () => {
  it('keeps the picture, turns it upright, drops what else was in the file', async () => {
    expect(jpeg.includes('CANARY')).toBe(true)
    const clean = await sanitizeImage(Buffer.concat([jpeg, Buffer.from(script)]))
    expect(clean).toMatchObject({ mime: 'image/jpeg', width: 20, height: 40 })
    expect(clean.buffer.includes('CANARY')).toBe(false)
    expect(clean.buffer.includes('<script')).toBe(false)
    expect((await sharp(clean.buffer).metadata()).exif).toBeUndefined()
  })

  it('draws PNG and GIF anew', async () => {
    expect(await sanitizeImage(Buffer.concat([png, Buffer.from('PK\x03\x04')]))).toMatchObject({
      mime: 'image/png',
      width: 40,
      height: 20,
    })
    const fromGif = await sanitizeImage(Buffer.concat([gif, Buffer.from(script)]))
    expect(fromGif.mime).toBe('image/png')
    expect(fromGif.buffer.includes('<script')).toBe(false)
  })

  it('makes large pictures smaller', async () => {
    expect(await sanitizeImage(png, { maxSide: 10 })).toMatchObject({ width: 10, height: 5 })
  })

  it.each([
    [60_000, 60_000],
    [100_000, 501],
  ])('refuses a bomb of %i × %i before decoding it', async (width, height) => {
    const before = process.memoryUsage().rss
    await expect(sanitizeImage(bomb(width, height))).rejects.toMatchObject({ code: 'image.tooLarge', status: 413 })
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })

  it('refuses what is torn, what is no picture, and formats that carry code', async () => {
    await expect(sanitizeImage(png.subarray(0, 60))).rejects.toMatchObject({ code: 'image.broken', status: 422 })
    const noise = Buffer.from(jpeg)
    noise.fill(0xff, 200, 260)
    await expect(sanitizeImage(noise.subarray(0, 300))).rejects.toMatchObject({ code: 'image.broken' })
    for (const other of [
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5"/>`),
      Buffer.from('%PDF-1.7'),
      Buffer.from('text'),
      Buffer.alloc(0),
    ]) {
      await expect(sanitizeImage(other)).rejects.toMatchObject({ code: 'file.typeRefused' })
    }
    await expect(sanitizeImage(png, { maxBytes: 10 })).rejects.toMatchObject({ code: 'file.tooLarge' })
  })
})
