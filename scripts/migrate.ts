import config from '@payload-config'
import pg from 'pg'
import { getPayload, type Migration } from 'payload'
import { prepareStorage } from '@/src/integrations/storage/fromSettings'
import { settings, SettingsError } from '@/src/lib/settings'
import { prepareQueue } from '@/src/mechanisms/jobs/worker'
import { migrations } from '@/src/migrations'

/** Any constant: all processes that migrate one database wait for each other on it. */
const LOCK = 4_205_911

/** A database that a newer version has brought up must not be worked on by this one. */
async function refuseNewer(client: pg.Client): Promise<void> {
  const {
    rows: [there],
  } = await client.query<{ there: string | null }>(`select to_regclass('payload_migrations')::text as there`)
  if (!there?.there) return
  const { rows } = await client.query<{ name: string }>(`select name from payload_migrations where batch >= 0`)
  const strange = rows.filter(({ name }) => !migrations.some((known) => known.name === name)).map(({ name }) => name)
  if (strange.length > 0)
    throw new SettingsError(
      `The database is of a newer version of the portal (it has had ${strange.join(', ')}); update the code first.`,
    )
}

/** The bucket or the folder of the files, before anything needs it. */
async function openStorage(): Promise<void> {
  try {
    await prepareStorage()
  } catch (error) {
    const { S3_BUCKET, MEDIA_DIR } = settings()
    const reason = error instanceof Error ? `${error.name}: ${error.message}`.replace(/\s+/g, ' ') : String(error)
    throw new SettingsError(
      `${S3_BUCKET ? `S3_BUCKET ${S3_BUCKET}` : `MEDIA_DIR ${MEDIA_DIR}`} cannot be used (${reason}); see .env.example.`,
    )
  }
}

/** Brings the database to the schema of this code. Many may call it at once; one works, the others wait. */
async function migrate(connectionString: string): Promise<void> {
  const guard = new pg.Client({ connectionString })
  await guard.connect()
  try {
    await guard.query('select pg_advisory_lock($1)', [LOCK])
    const payload = await getPayload({ config, disableOnInit: true })
    await refuseNewer(guard)
    // The general type takes no argument of PostgreSQL's own kind; the adapter gives exactly that one.
    await payload.db.migrate({ migrations: migrations as Migration[] })
    await prepareQueue(connectionString)
    const { rows } = await guard.query<{ name: string }>('select name from payload_migrations')
    const missing = migrations.filter(({ name }) => !rows.some((row) => row.name === name))
    if (missing.length > 0)
      throw new Error(`These migrations did not run: ${missing.map(({ name }) => name).join(', ')}`)
    process.stdout.write(`migrated: ${rows.length}\n`)
    await payload.destroy()
  } finally {
    await guard.end()
  }
}

try {
  const { DATABASE_URL } = settings()
  await openStorage()
  await migrate(DATABASE_URL)
  process.exit(0)
} catch (error) {
  process.stderr.write(
    `${error instanceof SettingsError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(1)
}
