import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { declaredActions } from '@/src/mechanisms/actions/defineAction'
import { query } from '@/src/mechanisms/database/query'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import type { Who } from './people'
import { ask, type Answer } from './surface'
import { makeWorld, type World } from './world'

let world: World

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
})

const NOBODY = '00000000-0000-4000-8000-000000000000'
const rowOf = (
  slug: string,
  company: string,
  more: (row: { entity?: string; internal?: boolean }) => boolean = () => true,
): string =>
  String(world.rows.get(slug)?.find((row) => row.company === company && row.internal !== true && more(row))?.id)
const call = (who: Who, name: string, input: unknown): Promise<Answer> =>
  ask(world, who, `/api/actions/${name}`, { method: 'POST', json: input })
const sku = (): string => String(world.rows.get('skus')?.find(({ active }) => active)?.id)
const ownView = (): string => String(world.rows.get('list-views')?.find(({ person }) => person === 'client')?.id)
const role = (): string => String(world.rows.get('portal-roles')?.[0]?.id)

type Inputs = (id: (slug: string) => string, company: string) => unknown[]
const FOREIGN_ORDER = { entity: 'orders' }

/**
 * Every action that can be called over HTTP, with ids of another company wherever it takes one: at the top, in
 * lists, and beside ids of one's own. An action without a row here fails the test.
 */
const attacks: Record<string, Inputs | 'own rows only' | 'administrators only' | 'editors only'> = {
  'companies.assignManager': (_id, company) => [
    { companies: [company], manager: null },
    { companies: [world.companies.own, company], manager: world.people.manager.id },
  ],
  'companies.setBranches': (_id, company) => [
    { companies: [company], branches: [] },
    { companies: [world.companies.own, company], branches: [] },
  ],
  'contacts.add': (_id, company) => [{ company, name: 'Друг' }],
  'interactions.add': (id, company) => [
    { company, kind: 'note', body: 'x' },
    { company: world.companies.own, kind: 'call', body: 'x', contact: id('contacts') },
  ],
  'products.edit': 'editors only',
  'products.show': 'editors only',
  'products.hangPicture': 'editors only',
  'products.giveBack': 'editors only',
  'groups.add': 'editors only',
  'groups.rename': 'editors only',
  'groups.show': 'editors only',
  'groups.move': 'editors only',
  'groups.giveBack': 'editors only',
  'forms.publish': 'editors only',
  'contacts.applyPortalAccess': (id) => [{ contact: id('contacts') }],
  'memberships.setRole': (id) => [{ id: id('memberships'), portalRole: role() }],
  'memberships.setActive': (id) => [
    { id: id('memberships'), active: false },
    { id: id('memberships'), active: true },
  ],
  'memberships.withdraw': (id) => [{ id: id('memberships') }],
  'memberships.invite': (_id, company) => [{ company, email: 'friend@evil.example', name: 'Друг', portalRole: role() }],
  'users.updateProfile': 'own rows only',
  'users.endSession': () => [
    { id: String(world.rows.get('login-sessions')?.find(({ person }) => person === 'foreignClient')?.id) },
  ],
  'users.endOtherSessions': 'own rows only',
  'access-keys.revoke': () => [
    { id: String(world.rows.get('access-keys')?.find(({ person }) => person === 'foreignClient')?.id) },
  ],
  'carts.setLine': (_id, company) => [{ company, sku: sku(), qty: 1_000 }],
  'carts.addMany': (_id, company) => [{ company, lines: [{ sku: sku(), qty: 1_000 }] }],
  'carts.clear': (_id, company) => [{ company }],
  'orders.createFromCart': (id, company) => [
    { company, paymentMethod: 'invoice', deliveryMethod: 'pickup' },
    {
      company: world.companies.own,
      contract: id('contracts'),
      contractor: id('contractors'),
      paymentMethod: 'invoice',
      deliveryMethod: 'pickup',
    },
  ],
  'contracts.prepare': (id) => [{ contractor: id('contractors') }],
  'print-templates.use': 'administrators only',
  'print-templates.stop': 'administrators only',
  'orders.repeat': (id) => [{ order: id('orders') }],
  'orders.attachFiles': (id) => [
    { order: id('orders'), files: [id('document-files')] },
    { order: rowOf('orders', 'own'), files: [id('document-files')] },
  ],
  'comments.add': (id) => [
    { ...FOREIGN_ORDER, id: id('orders'), body: 'x' },
    { ...FOREIGN_ORDER, id: rowOf('orders', 'own'), body: 'x', files: [id('document-files')] },
    {
      ...FOREIGN_ORDER,
      id: rowOf('orders', 'own'),
      body: 'x',
      files: [rowOf('document-files', 'own'), id('document-files')],
    },
    { entity: 'documents', id: id('documents'), body: 'x' },
    { entity: 'contracts', id: id('contracts'), body: 'x' },
    { entity: 'companies', id: id('companies'), body: 'x' },
  ],
  'orders.setBranch': (id) => [
    { order: id('orders'), branch: null },
    { order: id('orders'), branch: String(world.rows.get('branches')?.[0]?.id) },
  ],
  'login-sessions.endAll': () => [
    { collection: 'users', id: world.people.foreignClient.id },
    { collection: 'staff', id: world.people.admin.id },
  ],
  'staff.invite': 'administrators only',
  'staff.inviteAgain': 'administrators only',
  'staff.withdraw': 'administrators only',
  'list-views.save': (_id, company) => [{ list: 'orders', name: 'x', search: '', company }],
  'list-views.change': (id, company) => [
    { id: id('list-views'), name: 'x', search: '?view=work' },
    { id: id('list-views'), company: world.companies.own },
    { id: ownView(), company },
  ],
  'list-views.remove': (id) => [{ id: id('list-views') }],
  'notifications.read': 'own rows only',
  'documents.request': (id, company) => [
    { kind: 'copy', document: id('documents') },
    { kind: 'reconciliation', company, periodFrom: '2026-01-01', periodTo: '2026-02-01' },
    {
      kind: 'reconciliation',
      company: world.companies.own,
      contractor: id('contractors'),
      periodFrom: '2026-01-01',
      periodTo: '2026-02-01',
    },
  ],
  'document-requests.cancel': (id) => [{ id: id('document-requests') }],
  'documents.answer': (id) => [
    { document: id('documents'), answer: 'agreed' },
    { document: id('documents'), answer: 'disputed', note: 'x' },
  ],
  'asks.putAside': 'own rows only',
  'documents.markSeen': (id) => [{ document: id('documents') }],
  'documents.sendCopies': (id) => [
    { documents: [id('documents')] },
    { documents: [rowOf('documents', 'own'), id('documents')] },
  ],
  'workflow.undo': (id) => [
    { entity: 'orders', id: id('orders') },
    { entity: 'companies', id: world.companies.foreign },
  ],
  'workflow.transition': (id) => [
    { entity: 'orders', id: id('orders'), transition: 'withdraw' },
    { entity: 'orders', id: id('orders'), transition: 'confirm' },
    { entity: 'companies', id: world.companies.foreign, transition: 'suspend' },
    { entity: 'companies', id: world.companies.own, transition: 'activate' },
    { entity: 'contracts', id: id('contracts'), transition: 'sendSigned', files: [id('document-files')] },
    { entity: 'contracts', id: rowOf('contracts', 'own'), transition: 'sendSigned', files: [id('document-files')] },
    { entity: 'document-requests', id: id('document-requests'), transition: 'deny' },
  ],
  'exchange.answerAbsent': 'administrators only',
  'exchange.closeIssue': 'administrators only',
  'exchange.newToken': 'administrators only',
  'exchange.takeAnew': 'administrators only',
  'exchange.replayFile': 'administrators only',
  'exchange.replayRow': 'administrators only',
  'exchange.replayRun': 'administrators only',
  'queue.replay': 'administrators only',
  'queue.drop': 'administrators only',
}

