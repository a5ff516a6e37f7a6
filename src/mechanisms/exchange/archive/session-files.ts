import { stat } from 'node:fs/promises'
import path from 'node:path'
import { sizeOf, walkFolder } from './disk'
import type { Spool, SpooledFile } from './spool'
import { unzip, type UnzipLimits } from './unzip'

/** A file of a session, ready to be read; `archive` names the zip it came out of. */
export type SessionFile = SpooledFile & { archive: string | null }

/**
 * What a session has sent, as plain files: chunks joined, zips unpacked beside them (each into a folder of its own, the
 * zip itself kept for replay), in the order of an exchange (`rankOf`). Can be called again: the result is the same.
 *
 * @throws AppError of `unzip`
 */
export async function sessionFiles(
  spool: Spool,
  session: string,
  limits: Partial<UnzipLimits> = {},
): Promise<SessionFile[]> {
  const found: SessionFile[] = []
  for (const file of await spool.finish(session)) {
    if (!/\.zip$/i.test(file.name)) {
      found.push({ ...file, archive: null })
      continue
    }
    for (const one of await unpackedOnce(spool.folder(session), file, limits))
      found.push({ ...one, archive: file.name })
  }
  return found.sort((a, b) => rankOf(a.name) - rankOf(b.name) || compareNumbered(a.name, b.name))
}

/** Unpacks a zip unless this very zip has been: a folder stands only when it is whole, so its being there is enough. */
async function unpackedOnce(home: string, file: SpooledFile, limits: Partial<UnzipLimits>): Promise<SpooledFile[]> {
  const { mtimeMs, size } = await stat(file.path)
  const target = path.join(home, 'unpacked', `${file.name}.${size}-${Math.round(mtimeMs)}`)
  if ((await sizeOf(target)) === null) return (await unzip(file.path, target, limits)).files
  return (await walkFolder(target)).map((one) => ({
    name: path.relative(target, one.path).split(path.sep).join('/'),
    ...one,
  }))
}

const RANKS: [RegExp, number][] = [
  [/(^|\/)import[^/]*\.xml$/i, 0],
  [/(^|\/)offers[^/]*\.xml$/i, 3],
  [/(^|\/)prices[^/]*\.xml$/i, 4],
  [/(^|\/)rests[^/]*\.xml$/i, 5],
  [/(^|\/)(orders|documents)[^/]*\.xml$/i, 6],
  [/\.xml$/i, 7],
]
const PICTURES = 8
const IN_PROPERTIES = 1
const IN_GOODS = 2

/**
 * The place of a file in the order of an exchange: classifier, properties, goods, offers, prices, rests, documents,
 * pictures. In 3.1 the classifier is `import.xml` of the root, the rest lies in `properties/` and `goods/`.
 */
export function rankOf(name: string): number {
  const rank = RANKS.find(([pattern]) => pattern.test(name))?.[1] ?? PICTURES
  const folder = name.toLowerCase()
  if (rank !== PICTURES && /(^|\/)properties\//.test(folder)) return IN_PROPERTIES
  if (rank === 0 && /(^|\/)goods\//.test(folder)) return IN_GOODS
  return rank
}

/** `import0_2.xml` before `import0_10.xml`. */
function compareNumbered(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
