import type pg from 'pg'
import { settings } from '@/src/lib/settings'
import { sessionFiles, type SessionFile } from '../archive/session-files'
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

/** Class of the advisory locks under which the files of a session are joined and unpacked. */
const JOINING = 7_216_003

/**
 * The files of a session, joined and unpacked by one worker at a time: an import and the pictures may ask at once.
 *
 * @throws AppError of `unzip`
 */
export async function spooledFiles(client: pg.ClientBase, session: string): Promise<SessionFile[]> {
  await client.query('select pg_advisory_lock($1, hashtext($2))', [JOINING, session])
  try {
    return await sessionFiles(exchangeSpool(), session)
  } finally {
    await client.query('select pg_advisory_unlock($1, hashtext($2))', [JOINING, session])
  }
}
