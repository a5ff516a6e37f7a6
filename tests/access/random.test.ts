import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, query } from '@/src/mechanisms/database/query'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { companies, type Company, type Who } from './people'
import { ask } from './surface'
import { canary, makeWorld, type World } from './world'

let world: World

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
  // A person's own phone is theirs to read wherever they work; the marks are of companies here.
  await execute(payload, sql`update users set phone = null`)
})

/** Who is who in one throw of the dice, by places in the lists below. */
type Throw = { managers: number[]; partners: number[]; heads: number[]; joined: boolean[][] }
const staff = ['manager', 'head', 'colleague', 'stranger'] as const
const people = ['client', 'partner', 'narrow'] as const
const SLUGS = [
  'companies',
  'orders',
  'order-lines',
  'contracts',
  'schedule-lines',
  'accounts',
  'documents',
  'document-files',
  'contractors',
  'contacts',
  'interactions',
  'comments',
  'events',
  'notifications',
  'memberships',
  'document-requests',
]

const worlds: fc.Arbitrary<Throw> = fc.record({
  managers: fc.array(fc.integer({ min: -1, max: staff.length - 1 }), { minLength: 6, maxLength: 6 }),
  partners: fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 6, maxLength: 6 }),
  heads: fc.array(fc.integer({ min: -1, max: staff.length - 1 }), { minLength: 4, maxLength: 4 }),
  joined: fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), { minLength: 3, maxLength: 3 }),
})

async function make(it: Throw): Promise<void> {
  const { payload, people: all, companies: ids } = world
  const role = String(world.rows.get('portal-roles')?.[0]?.id)
  for (const [place, name] of staff.entries()) {
    const head = staff[it.heads[place] ?? -1]
    await execute(
      payload,
      sql`update staff set head_id = ${head && head !== name ? all[head].id : null} where id = ${all[name].id}`,
    )
  }
  for (const [place, company] of companies.entries()) {
    const [manager, partner] = [staff[it.managers[place] ?? -1], companies[it.partners[place] ?? -1]]
    await execute(
      payload,
      sql`update companies set manager_id = ${manager ? all[manager].id : null}, partner_id = ${partner && partner !== company ? ids[partner] : null} where id = ${ids[company]}`,
    )
  }
  for (const [person, name] of people.entries()) {
    for (const [place, company] of companies.entries()) {
      await execute(
        payload,
        sql`insert into memberships (user_id, company_id, portal_role_id, active, created_at, updated_at) values (${all[name].id}, ${ids[company]}, ${role}, ${it.joined[person]?.[place] ?? false}, now(), now())
        on conflict (user_id, company_id) do update set active = excluded.active, portal_role_id = excluded.portal_role_id`,
      )
    }
  }
}

/** Whose companies they may hear of, from the throw itself and the promise in words; the rules are not asked. */
function mayHearOf(it: Throw, who: Who): Set<Company> {
  const [asStaff, asPerson] = [staff.findIndex((name) => name === who), people.findIndex((name) => name === who)]
  if (asPerson >= 0) {
    const own = companies.filter((_, place) => it.joined[asPerson]?.[place])
    const led =
      who === 'partner'
        ? companies.filter((company, place) => {
            const partner = companies[it.partners[place] ?? -1]
            return partner !== undefined && partner !== company && own.includes(partner)
          })
        : []
    return new Set([...own, ...led])
  }
  const under = (place: number): number[] => {
    const team = [place]
    for (const boss of team)
      it.heads.forEach((head, below) => {
        if (head === boss && below !== boss && !team.includes(below)) team.push(below)
      })
    return team
  }
  const team = who === 'head' ? under(asStaff) : [asStaff]
  return new Set(companies.filter((_, place) => team.includes(it.managers[place] ?? -1)))
}

describe('[ROLE-01] [ROLE-02] [ROLE-03] [ROLE-04] any world of companies, partners, managers and memberships', () => {
  it('tells everybody of exactly the companies that are theirs to hear of, in every list, count and search', async () => {
    let shown = 0
    await fc.assert(
      fc.asyncProperty(worlds, async (it) => {
        await make(it)
        for (const who of ['client', 'partner', 'narrow', 'manager', 'head'] as const) {
          const theirs = mayHearOf(it, who)
          for (const slug of SLUGS) {
            const answer = await ask(world, who, `/api/${slug}?limit=200&depth=2`)
            const text = answer.text
            for (const company of companies) {
              const told = text.includes(canary(company))
              if (!theirs.has(company)) expect(told, `${who} ${slug} ${company}`).toBe(false)
              else if (slug === 'orders' || slug === 'companies') expect(told, `${who} ${slug} ${company}`).toBe(true)
              shown += told ? 1 : 0
            }
            if (slug === 'orders') {
              const counted = await ask(world, who, '/api/orders/count')
              expect(counted.json().totalDocs ?? 0, `${who} counts`).toBe(theirs.size)
            }
          }
          const found = (await ask(world, who, '/api/search?q=canary')).text
          for (const company of companies)
            if (!theirs.has(company)) expect(found.includes(canary(company)), `${who} finds ${company}`).toBe(false)
        }
      }),
      { numRuns: 5 },
    )
    expect(shown).toBeGreaterThan(100)
  })
})

// The marks are looked for by the query above, so they must be there to be found.
it('finds the marks at all', async () => {
  const rows = await query(world.payload, sql`select 1 from orders where number like 'canary-%'`)
  expect(rows).toHaveLength(companies.length)
})
