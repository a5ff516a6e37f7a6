import config from '@payload-config'
import pg from 'pg'
import { getPayload, type Migration } from 'payload'
import { settings, SettingsError } from '@/src/lib/settings'
import { prepareQueue } from '@/src/mechanisms/jobs/worker'
import { migrations } from '@/src/migrations'

/** Any constant: all processes that migrate one database wait for each other on it. */
const LOCK = 4_205_911

/** Brings the database to the schema of this code. Many may call it at once; one works, the others wait. */
async function migrate(connectionString: string): Promise<void> {
  const guard = new pg.Client({ connectionString })
  await guard.connect()
  try {
    await guard.query('select pg_advisory_lock($1)', [LOCK])
    const payload = await getPayload({ config, disableOnInit: true })
    // The general type takes no argument of PostgreSQL's own kind; the adapter gives exactly that one.
    await payload.db.migrate({ migrations: migrations as Migration[] })
    await prepareQueue(connectionString)
    const { rows } = await guard.query<{ name: string }>('select name from payload_migrations')
    const missing = migrations.filter(({ name }) => !rows.some((row) => row.name === name))
    if (missing.length > 0) throw new Error(`These migrations did not run: ${missing.map(({ name }) => name).join(', ')}`)
    process.stdout.write(`migrated: ${rows.length}\n`)
    await payload.destroy()
  } finally {
    await guard.end()
  }
}

try {
  await migrate(settings().DATABASE_URL)
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}
