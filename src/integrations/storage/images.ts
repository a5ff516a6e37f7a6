import { availableParallelism } from 'node:os'
import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { AppError } from '@/src/lib/errors'

export type SanitizedImage = { buffer: Buffer; mime: string; width: number; height: number }

export type ImageLimits = {
  /** the longer side of what comes out; 4096 */
  maxSide?: number
  /** pixels of what comes in, before anything is decoded; 50 million */
  maxPixels?: number
  maxBytes?: number
}

// Pictures of the exchange are drawn for minutes: one core is left to whoever waits for a page.
sharp.concurrency(Math.max(1, availableParallelism() - 1))

/** Pictures that this process has drawn: they need not be drawn again on their way into the store. */
const drawnHere = new WeakSet<Buffer>()
export const isDrawn = (buffer: Buffer): boolean => drawnHere.has(buffer)

const TAKEN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/heic'])

/**
 * Decodes a picture and draws it anew: what comes out holds pixels only, no metadata (place of a photo), no second
 * file behind the picture. Turned as the camera held it. JPEG stays JPEG, what may be transparent becomes PNG or
 * WebP; of an animation the first frame stays.
 * Throws AppError `file.typeRefused` (415), `file.tooLarge` (413), `image.tooLarge` (413), `image.broken` (422).
 */
export async function sanitizeImage(buffer: Buffer, limits: ImageLimits = {}): Promise<SanitizedImage> {
  const { maxSide = 4_096, maxPixels = 50_000_000, maxBytes = 25 * 1024 * 1024 } = limits
  if (buffer.length > maxBytes)
    throw new AppError('file.tooLarge', { max: Math.floor(maxBytes / 1024 / 1024) }, { status: 413 })
  // The bytes decide, before sharp sees them: it would also open SVG, PDF and TIFF.
  const mime = (await fileTypeFromBuffer(buffer))?.mime ?? ''
  if (!TAKEN.has(mime))
    throw new AppError('file.typeRefused', { allowed: 'jpg, png, webp, gif, avif' }, { status: 415 })

  try {
    const source = sharp(buffer, { limitInputPixels: false, failOn: 'error', pages: 1 })
    const { width, height } = await source.metadata()
    if (width * height > maxPixels) {
      throw new AppError('image.tooLarge', { max: Math.floor(maxPixels / 1_000_000) }, { status: 413 })
    }
    const drawn = sharp(buffer, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 })
      .autoOrient()
      .timeout({ seconds: 20 })
      .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
    const output = encode(drawn, mime)
    const { data, info } = await output.image.toBuffer({ resolveWithObject: true })
    drawnHere.add(data)
    return { buffer: data, mime: output.mime, width: info.width, height: info.height }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('image.broken', {}, { status: 422, cause: error })
  }
}

function encode(image: Sharp, mime: string): { image: Sharp; mime: string } {
  if (mime === 'image/png' || mime === 'image/gif')
    return { image: image.png({ compressionLevel: 9 }), mime: 'image/png' }
  if (mime === 'image/webp' || mime === 'image/avif') return { image: image.webp({ quality: 84 }), mime: 'image/webp' }
  return { image: image.flatten({ background: '#ffffff' }).jpeg({ quality: 86, mozjpeg: true }), mime: 'image/jpeg' }
}
