import { create } from 'qrcode'

/** The quiet zone that a reader needs around the code, in modules. Source: ISO/IEC 18004. */
const QUIET = 4

export type Qr = {
  /** modules along a side, the quiet zone included */
  size: number
  /** the dark modules as the `d` of an SVG path, one unit a module */
  path: string
}

/** A QR code (UTF-8, medium correction) as a path that is sharp at any size. Throws for a text beyond about 2 kB. */
export function qr(text: string): Qr {
  const { modules } = create([{ data: new TextEncoder().encode(text), mode: 'byte' }], { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue
      let end = column
      while (end + 1 < modules.size && modules.get(row, end + 1)) end += 1
      path += `M${column + QUIET} ${row + QUIET}h${end - column + 1}v1H${column + QUIET}z`
      column = end
    }
  }
  return { size: modules.size + QUIET * 2, path }
}
