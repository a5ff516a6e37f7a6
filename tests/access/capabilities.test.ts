import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { isAppError } from '@/src/lib/errors'
import { listNamed } from '@/src/mechanisms/lists/defineList'
import { declaredActions } from '@/src/mechanisms/actions/defineAction'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute } from '@/src/mechanisms/database/query'
import { declaredModules } from '@/src/mechanisms/modules/defineModule'
import { builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { restAs, type RestCall } from '@/tests/support/restAs'
import { capabilities, commands, deeds, figures, pages, rows, type Capability, type Deed } from './capabilities'
import type { Company } from './people'
import { makeWorld, type World } from './world'

/** A person who lacks one capability and holds every other; `all` lacks none. */
type Lacking = Capability | 'all'
type Somebody = { id: string; call: RestCall }
const kinds = ['client', 'partner'] as const
type Kind = (typeof kinds)[number]
const own: Record<Kind, Company> = { client: 'own', partner: 'partner' }

let payload: Payload
let world: World
const people = new Map<string, Somebody>()
const colleagues = {} as Record<Kind, string>
let emptyRole: string

const root = path.resolve(import.meta.dirname, '../..')
const cabinet = path.join(root, 'app/(cabinet)/[locale]')
const somebody = (kind: Kind, lacking: Lacking): Somebody => {
  const found = people.get(`${kind} ${lacking}`)
  if (!found) throw new Error(`Nobody lacks ${lacking}`)
  return found
}

beforeAll(async () => {
  payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
  const make = builders(payload)
  // So that signing and answering would be done.
  await execute(payload, sql`update contracts set status = 'signing'`)
  await execute(payload, sql`update documents set kind = 'reconciliation'`)
  emptyRole = await make.portalRole([])
  for (const kind of kinds) {
    for (const lacking of ['all', ...capabilities] as const) {
      const email = `${kind}-${lacking}@users.example`
      const id = await insertRow(payload, 'users', {
        name: `${kind} ${lacking}`,
        email,
        kind,
        locale: 'ru',
        active: true,
        _verified: true,
        companyId: world.companies[own[kind]],
      })
      const role = await make.portalRole(capabilities.filter((capability) => capability !== lacking))
      await insertRow(payload, 'memberships', {
        userId: id,
        companyId: world.companies[own[kind]],
        portalRoleId: role,
        active: true,
        state: 'active',
      })
      people.set(`${kind} ${lacking}`, { id, call: await restAs(payload, { collection: 'users', id, email }) })
    }
    const colleague = await insertRow(payload, 'users', {
      name: 'Коллега',
      email: `${kind}-colleague@users.example`,
      kind: 'client',
      locale: 'ru',
      active: true,
      _verified: true,
    })
    colleagues[kind] = await insertRow(payload, 'memberships', {
      userId: colleague,
      companyId: world.companies[own[kind]],
      portalRoleId: emptyRole,
      active: true,
      state: 'active',
    })
  }
}, 300_000)

const cast = kinds.flatMap((kind) => capabilities.map((lacking) => [kind, lacking] as const))

describe('what a capability guards', () => {
  it('[NAV-02] stands at every page and file of the cabinet', () => {
    const there = readdirSync(cabinet, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file),
    )
    const asked = Object.fromEntries(
      there.map((file) => [
        path.dirname(file).replace(/^\.$/, ''),
        needsOf(readFileSync(path.join(cabinet, file), 'utf8')),
      ]),
    )
    expect(asked).toEqual(pages)
  })

  it('[NAV-02] stands at every entry of the navigation that leads to it, and at every deed of ⌘K', () => {
    const shown = declaredModules().flatMap(({ nav }) => [...(nav ?? [])])
    const all = shown.flatMap(({ pages: under = [], ...item }) => [item, ...under])
    const byFolder = (href: string): Capability | null | undefined =>
      pages[href.slice(1)] ?? pages[`${href.slice(1)}/[[...slug]]`]
    expect(all.length).toBeGreaterThan(4)
    for (const { href, needs } of all) expect([href, needs ?? null]).toEqual([href, byFolder(href) ?? null])
    expect(
      Object.fromEntries(
        declaredModules()
          .flatMap(({ commands: deed }) => [...(deed ?? [])])
          .map(({ href, needs }) => [href, needs]),
      ),
    ).toEqual(commands)
  })

  it('[ROLE-01] every action that a person of a company can call is here with something of theirs', () => {
    const theirs = declaredActions()
      .filter(({ remote, may }) => remote !== false && (may.includes('client') || may.includes('partner')))
      .map(({ name }) => name)
    expect([...new Set(deeds.map(({ action }) => action))].sort()).toEqual([...theirs].sort())
  })
})

