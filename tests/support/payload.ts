import type { Payload } from 'payload'
import { forgetSwitches } from '@/src/mechanisms/modules/switches'
import { emptyTables } from './database'

// One Payload for a worker, however many files it runs; its database is made by setup-database.ts.
const shared = globalThis as typeof globalThis & { kabinetTestPayload?: Promise<Payload> }

/** The worker's own Payload, with the real configuration, over a database of its own. */
export function getTestPayload(): Promise<Payload> {
  return (shared.kabinetTestPayload ??= open())
}

/** Address of the worker's database, for what opens connections by itself. */
export async function testDatabaseUrl(): Promise<string> {
  return process.env.DATABASE_URL ?? ''
}

/** Removes every row but keeps the schema; call it before each test that writes. */
export async function emptyDatabase(): Promise<void> {
  await emptyTables(await testDatabaseUrl())
  forgetSwitches()
}

async function open(): Promise<Payload> {
  const [{ getPayload }, { default: config }] = await Promise.all([import('payload'), import('@payload-config')])
  return getPayload({ config })
}
