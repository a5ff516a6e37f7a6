import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import { getTestPayload } from '@/tests/support/payload'
import { root } from '../../../scripts/lib/paths.mjs'

/** Written anew by `TABLES=write npx vitest run --project int tests/int/mechanisms/tables.test.ts`, which `npm run schema` does. */
const FILE = path.join(root, 'src/mechanisms/database/tables.ts')

type Column = { table: string; column: string; type: string; nullable: boolean; values: string[] | null }

/** What the driver makes of a type: sums and whole numbers of eight bytes stay text, moments are text in the zone of the session. */
const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  name: 'string',
  citext: 'string',
  tsvector: 'string',
  numeric: 'string',
  int8: 'string',
  int2: 'number',
  int4: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'string',
  timestamp: 'string',
  date: 'string',
  interval: 'string',
  json: 'unknown',
  jsonb: 'unknown',
  bytea: 'Buffer',
  inet: 'string',
}

const typeOf = ({ type, values }: Column): string => {
  if (values) return values.map((value) => `'${value}'`).join(' | ')
  const [one, many] = type.startsWith('_') ? [type.slice(1), '[]'] : [type, '']
  const known = TYPES[one]
  if (!known) throw new Error(`No type is known for ${type}`)
  return known + many
}

const key = (name: string): string => (/^[a-z_]\w*$/i.test(name) ? name : `'${name}'`)

function written(columns: readonly Column[]): string {
  const tables = new Map<string, Column[]>()
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  const bodies = [...tables].map(
    ([table, own]) =>
      `  ${table}: {\n${own.map((it) => `    ${key(it.column)}: ${typeOf(it)}${it.nullable ? ' | null' : ''}`).join('\n')}\n  }`,
  )
  return `/**
 * Rows of the database as the driver gives them: tables and columns by their names there. Written by \`npm run schema\` from
 * the migrated database; a test holds it to that. Times are text, sums of eight bytes too.
 */
export type Tables = {\n${bodies.join('\n')}\n}

export type TableName = keyof Tables
`
}

let columns: Column[]

beforeAll(async () => {
  columns = await query<Column>(
    await getTestPayload(),
    sql`select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
               (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as values
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and c.relname not like 'payload\\_migrations%' and c.relname not like 'test\\_%'
        order by c.relname, a.attnum`,
  )
})

describe('types of rows', () => {
  it('are those of the migrated database', () => {
    const now = written(columns)
    if (process.env.TABLES === 'write') writeFileSync(FILE, now)
    expect(existsSync(FILE) && readFileSync(FILE, 'utf8')).toBe(now)
    expect(columns.length).toBeGreaterThan(400)
  })
})
