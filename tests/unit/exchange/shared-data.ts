import { existsSync } from 'node:fs'
import path from 'node:path'

/** A file of the shared data beside the repository (KABINET_SHARED names another place). Read, never copied. */
export function sharedFile(...parts: string[]): string {
  const repository = path.resolve(import.meta.dirname, '../../..')
  const places = [process.env['KABINET_SHARED'], path.join(repository, '../shared'), path.join(repository, '../../shared')]
  const found = places.find((one) => one && existsSync(path.join(one, 'data')))
  if (!found) throw new Error('no shared data: put it beside the repository or set KABINET_SHARED')
  return path.join(found, 'data', ...parts)
}
