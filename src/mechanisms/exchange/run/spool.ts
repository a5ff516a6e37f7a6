import type pg from 'pg'
import { ofProcess } from '@/src/lib/ofProcess'
import { settings } from '@/src/lib/settings'
import { sessionFiles, type SessionFile } from '../archive/session-files'
import { createSpool, type Spool } from '../archive/spool'

/** The spool that all instances share; what a session holds is counted once and not for every picture. */
export function exchangeSpool(): Spool {
  const { SPOOL_DIR } = settings()
  return ofProcess(`spool ${SPOOL_DIR}`, () => createSpool(SPOOL_DIR))
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