describe('[ROLE-01] [ROLE-02] whoever lacks one capability', () => {
  it.each(cast)('a %s without %s reads over REST all rows but those that it guards', async (kind, lacking) => {
    const expected: Record<string, string[]> = {}
    const seen: Record<string, string[]> = {}
    for (const [slug, needs] of Object.entries(rows)) {
      const mine = (world.rows.get(slug) ?? []).filter(
        ({ company, internal }) => company !== undefined && internal !== true && visible(kind, slug).includes(company),
      )
      const told = mine.filter((row) => !(slug in { comments: 1, events: 1 }) || needs(row) !== null)
      expected[slug] = told
        .filter((row) => needs(row) !== lacking)
        .map(({ id }) => id)
        .sort()
      const known = new Set((world.rows.get(slug) ?? []).map(({ id }) => id))
      const { body } = await somebody(kind, lacking).call('GET', `/${slug}?limit=200&depth=0`)
      seen[slug] = idsOf(body)
        .filter((id) => known.has(id))
        .sort()
    }
    expect(seen).toEqual(expected)
    const { body } = await somebody(kind, lacking).call('GET', `/companies/${world.companies[own[kind]]}?depth=0`)
    expect(Object.keys(figures).filter((figure) => figure in body)).toEqual(
      Object.keys(figures).filter((figure) => figures[figure] !== lacking),
    )
  })

  it.each(cast)(
    'a %s without %s is refused what it guards, and does everything else as before',
    async (kind, lacking) => {
      const wrong: string[] = []
      for (const [place, deed] of deeds.entries()) {
        const all = await outcomeOfAll(kind, place)
        const less = await outcome(kind, lacking, deed)
        const name = `${place} ${deed.action}`
        if (REFUSED.has(all) && deed.needs.length > 0)
          wrong.push(`${name}: refused to whoever holds everything: ${all}`)
        if (deed.needs.includes(lacking) && !REFUSED.has(less)) wrong.push(`${name}: let through: ${less}`)
        if (!deed.needs.includes(lacking) && less !== all) wrong.push(`${name}: ${less} instead of ${all}`)
      }
      expect(wrong).toEqual([])
    },
  )
})

const known = new Map<string, Promise<string>>()

/** What becomes of the deed of whoever holds everything, asked once: some deeds may be done but so often. */
function outcomeOfAll(kind: Kind, place: number): Promise<string> {
  const key = `${kind} ${place}`
  const found = known.get(key) ?? outcome(kind, 'all', deeds[place] as Deed) // the places are its own
  known.set(key, found)
  return found
}

const REFUSED: ReadonlySet<string> = new Set([
  'access.denied',
  'entity.notFound',
  'record.notFound',
  'comment.filesUnknown',
])

/** Companies whose rows reach this person: a partner's also those of the sub-client, but not who works there, nor how they look at their lists. */
const visible = (kind: Kind, slug: string): readonly Company[] =>
  kind === 'client' ? ['own'] : ['memberships', 'list-views'].includes(slug) ? ['partner'] : ['partner', 'sub']

/** What becomes of a deed: `done` or the code of the refusal. Nothing of it stays. */
async function outcome(kind: Kind, lacking: Lacking, { action: name, input }: Deed): Promise<string> {
  const action = declaredActions().find((one) => one.name === name)
  if (!action) throw new Error(`There is no action ${name}`)
  const req = await requestOf(somebody(kind, lacking).id)
  const transaction = await payload.db.beginTransaction()
  req.transactionID = transaction ?? undefined
  try {
    await runAction(action, { req, input: input(placeOf(kind, lacking)) as never }) // the shape is the oracle's
    return 'done'
  } catch (error) {
    if (!isAppError(error)) throw error
    return error.code
  } finally {
    if (transaction) await payload.db.rollbackTransaction(transaction)
  }
}

function placeOf(kind: Kind, lacking: Lacking): Parameters<Deed['input']>[0] {
  const id = (slug: string): string =>
    String(world.rows.get(slug)?.find((row) => row.company === own[kind] && row.internal !== true)?.id)
  const sku = String(world.rows.get('skus')?.find(({ active }) => active)?.id)
  return {
    id,
    company: world.companies[own[kind]],
    sku,
    emptyRole,
    colleague: colleagues[kind],
    email: `friend-of-${kind}-${lacking}@users.example`,
  }
}

async function requestOf(id: string): Promise<PayloadRequest> {
  // A session user is the whole document; the rules may count on nothing of it but who it is.
  return createLocalReq(
    {
      user: { id, collection: 'users', email: 'a@users.example', name: 'Анна' } as unknown as NonNullable<
        PayloadRequest['user']
      >,
    },
    payload,
  )
}

function idsOf(body: Record<string, unknown>): string[] {
  return Array.isArray(body.docs) ? body.docs.map((doc: { id: unknown }) => String(doc.id)) : []
}

/** What the declaration of a page or a file asks for. */
function needsOf(source: string): string | null {
  const list = /\b(?:listPage|listFile)\((\w+)List\b/.exec(source)?.[1]
  if (list) return listNamed(list)?.needs ?? null
  const rights = /(?:cabinetPage|cabinetRoute)[^(]*\(\s*(\{[^}]*\}|RIGHTS)/.exec(source)?.[1]
  const spelled = rights === 'RIGHTS' ? /const RIGHTS = (\{[^}]*\})/.exec(source)?.[1] : rights
  return /needs: '([^']+)'/.exec(spelled ?? '')?.[1] ?? null
}
