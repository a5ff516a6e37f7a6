import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { getTestPayload } from '@/tests/support/payload'
import { root } from '../../../scripts/lib/paths.mjs'

/** What `npm run schema` would write for the entity of `tests/specimen`; anew by `SPECIMEN=write`. */
const FILE = path.join(root, 'tests/specimen/schema.sql')
const MIGRATIONS = path.join(root, 'src/migrations')

type Snapshot = Record<string, unknown>
type Kit = {
  generateDrizzleJson: (schema: unknown) => Promise<Snapshot>
  generateMigration: (before: Snapshot, after: Snapshot) => Promise<string[]>
}

describe('the schema of an entity that was only just added', () => {
  it('is what the last migration lacks, and nothing else is', async () => {
    const { db } = await getTestPayload()
    const { requireDrizzleKit, schema } = db as unknown as { requireDrizzleKit: () => Kit; schema: unknown }
    const { generateDrizzleJson, generateMigration } = requireDrizzleKit()
    const last = readdirSync(MIGRATIONS)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .at(-1)
    const before = JSON.parse(readFileSync(path.join(MIGRATIONS, String(last)), 'utf8')) as Snapshot
    const statements = await generateMigration(before, await generateDrizzleJson(schema))
    const now = `${statements.map((statement) => statement.trim()).join('\n')}\n`
    if (process.env.SPECIMEN === 'write') writeFileSync(FILE, now)
    expect(now).toBe(readFileSync(FILE, 'utf8'))
    expect(statements.filter((statement) => !/test_guarantees/.test(statement))).toEqual([])
  })
})
