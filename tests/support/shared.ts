import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../scripts/lib/paths.mjs'

/** Where the shared data may lie: named in KABINET_SHARED, beside the clone, or beside the folder of worktrees. */
const places = (): string[] => [process.env.KABINET_SHARED, '../shared/data', '../../shared/data'].flatMap((place) => (place ? [path.resolve(root, place)] : []))

/** A file of the data that lie beside the repository (or where KABINET_SHARED says); a test without them fails. Read, never copied. */
export function sharedData(relative: string): string {
  const folder = places().find((place) => existsSync(place)) ?? ''
  const file = path.join(folder, relative)
  if (!folder || !existsSync(file)) {
    throw new Error(`${file} is missing. Put the shared data beside the clone (../shared/data) or name their folder in KABINET_SHARED.`)
  }
  return file
}
