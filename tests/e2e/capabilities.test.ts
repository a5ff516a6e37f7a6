import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capabilities, pages, type Capability } from '@/tests/access/capabilities'
import { visitorOf, type Visitor } from '@/tests/support/pageWords'
import { startPortal, type Portal } from '@/tests/support/portal'
import { inCabinet, walk } from '@/tests/support/walk'
import logins from '@/src/demo/logins.json'
import { queryOnce } from '../../scripts/lib/database.mjs'

/** One person for each capability taken away, who holds every other: what it guards is closed, and nothing leads there. */

let portal: Portal
const visitors = new Map<string, Visitor>()
const kinds = ['client', 'partner'] as const

/** What the cabinet offers to press only to those who may. */
const BUTTONS: Partial<Record<Capability, readonly string[]>> = {
  'orders.create': ['Повторить', 'Новый заказ', 'Добавить в корзину'],
  'company.manage': ['Пригласить сотрудника'],
}

const ask = (text: string, values: unknown[] = []): Promise<Array<Record<string, unknown>>> => queryOnce(portal.databaseUrl, text, values)

/** Gives the demo's person a portal role of their own that holds all but this; every membership of theirs. */
async function takeAway(kind: string, lacking: Capability | null): Promise<void> {
  const [role] = await ask(`insert into portal_roles (code, name, created_at, updated_at) values ('test-' || gen_random_uuid(), 'Роль', now(), now()) returning id`)
  for (const [order, value] of capabilities.filter((capability) => capability !== lacking).entries()) {
    await ask(`insert into portal_roles_capabilities ("order", parent_id, value, id) values ($1, $2, $3, gen_random_uuid())`, [order, role?.id, value])
  }
  await ask('update memberships m set portal_role_id = $1 from users u where u.id = m.user_id and u.email = $2', [role?.id, logins.find((one) => one.role === kind)?.email])
}

/** An address of every page and file of the cabinet, each with something that is this person's. */
async function addressesOf(kind: string): Promise<Map<string, string>> {
  const [row] = await ask(
    `with mine as (select m.company_id as id from memberships m join users u on u.id = m.user_id where u.email = $1 and m.active)
     select (select number from orders where company_id in (select id from mine) order by placed_at desc limit 1) as number,
            (select id::text from contracts where company_id in (select id from mine) and file_id is not null limit 1) as contract,
            (select id::text from documents where company_id in (select id from mine) and file_id is not null limit 1) as document,
            (select slug from products where active limit 1) as product, (select slug from forms where active limit 1) as form`,
    [logins.find((one) => one.role === kind)?.email],
  )
  const of: Record<string, string> = { orders: `${row?.number}`, contracts: `${row?.contract}`, documents: `${row?.document}`, products: `${row?.product}`, forms: `${row?.form}` }
  const open = Object.keys(pages).filter((folder) => !/^\(auth\)|^demo|^\[\.\.\./.test(folder))
  return new Map(open.map((folder) => {
    const address = `/${folder.replace('/[[...slug]]', '').replace(/^(\w+)\/\[\w+\]/, (_all, area: string) => `${area}/${encodeURIComponent(of[area] ?? '')}`)}`
    return [folder, folder === 'documents/archive' ? `${address}?id=${row?.document}` : address]
  }))
}

describe('[ROLE-01] [ROLE-02] whoever lacks one capability', () => {
  beforeAll(async () => {
    portal = await startPortal({ worker: false })
    for (const kind of kinds) visitors.set(kind, await visitorOf(portal.url, kind))
  })
  afterAll(async () => portal?.stop())

  it.each(kinds)('a %s who lacks none is offered everything there is to press', async (kind) => {
    await takeAway(kind, null)
    const { said, wrong } = await walk(visitorFor(kind), ['/', '/site-map'], { mine: inCabinet('ru') })
    expect(wrong).toEqual([])
    expect(Object.values(BUTTONS).flat().filter((words) => !said.has(words))).toEqual([])
  })

  const cast = kinds.flatMap((kind) => capabilities.map((lacking) => [kind, lacking] as const))
  it.each(cast)('a %s without %s: what it guards is closed and nothing leads there, everything else is open and whole', async (kind, lacking) => {
    await takeAway(kind, lacking)
    const visit = visitorFor(kind)
    const answers: string[] = []
    for (const [folder, address] of await addressesOf(kind)) {
      // A paper is made by a browser: whether it may be had is asked, not drawn, when it may.
      if (folder.endsWith('/pdf') && pages[folder] !== lacking) continue
      const { status, location } = await visit(address)
      const right = pages[folder] === lacking ? 403 : 200
      if (status !== right && !(folder === 'checkout' && right === 200 && location === '/cart')) answers.push(`${address}: ${status} ${location ?? ''}`)
    }
    expect(answers).toEqual([])
    const { said, wrong } = await walk(visit, ['/', '/site-map'], { mine: (href) => inCabinet('ru')(href) && !href.endsWith('/pdf') })
    expect(wrong).toEqual([])
    expect((BUTTONS[lacking] ?? []).filter((words) => said.has(words))).toEqual([])
  })
})

function visitorFor(kind: string): Visitor {
  const visitor = visitors.get(kind)
  if (!visitor) throw new Error(`${kind} has not signed in`)
  return visitor
}
