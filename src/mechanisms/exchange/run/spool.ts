import { settings } from '@/src/lib/settings'
import { createSpool, type Spool } from '../archive/spool'

const spools = new Map<string, Spool>()

/** The spool that all instances share; what a session holds is counted once and not for every picture. */
export function exchangeSpool(): Spool {
  const { SPOOL_DIR } = settings()
  const known = spools.get(SPOOL_DIR)
  if (known) return known
  const made = createSpool(SPOOL_DIR)
  spools.set(SPOOL_DIR, made)
  return made
}
