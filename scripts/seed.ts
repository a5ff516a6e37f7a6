import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { seedDemo } from '@/src/demo/seed'
import { settings, SettingsError } from '@/src/lib/settings'

/**
 * Gives an empty database its first contents: the demo company (DEMO=1), or one administrator from ADMIN_EMAIL
 * and ADMIN_PASSWORD. A database in which somebody works is left alone.
 */
async function seed(payload: Payload): Promise<string> {
  const { totalDocs } = await payload.count({ collection: 'staff' })
  if (totalDocs > 0) return 'kept'
  const { DEMO, ADMIN_EMAIL, ADMIN_PASSWORD } = settings()
  if (DEMO) {
    await seedDemo(payload)
    return 'demo'
  }
  // Without an administrator the panel would offer the first visitor to become one.
  if (!ADMIN_EMAIL || !ADMIN_PASSWORD)
    throw new SettingsError(
      'ADMIN_EMAIL and ADMIN_PASSWORD are not set and nobody can administer this database yet; see .env.example.',
    )
  await payload.create({
    collection: 'staff',
    data: { email: ADMIN_EMAIL, password: ADMIN_PASSWORD, name: ADMIN_EMAIL, role: 'admin' },
  })
  return 'administrator'
}

try {
  const payload = await getPayload({ config })
  process.stdout.write(`seeded: ${await seed(payload)}\n`)
  await payload.destroy()
  process.exit(0)
} catch (error) {
  process.stderr.write(
    `${error instanceof SettingsError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(1)
}
