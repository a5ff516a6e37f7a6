import { createWriteStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { amplified } from '../../scripts/amplify.mjs'
import { root } from '../../scripts/lib/paths.mjs'
import { demoCatalogue, importXml, offersXml } from '../emulator/catalogue-xml'

const WAREHOUSES = [
  '11111111-0000-4000-8000-000000000001',
  '11111111-0000-4000-8000-000000000002',
  '11111111-0000-4000-8000-000000000003',
]
const SEED = 'bench'

export type Sources = { goods: string; offers: string; from: string }

/** A real pair of files with two price types, its stock spread over three warehouses; a made one where the data are absent. */
export async function benchSources(): Promise<Sources> {
  const folder = path.join(
    process.env.KABINET_SHARED ?? path.resolve(root, '../shared/data'),
    'commerceml/catalogue-2.07',
  )
  if (!existsSync(folder)) {
    const catalogue = demoCatalogue({ products: 200 })
    return {
      goods: importXml(catalogue).toString(),
      offers: severalWarehouses(offersXml(catalogue).toString()),
      from: 'made goods',
    }
  }
  const text = async (name: string): Promise<string> =>
    (await readFile(path.join(folder, name), 'utf8')).replace(/^\ufeff/, '')
  return {
    goods: await text('import0_1.xml'),
    offers: severalWarehouses(await text('offers-other-catalogue.xml')),
    from: 'catalogue-2.07',
  }
}

function severalWarehouses(offers: string): string {
  const declared = WAREHOUSES.map(
    (id, place) => `<Склад><Ид>${id}</Ид><Наименование>Склад ${place + 1}</Наименование></Склад>`,
  ).join('')
  const stocks = (qty: string): string =>
    WAREHOUSES.map((id) => `<Склад ИдСклада="${id}" КоличествоНаСкладе="${qty}"/>`).join('')
  return offers
    .replace(/<Склады>[\s\S]*?<\/Склады>/, `<Склады>${declared}</Склады>`)
    .replace(
      /(<Предложение>[\s\S]*?)(?:<Склад [^>]*\/>\s*)+/g,
      (_whole, head: string) => `${head}${stocks(String(head.length % 40))}`,
    )
}

/** `count` goods and as many offers as two files; `change` rewrites each piece (for a delta). */
export async function writePair(
  folder: string,
  sources: Sources,
  count: number,
  change: (piece: string) => string = (piece) => piece,
): Promise<void> {
  const files = [
    ['import.xml', sources.goods, 'Товар'],
    ['offers.xml', sources.offers, 'Предложение'],
  ] as const
  for (const [name, xml, tag] of files) {
    const pieces = function* (): Generator<string> {
      for (const piece of amplified(xml, tag, count, SEED)) yield change(piece)
    }
    await pipeline(Readable.from(pieces()), createWriteStream(path.join(folder, name)))
  }
}
