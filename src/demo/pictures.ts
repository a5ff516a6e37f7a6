import type { PayloadRequest } from 'payload'
import sharp from 'sharp'
import type { Icon } from './catalogue/family'

/** Line drawings on a field of 24 × 24, and what each shows. */
const drawings: Record<Icon, { alt: string; path: string }> = {
  bolt: { alt: 'Болт', path: 'M4 6h6v8H4zM10 8h11v4H10M13 8v4M16 8v4M19 8v4' },
  nut: { alt: 'Гайка', path: 'M8 4h8l4.5 8L16 20H8l-4.5-8zM12 8.5a3.5 3.5 0 1 0 .01 0' },
  stud: { alt: 'Шпилька', path: 'M3.5 17.5l14-14 3 3-14 14zM6.5 14.5l3 3M9.5 11.5l3 3M12.5 8.5l3 3M15.5 5.5l3 3' },
  washer: { alt: 'Шайба', path: 'M12 4a8 8 0 1 0 .01 0M12 8.5a3.5 3.5 0 1 0 .01 0' },
  wedge: { alt: 'Анкер клиновой', path: 'M3 9h3v6H3zM6 10h9v4H6M15 10l6-1v6l-6-1M8 10v4M10 10v4' },
  sleeve: { alt: 'Анкерный болт', path: 'M3 8h3v8H3zM6 9h12v6H6M18 9l3 1v4l-3 1M9 12h7' },
  drop: { alt: 'Анкер забивной', path: 'M5 8h14v8H5zM5 12h8M13 8v8M16 8v8' },
  dowel: { alt: 'Дюбель', path: 'M3 7h2v10H3zM5 9h13l3 3-3 3H5M8 9v6M11 9v6M14 9v6' },
  screw: { alt: 'Саморез', path: 'M4 5l4 4M3 8l5-5M7 8l11 11 2 1-1-2L8 7M10 13l3-3M13 16l3-3' },
  roofing: { alt: 'Саморез кровельный', path: 'M9 3h6v4H9zM6 7h12v2H6zM11 9h2v9l-1 3-1-3zM10 12l4-1M10 15l4-1' },
  electrode: { alt: 'Электроды', path: 'M4 20L18 6M7 21L21 7M3 17L17 3M19 4l1-1' },
  wire: { alt: 'Проволока', path: 'M12 4a8 8 0 1 0 .01 0M12 7a5 5 0 1 0 .01 0M12 10a2 2 0 1 0 .01 0M12 20h9' },
  disc: { alt: 'Круг отрезной', path: 'M12 3a9 9 0 1 0 .01 0M12 10a2 2 0 1 0 .01 0M12 6a6 6 0 0 1 6 6' },
  drill: { alt: 'Сверло', path: 'M3 18l3 3 4-4-3-3zM8 13l8-8 5-2-2 5-8 8M11 10l4 3M14 7l3 3' },
  wrench: { alt: 'Ключ', path: 'M15 3a5 5 0 0 0-4 7l-8 8 3 3 8-8a5 5 0 0 0 7-5l-3 2-3-2v-2z' },
  hammer: { alt: 'Молоток', path: 'M4 7h11l4 3v2h-4l-1-1H4zM8 11v10h3V11' },
  shackle: { alt: 'Скоба', path: 'M7 17V9a5 5 0 0 1 10 0v8M4 16h16v3H4z' },
  turnbuckle: { alt: 'Талреп', path: 'M8 9h8v6H8zM8 12H5M16 12h3M4 10a2 2 0 1 0 .01 4M20 10a2 2 0 1 1-.01 4' },
  rope: { alt: 'Канат', path: 'M5 6c4 0 4 6 8 6s4-6 8-6M5 12c4 0 4 6 8 6s4-6 8-6M3 6h2M3 12h2' },
  chain: { alt: 'Цепь', path: 'M8 9h3a3 3 0 0 1 0 6H8a3 3 0 0 1 0-6zM14 9h3a3 3 0 0 1 0 6h-3a3 3 0 0 1 0-6z' },
  sling: {
    alt: 'Строп',
    path: 'M2 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M15 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M8.5 10.5h7M8.5 13.5h7',
  },
  glove: { alt: 'Перчатки', path: 'M7 21v-7l-2-4 2-1 2 3V4h2v6V3h2v7V4h2v7V6h2v9l-1 6z' },
  helmet: { alt: 'Каска', path: 'M3 17h18v2H3zM5 17v-3a7 7 0 0 1 14 0v3M10 7v6M14 7v6' },
}

const SIDE = 480
/** Seen on a light and on a dark ground alike. */
const INK = '#8a8378'

/** Draws a picture for each kind of goods and keeps it as media with its sizes. */
export async function seedPictures(req: PayloadRequest): Promise<Partial<Record<Icon, string>>> {
  const ids: Partial<Record<Icon, string>> = {}
  for (const [icon, { alt, path }] of Object.entries(drawings) as Array<[Icon, { alt: string; path: string }]>) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 32 32" width="${SIDE}" height="${SIDE}" fill="none" stroke="${INK}" stroke-width="0.9" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`
    const data = await sharp(Buffer.from(svg)).png().toBuffer()
    const media = await req.payload.create({
      collection: 'media',
      data: { alt },
      file: { data, mimetype: 'image/png', name: `${icon}.png`, size: data.length },
      req,
      depth: 0,
      overrideAccess: true,
    })
    ids[icon] = String(media.id)
  }
  return ids
}
