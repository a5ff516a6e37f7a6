import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capabilities, pages, posted, type Capability } from '@/tests/access/capabilities'
import { visitorOf, type Visitor } from '@/tests/support/pageWords'
import { startPortal, type Portal } from '@/tests/support/portal'
import { inCabinet, walk } from '@/tests/support/walk'
import logins from '@/src/demo/logins.json'
import { queryOnce } from '../../scripts/lib/database.mjs'

/** One person for each capability taken away, who holds every other: what it guards is closed, and nothing leads there. */

let portal: Portal
let visit: Visitor

/** What the cabinet offers to press only to those who may; how its words begin. */
const BUTTONS: Partial<Record<Capability, readonly string[]>> = {
  'orders.create': ['Повторить', 'Новый заказ', 'В корзину: '],
  'company.manage': ['Пригласить сотрудника'],
}

const EMAIL = logins.find((one) => one.role === 'client')?.email
const ask = (text: string, values: unknown[] = []): Promise<Array<Record<string, unknown>>> =>
  queryOnce(portal.databaseUrl, text, values)

/** Gives the demo's client a portal role of their own that holds all but this. */
async function takeAway(lacking: Capability | null): Promise<void> {
  const [role] = await ask(
    `insert into portal_roles (code, name, created_at, updated_at) values ('test-' || gen_random_uuid(), 'Роль', now(), now()) returning id`,
  )
  for (const [order, value] of capabilities.filter((capability) => capability !== lacking).entries()) {
    await ask(
      `insert into portal_roles_capabilities ("order", parent_id, value, id) values ($1, $2, $3, gen_random_uuid())`,
      [order, role?.id, value],
    )
  }
  await ask('update memberships m set portal_role_id = $1 from users u where u.id = m.user_id and u.email = $2', [
    role?.id,
    EMAIL,
  ])
}

/** An address of every page and file of the cabinet, each with something that is the client's. */
async function addresses(): Promise<Map<string, string>> {
  const [row] = await ask(
    `with mine as (select m.company_id as id from memberships m join users u on u.id = m.user_id where u.email = $1 and m.active)
     select (select number from orders where company_id in (select id from mine) order by placed_at desc limit 1) as number,
            (select number || '~' || left(id::text, 8) from contracts where company_id in (select id from mine) and file_id is not null limit 1) as contract,
            d.id::text as file, d.number || '~' || left(d.id::text, 8) as document,
            (select slug from products where active limit 1) as product, (select slug from forms where active limit 1) as form
     from documents d where d.company_id in (select id from mine) and d.file_id is not null limit 1`,
    [EMAIL],
  )
  const of: Record<string, string> = {
    orders: `${row?.number}`,
    contracts: `${row?.contract}`,
    documents: `${row?.document}`,
    products: `${row?.product}`,
    forms: `${row?.form}`,
  }
  const open = Object.keys(pages).filter(
    (folder) => !/^\(auth\)|^demo|^\[\.\.\./.test(folder) && !posted.includes(folder),
  )
  return new Map(
    open.map((folder) => {
      const address = `/${folder.replace('/[[...slug]]', '').replace(/^(\w+)\/\[\w+\]/, (_all, area: string) => `${area}/${encodeURIComponent(of[area] ?? '')}`)}`
      return [folder, folder === 'documents/archive' ? `${address}?id=${row?.file}` : address]
    }),
  )
}

const offered = (said: ReadonlySet<string>, buttons: readonly string[]): string[] =>
  buttons.filter((begin) => [...said].some((words) => words.startsWith(begin)))

describe('[ROLE-01] [ROLE-02] whoever lacks one capability', () => {
  beforeAll(async () => {
    portal = await startPortal({ worker: false })
    visit = await visitorOf(portal.url, 'client')
  })
  afterAll(async () => portal?.stop())

  // A paper is made by a browser: whether it may be had is asked when it may not, and what is asked of a list leads nowhere else.
  const mine = (href: string): boolean => inCabinet('ru')(href) && !href.endsWith('/pdf') && !href.includes('?')

  it('whoever lacks none is offered everything there is to press', async () => {
    await takeAway(null)
    const { said, wrong } = await walk(visit, ['/', '/site-map'], { mine })
    expect(wrong).toEqual([])
    const all = Object.values(BUTTONS).flat()
    expect(offered(said, all)).toEqual(all)
  })

  it.each(capabilities)(
    'without %s: what it guards is closed and nothing leads there, everything else is open and whole',
    async (lacking) => {
      await takeAway(lacking)
      const { said, asked, wrong } = await walk(visit, ['/', '/site-map'], { mine })
      expect(wrong).toEqual([])
      expect(offered(said, BUTTONS[lacking] ?? [])).toEqual([])
      const answers: string[] = []
      for (const [folder, address] of await addresses()) {
        const closed = pages[folder] === lacking
        if (!closed && (folder.endsWith('/pdf') || asked.has(address))) continue
        const { status, location } = await visit(address)
        // To people of the cabinet there are no previews, whatever they hold.
        const due = folder.endsWith('/preview') ? 404 : closed ? 403 : 200
        if (status !== due && !(folder === 'checkout' && !closed && location === '/cart'))
          answers.push(`${address}: ${status} ${location ?? ''}`)
      }
      expect(answers).toEqual([])
    },
  )
})
