import { decode } from 'bmp-ts'
import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { AppError } from '@/src/lib/errors'
import { sanitizeImage, type SanitizedImage } from './images'

const MAX_PIXELS = 30_000_000
const MAX_BYTES = 128 * 1024 * 1024
const MAX_SIDE = 4_096
/** Where a BMP keeps its width, and behind it its height. */
const BMP_SIDES = 18

/**
 * `sanitizeImage` for pictures as they lie in 1C: what was pasted from the clipboard is BMP, what was scanned is TIFF.
 * Both become JPEG. Throws what `sanitizeImage` throws, and AppError `image.format` (415) for a picture of a kind that
 * the portal cannot read.
 */
export async function sanitizeOlderImage(buffer: Buffer): Promise<SanitizedImage> {
  const type = await fileTypeFromBuffer(buffer)
  if (type?.mime === 'image/bmp') return sanitizeImage(await drawn(buffer, bmp))
  if (type?.mime === 'image/tiff') return sanitizeImage(await drawn(buffer, tiff))
  try {
    return await sanitizeImage(buffer)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'file.typeRefused' || !type?.mime.startsWith('image/'))
      throw error
    throw new AppError('image.format', { format: type.ext.toUpperCase() }, { status: 415 })
  }
}

async function drawn(buffer: Buffer, read: (buffer: Buffer) => Sharp | Promise<Sharp>): Promise<Buffer> {
  if (buffer.length > MAX_BYTES) throw new AppError('file.tooLarge', { max: MAX_BYTES / 1024 / 1024 }, { status: 413 })
  try {
    return await (
      await read(buffer)
    )
      .timeout({ seconds: 20 })
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 90 })
      .toBuffer()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('image.broken', {}, { status: 422, cause: error })
  }
}

function bmp(buffer: Buffer): Sharp {
  refuseLarge(Math.abs(buffer.readInt32LE(BMP_SIDES)), Math.abs(buffer.readInt32LE(BMP_SIDES + 4)))
  const { data, width, height } = decode(buffer, { toRGBA: true })
  // The fourth byte of a BMP's pixel is seldom transparency and mostly nothing.
  for (let at = 3; at < data.length; at += 4) data[at] = 0xff
  return sharp(data, { raw: { width, height: Math.abs(height), channels: 4 } })
}

async function tiff(buffer: Buffer): Promise<Sharp> {
  const { width, height } = await sharp(buffer, { limitInputPixels: false, pages: 1 }).metadata()
  refuseLarge(width, height)
  return sharp(buffer, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 }).autoOrient()
}

/** Before anything is decoded: what comes out is as large as the picture says it is. */
function refuseLarge(width: number, height: number): void {
  if (width < 1 || height < 1) throw new AppError('image.broken', {}, { status: 422 })
  if (width * height > MAX_PIXELS)
    throw new AppError('image.tooLarge', { max: MAX_PIXELS / 1_000_000 }, { status: 413 })
}
