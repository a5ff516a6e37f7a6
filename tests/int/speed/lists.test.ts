import { sql } from '@payloadcms/db-postgres/drizzle'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { idIn, idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { byDates, byId, byOption } from '@/src/mechanisms/lists/listSql'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { root } from '../../../scripts/lib/paths.mjs'

let payload: Payload
let build: Builders

describe('conditions that an index serves', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
    await emptyDatabase()
  })

  it('take an id that is none for one that names no row', async () => {
    const one = await build.company()
    const two = await build.company()
    const names = async (condition: ReturnType<typeof sql>): Promise<string[]> =>
      (await query<{ id: string }>(payload, sql`select id::text from companies where ${condition}`))
        .map(({ id }) => id)
        .sort()
    expect(await names(idIs(sql`id`, one))).toEqual([one])
    expect(await names(idIs(sql`id`, one.toUpperCase()))).toEqual([one])
    for (const id of [null, undefined, '', 'x', `${one} `, "' or true --"])
      expect(await names(idIs(sql`id`, id))).toEqual([])
    expect(await names(idIn(sql`id`, ['x', one, two]))).toEqual([one, two].sort())
    expect(await names(idIn(sql`id`, []))).toEqual([])
    await query(payload, sql`select id from companies order by ${idIs(sql`id`, 'x')} desc, ${idIs(sql`id`, one)} desc`)
    expect(await names(byId(sql`id`)({ kind: 'select', values: ['x'] }) ?? sql`true`)).toEqual([])
    expect(
      await names(byOption(sql`status`, ['active'])({ kind: 'select', values: ['x', 'active'] }) ?? sql`true`),
    ).toEqual([one, two].sort())
    expect(await names(byOption(sql`status`, ['active'])({ kind: 'select', values: ['x'] }) ?? sql`true`)).toEqual([])
  })

  it.each(['Europe/Moscow', 'UTC', 'Asia/Kamchatka', 'America/New_York'])(
    'choose the same days of %s as the days themselves would',
    async (zone) => {
      const condition = byDates(sql`t.at`, zone)({ kind: 'dates', from: '2026-03-08', to: '2026-11-01' })
      const differing = await query(
        payload,
        sql`select t.at from (select timestamptz '2026-03-06 00:00:00Z' + n * interval '17 minutes' as at from generate_series(0, 22000) n) t
          where ${condition ?? sql`true`} is distinct from ((t.at at time zone ${zone})::date between '2026-03-08' and '2026-11-01')`,
      )
      expect(differing).toEqual([])
    },
  )

  it('are nowhere written as a comparison of ids as text', () => {
    const files = ['app', 'collections', 'endpoints', 'src'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => path.join(folder, file)),
    )
    // `pgboss.job` is read by people only, and what is compared inside a `select` list reads no rows.
    const allowed = new Set([
      'src/mechanisms/jobs/deadLetters.ts',
      'src/mechanisms/exchange/run/applied.ts',
      'collections/sales/orders/order.page.queries.ts',
      'collections/people/memberships/membership.queries.ts',
      'src/mechanisms/comments/remarks.ts',
    ])
    const found = files.filter(
      (file) =>
        !allowed.has(file) &&
        /\b(\w+_)?id::text (=|in) ?(any\()?\(?\$\{/.test(readFileSync(path.join(root, file), 'utf8')),
    )
    expect(files.length).toBeGreaterThan(300)
    expect(found).toEqual([])
  })
})
