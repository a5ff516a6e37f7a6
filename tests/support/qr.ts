import jsQR from 'jsqr'
import sharp from 'sharp'

/** Dots for one module: a camera sees no fewer. */
const DOTS = 6

/** What a camera reads of a QR code drawn as an SVG path in a square of `size` modules; undefined when it reads nothing. */
export async function scanQr({ size, path }: { size: number; path: string }): Promise<string | undefined> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * DOTS}" height="${size * DOTS}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const found = jsQR(new Uint8ClampedArray(data), info.width, info.height)
  return found ? Buffer.from(found.binaryData).toString('utf8') : undefined
}
