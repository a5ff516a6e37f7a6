/** Names of drawings in pictures.ts. */
export type Icon =
  | 'bolt'
  | 'nut'
  | 'stud'
  | 'washer'
  | 'wedge'
  | 'sleeve'
  | 'drop'
  | 'dowel'
  | 'screw'
  | 'roofing'
  | 'electrode'
  | 'wire'
  | 'disc'
  | 'drill'
  | 'wrench'
  | 'hammer'
  | 'shackle'
  | 'turnbuckle'
  | 'rope'
  | 'chain'
  | 'sling'
  | 'glove'
  | 'helmet'

export type GroupKey =
  | 'bolts'
  | 'nuts'
  | 'studs'
  | 'washers'
  | 'anchors'
  | 'dowels'
  | 'roofing'
  | 'screws'
  | 'electrodes'
  | 'wire'
  | 'abrasives'
  | 'drills'
  | 'hand'
  | 'shackles'
  | 'ropes'
  | 'slings'
  | 'safety'

/** A size on the shelf: what its name ends with, its article, the contract price in roubles. */
export type Item = { size: string; code: string; price: number; properties?: Record<string, string> }

/** One kind of goods in several sizes. `variants` turn each size into several SKUs. */
export type Family = {
  group: GroupKey
  icon: Icon
  brand: string
  unit: string
  /** pieces in a package */
  pack: number
  name: string
  /** follows the size in the name */
  tail?: string
  prefix: string
  description: string
  properties: Record<string, string>
  items: readonly Item[]
  variants?: { name: string; values: ReadonlyArray<{ value: string; code: string; factor: number }> }
}

/** A row of sizes from `size code price` lines; `read` adds properties taken from the size. */
export function sizes(text: string, read: (size: string) => Record<string, string> = () => ({})): Item[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [size = '', code = '', price = ''] = line.trim().split('|')
      return { size, code, price: Number(price), properties: read(size) }
    })
}

/** «М12×60» -> diameter and length. */
export const thread = (size: string): Record<string, string> => {
  const [diameter, length] = size.split('×')
  return { ...(diameter ? { Диаметр: diameter } : {}), ...(length ? { Длина: `${length} мм` } : {}) }
}