const everybody: readonly Who[] = [
  'client',
  'narrow',
  'partner',
  'employee',
  'manager',
  'head',
  'editor',
  'dismissed',
  'blocked',
  'anonymous',
]
const remote = (): string[] =>
  declaredActions()
    .filter(({ remote: open }) => open !== false)
    .map(({ name }) => name)
    .sort()

/** Everything but the journals: what may not move. */
const state = (): Promise<unknown> =>
  query(
    world.payload,
    sql.raw(
      `select ${[
        'companies',
        'companies_rels',
        'contacts',
        'interactions',
        'users',
        'memberships',
        'carts',
        'cart_lines',
        'list_views',
        'orders',
        'order_lines',
        'comments',
        'documents',
        'document_requests',
        'exchange_nodes',
        'person_tokens',
      ]
        .map(
          (table) => `(select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t) as ${table}`,
        )
        .join(', ')}`,
    ),
  )

describe('[ROLE-01] [ROLE-02] [ROLE-03] actions with what belongs to somebody else', () => {
  it('every action that the net can call has its attack', () => {
    expect(remote().filter((name) => !(name in attacks))).toEqual([])
    expect(Object.keys(attacks).filter((name) => !remote().includes(name))).toEqual([])
  })

  it('every attack is a question that the action understands: none is refused for its form', () => {
    for (const action of declaredActions()) {
      const attack = attacks[action.name]
      if (typeof attack !== 'function') continue
      for (const input of [
        ...attack((slug) => rowOf(slug, 'foreign'), world.companies.foreign),
        ...attack(() => NOBODY, NOBODY),
      ]) {
        expect(action.input.safeParse(input).error?.issues ?? [], `${action.name} ${JSON.stringify(input)}`).toEqual([])
      }
    }
  })

  it('change nothing, and are answered as if there were nothing', async () => {
    const before = await state()
    let tried = 0
    for (const who of everybody) {
      for (const [name, attack] of Object.entries(attacks)) {
        if (typeof attack !== 'function') continue
        const foreign = attack((slug) => rowOf(slug, 'foreign'), world.companies.foreign)
        const nothing = attack(() => NOBODY, NOBODY)
        for (const [place, input] of foreign.entries()) {
          const [one, other] = [await call(who, name, input), await call(who, name, nothing[place])]
          tried += 1
          expect([401, 403, 404, 409, 422], `${who} ${name} ${place}: ${one.status} ${one.text}`).toContain(one.status)
          expect({ status: one.status, text: one.text }, `${who} ${name} ${place}`).toEqual({
            status: other.status,
            text: other.text,
          })
        }
      }
    }
    expect(tried).toBeGreaterThan(200)
    expect(await state()).toEqual(before)
  })

  it('are the administrators’ where they say so', async () => {
    for (const who of everybody) {
      for (const [name, attack] of Object.entries(attacks)) {
        if (attack !== 'administrators only') continue
        const answer = await call(who, name, { id: NOBODY, node: NOBODY })
        expect([401, 403, 422], `${who} ${name}: ${answer.status} ${answer.text}`).toContain(answer.status)
        expect(answer.json().ok).toBeUndefined()
      }
    }
  })

  it('[ROLE-03] are the editors’ where they say so: goods, sections and forms', async () => {
    const id = (slug: string): string => String(world.rows.get(slug)?.[0]?.id)
    const goodsPicture = world.rows.get('media')?.find(({ person }) => person === undefined)?.id
    const asked: Record<string, object> = {
      'products.edit': { id: id('products'), name: 'x' },
      'products.show': { id: id('products'), shown: false },
      'products.hangPicture': { id: id('products'), picture: goodsPicture, place: 'last' },
      'products.giveBack': { id: id('products'), field: 'name' },
      'groups.add': { name: 'x' },
      'groups.rename': { id: id('groups'), name: 'x' },
      'groups.show': { id: id('groups'), shown: false },
      'groups.move': { id: id('groups'), parent: null },
      'groups.giveBack': { id: id('groups'), field: 'name' },
      'forms.publish': { id: id('forms'), active: false },
    }
    const theirs = Object.keys(attacks).filter((name) => attacks[name] === 'editors only')
    expect(theirs.sort()).toEqual(Object.keys(asked).sort())
    for (const who of everybody.filter((one) => one !== 'editor'))
      for (const [name, input] of Object.entries(asked)) {
        const answer = await call(who, name, input)
        expect([401, 403, 404], `${who} ${name}: ${answer.status} ${answer.text}`).toContain(answer.status)
      }
    for (const [name, input] of Object.entries(asked)) {
      const answer = await call('editor', name, input)
      expect([200, 409], `editor ${name}: ${answer.status} ${answer.text}`).toContain(answer.status)
    }
  })

  it('that the net may not call are not there, nor is a name of the language', async () => {
    for (const name of [
      'users.setPhoto',
      'users.changePassword',
      'users.register',
      'users.confirm',
      'memberships.accept',
      'constructor',
      '__proto__',
      'toString',
      '..%2fusers',
    ]) {
      expect((await call('client', name, { media: NOBODY, hash: 'x', salt: 'x', token: 'x' })).status, name).toBe(404)
    }
  })

  it('take no body without end, nor one that is not JSON', async () => {
    expect(
      (
        await ask(world, 'client', '/api/actions/carts.clear', {
          method: 'POST',
          body: 'x'.repeat(2_000_000),
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(413)
    expect(
      (
        await ask(world, 'client', '/api/actions/carts.clear', {
          method: 'POST',
          body: '{',
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(400)
  })

  it('[ROLE-01] a repeated call with a remembered key is answered to the same person alone', async () => {
    const input = { company: world.companies.own }
    const key = { 'idempotency-key': 'one-key' }
    const mine = await ask(world, 'client', '/api/actions/carts.clear', { method: 'POST', json: input, headers: key })
    expect(mine.status).toBe(200)
    expect(
      (await ask(world, 'partner', '/api/actions/carts.clear', { method: 'POST', json: input, headers: key })).status,
    ).toBe(403)
  })
})
