import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../scripts/lib/paths.mjs'

/** A file of the data that lie beside the repository (or where KABINET_SHARED says); a test without them fails. */
export function sharedData(relative: string): string {
  const folder = process.env.KABINET_SHARED ?? path.resolve(root, '../shared/data')
  const file = path.join(folder, relative)
  if (!existsSync(file)) {
    throw new Error(`${file} is missing. Put the shared data beside the clone (../shared/data) or name their folder in KABINET_SHARED.`)
  }
  return file
}
