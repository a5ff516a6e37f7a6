import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** The clone this script belongs to. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Everything a running portal keeps beside its code: database, secrets, spool, marks of the build. */
export const dataDir = path.join(root, '.data')

/** A path inside `.data`; the folder itself is made on the way. */
export const inData = (...parts) => {
  mkdirSync(dataDir, { recursive: true })
  // Under root with a strict umask the server's own user could not enter; secrets inside are files of mode 600.
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o755)
  return path.join(dataDir, ...parts)
}

/** A short name for this clone, the same at every start. */
export const cloneId = createHash('sha256').update(root).digest('hex').slice(0, 12)
