import config from '@payload-config'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, handleEndpoints, type Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { endpoints } from '@/endpoints/endpoints'
import { areasFor } from '@/app/(cabinet)/_shell/areas'
import { actorOf, system } from '@/src/mechanisms/access/actor'
import { accessOf, declaredAccess } from '@/src/mechanisms/access/defineAccess'
import { actionNamed, declaredActions } from '@/src/mechanisms/actions/defineAction'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { tableOf } from '@/src/mechanisms/database/tableOf'
import { declaredConsumers } from '@/src/mechanisms/exchange/consumer'
import { declaredResources } from '@/src/mechanisms/exchange/items/defineResource'
import { hashToken } from '@/src/mechanisms/exchange/nodeSecrets'
import { declaredJobs } from '@/src/mechanisms/jobs/defineJob'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import {
  declaredModules,
  entitiesOf,
  moduleOfPart,
  type ModuleDeclaration,
} from '@/src/mechanisms/modules/defineModule'
import { declaredBulks } from '@/src/mechanisms/lists/defineBulk'
import { declaredLists } from '@/src/mechanisms/lists/defineList'
import { declaredPanelLists } from '@/src/mechanisms/panel/definePanelList'
import { withDependants } from '@/src/mechanisms/modules/switches'
import { declaredNotifications, enabledNotifications } from '@/src/mechanisms/notifications/defineNotification'
import { searchEverything } from '@/src/mechanisms/search/defineSearch'
import { builders, type Builders } from '@/tests/builders/builders'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { restAs, type RestCall } from '@/tests/support/restAs'

type Part = object
let payload: Payload
let make: Builders
let admin: string
let client: string
let company: string
let callers: Record<'admin' | 'client', RestCall>

const optional = declaredModules().filter(({ required }) => !required)
const partsOf = <T extends Part>(module: ModuleDeclaration, all: readonly T[]): T[] =>
  all.filter((part) => moduleOfPart(part) === module.slug)

const switchOff = async (...off: string[]): Promise<void> => {
  await payload.updateGlobal({
    slug: 'modules',
    data: { off },
    overrideAccess: false,
    req: await make.as('staff', admin),
  })
}

const ask = async (
  who: 'admin' | 'client',
  path: string,
  init: { method?: string; body?: unknown } = {},
): Promise<{ status: number; code?: string }> => {
  const { status, body } = await callers[who](init.method ?? 'GET', path.replace(/^\/api/, ''), init.body)
  return { status, ...('code' in body ? { code: String(body.code) } : {}) }
}

/** Paths of the navigation that the client sees now. */
async function navigation(): Promise<string[]> {
  const req = await make.as('users', client)
  const actor = await actorOf(req)
  // What the navigation reads of a session.
  const session = { req, actor, capabilities: actor.memberships.get(company) ?? new Set() } as unknown as Parameters<
    typeof areasFor
  >[0]
  return (await areasFor(session, 'ru')).map(({ key }) => key)
}

async function waiting(): Promise<Array<{ lane: string; job: string }>> {
  return query(
    payload,
    sql`select name as lane, data->>'job' as job from pgboss.job where state = 'created' order by created_on`,
  )
}

describe('the switches of modules', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    admin = await make.staff({ role: 'admin', email: 'admin@example.com' })
    company = await make.company({ name: 'Ромашка' })
    client = await make.user({ companies: [company], email: 'client@example.com' })
    callers = {
      admin: await restAs(payload, { collection: 'staff', id: admin, email: 'admin@example.com' }),
      client: await restAs(payload, { collection: 'users', id: client, email: 'client@example.com' }),
    }
    vi.spyOn(payload.logger, 'error').mockImplementation(() => {})
  })
  afterEach(() => vi.restoreAllMocks())

  it('every action, job, notification and mapping belongs to a module, so that a switch finds it', () => {
    const named = [
      ...declaredActions().map((action) => [`action ${action.name}`, action] as const),
      ...declaredJobs().map((job) => [`job ${job.name}`, job] as const),
      ...declaredNotifications().map((one) => [`notification ${one.event} ${one.key}`, one] as const),
      ...declaredConsumers().map((one) => [`consumer ${one.name}`, one] as const),
      ...declaredResources().map((one) => [`resource ${one.name}`, one] as const),
      ...declaredLists().map((one) => [`list ${one.key}`, one] as const),
      ...declaredPanelLists().map((one) => [`list ${one.key}`, one] as const),
      ...declaredBulks().map((one) => [`bulk ${one.list} ${one.key}`, one] as const),
    ]
    expect(named.filter(([, part]) => moduleOfPart(part) === undefined).map(([name]) => name)).toEqual([])
  })

  it('every collection with rules of access belongs to a module, and every need of a module is one', () => {
    const slugs = declaredModules().map(({ slug }) => slug)
    const owned = new Set(declaredModules().flatMap((module) => [...entitiesOf(module), ...(module.shared ?? [])]))
    expect([...declaredAccess().keys()].filter((slug) => !owned.has(slug))).toEqual([])
    expect(
      declaredModules()
        .flatMap(({ dependsOn = [] }) => dependsOn)
        .filter((slug) => !slugs.includes(slug)),
    ).toEqual([])
  })

  it.each(optional.map((module) => [module.slug, module] as const))(
    '%s: off nothing of it answers, on again everything is back',
    async (slug, module) => {
      const off = [...withDependants([slug])]
      const paths = (module.nav ?? []).map(({ href }) => href)
      const entities = entitiesOf(module)
      const label = module.nav?.[0]?.label.ru
      const pages = async (): Promise<string[]> => {
        const context = { ...(await make.context('users', client, company)), locale: 'ru' as const }
        return (await searchEverything(context, label ?? '--')).flatMap(({ key, hits }) =>
          key === 'pages' ? hits.map(({ href }) => href) : [],
        )
      }

      for (const round of ['on', 'off', 'on again'] as const) {
        if (round === 'off') await switchOff(slug)
        if (round === 'on again') await switchOff()
        const there = round !== 'off'
        const seen = await navigation()
        const found = await pages()
        for (const path of paths)
          expect([round, path, seen.includes(path), found.includes(path)]).toEqual([round, path, there, there])

        for (const entity of entities) {
          const statuses = [
            (await ask('admin', `/api/${entity}`)).status,
            (await ask('admin', `/api/${entity}/count`)).status,
          ]
          if (there) expect([round, entity, ...statuses]).toEqual([round, entity, 200, 200])
          else for (const status of statuses) expect([entity, [403, 404].includes(status)]).toEqual([entity, true])
          if (there) continue
          for (const who of ['admin', 'client'] as const) {
            for (const [method, path] of [
              ['POST', ''],
              ['PATCH', `/${company}`],
              ['DELETE', `/${company}`],
              ['GET', `/${company}`],
            ] as const) {
              const { status } = await ask(who, `/api/${entity}${path}`, {
                method,
                ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
              })
              expect([who, method, entity, [403, 404].includes(status)]).toEqual([who, method, entity, true])
            }
          }
          // Raw SQL of pages and workplaces goes by the same rule.
          const actor = await actorOf(await make.as('staff', admin))
          expect(
            await query(
              payload,
              sql`select 1 from ${sql.raw(`"${tableOf(entity)}"`)} it where ${accessOf(entity).sql(actor, 'read', 'it')}`,
            ),
          ).toEqual([])
        }

        for (const action of partsOf(module, declaredActions())) {
          expect(actionNamed(action.name)).toBe(action)
          for (const who of ['admin', 'client'] as const) {
            const { status, code } = await ask(who, `/api/actions/${action.name}`, { method: 'POST', body: {} })
            if (!there) expect([action.name, who, status]).toEqual([action.name, who, 404])
            else expect([action.name, code === 'module.off']).toEqual([action.name, false])
          }
          const req = await createLocalReq({}, payload)
          const asSystem = await runAction(action, { req, input: {}, as: system }).catch((error: unknown) => error)
          expect([round, action.name, Reflect.get(Object(asSystem), 'code') === 'module.off']).toEqual([
            round,
            action.name,
            !there,
          ])
        }

        for (const notification of partsOf(module, declaredNotifications())) {
          expect([
            notification.event,
            (await enabledNotifications(payload, { type: notification.event, entity: '' })).includes(notification),
          ]).toEqual([notification.event, there])
        }
        const actor = await actorOf(await make.as('users', client))
        for (const capability of Object.keys(module.capabilities ?? {})) {
          expect([round, capability, actor.memberships.get(company)?.has(capability)]).toEqual([
            round,
            capability,
            there,
          ])
        }
        for (const shared of module.shared ?? [])
          expect([shared, (await ask('admin', `/api/${shared}`)).status]).toEqual([shared, 200])
      }
      expect(off).toContain(slug)
    },
  )

  it.each(optional.flatMap((module) => partsOf(module, declaredJobs()).map((job) => [job.name, module, job] as const)))(
    'job %s: not run while its module is off, kept if somebody asked for it, run when it is on again',
    async (_name, module, job) => {
      const handler = vi.spyOn(job, 'handler').mockResolvedValue()
      await switchOff(module.slug)
      await enqueue(payload, job, { asked: 'once' })
      await enqueue(payload, job, {}, { tick: true })
      await drainJobs(payload)
      expect(handler).not.toHaveBeenCalled()
      expect(await waiting()).toEqual([{ lane: 'held', job: job.name }])

      await switchOff()
      expect((await waiting()).map(({ lane }) => lane)).toEqual([job.lane])
      await drainJobs(payload)
      expect(handler.mock.calls.map(([data]) => data)).toEqual([{ asked: 'once' }])
      expect(await waiting()).toEqual([])
    },
  )

  it.each(declaredResources().map((resource) => [resource.name, resource] as const))(
    '1C sends and asks %s only while its module is on',
    async (name, resource) => {
      const module = moduleOfPart(resource) ?? ''
      await query(
        payload,
        sql`insert into exchange_nodes (name, login, token_hash, active, created_at, updated_at) values ('1С', '1c', ${hashToken('token')}, true, now(), now())`,
      )
      await query(
        payload,
        sql`insert into exchange_nodes_entities ("order", parent_id, value) select 1, id, ${resource.area} from exchange_nodes`,
      )
      const send = async (): Promise<Array<number | string>> => {
        const headers = { authorization: 'Bearer token', 'content-type': 'application/json' }
        const response = await handleEndpoints({
          config,
          request: new Request(`http://localhost:3000/api/1c/v1/${name}`, { method: 'PUT', headers, body: '[{}]' }),
        })
        const openapi = await handleEndpoints({
          config,
          request: new Request('http://localhost:3000/api/1c/v1/openapi.json'),
        })
        const { paths } = (await openapi.json()) as { paths: object }
        return [response.status, `/${name}` in paths ? 'described' : 'not described']
      }
      expect(await send()).toEqual([200, 'described'])
      if (!optional.some(({ slug }) => slug === module)) return
      await switchOff(module)
      expect(await send()).toEqual([404, 'not described'])
    },
  )

  it('every address of a switched-off exchange is not there', async () => {
    const addresses = endpoints.filter(({ path }) => path.startsWith('/1c/') || path.startsWith('/exchange/'))
    expect(addresses.length).toBeGreaterThan(10)
    await switchOff('exchange')
    for (const { path, method } of addresses) {
      const { status } = await ask('admin', `/api${path.replace(/:\w+/g, company)}`, {
        method: method.toUpperCase(),
        ...(method === 'get' ? {} : { body: [] }),
      })
      expect([method, path, status]).toEqual([method, path, 404])
    }
  })

  it('switched on for another reason, a module leaves the jobs of those still off where they are', async () => {
    const [first, second] = optional.flatMap((module) =>
      partsOf(module, declaredJobs())
        .slice(0, 1)
        .map((job) => ({ module, job })),
    )
    if (!first || !second) throw new Error('Two modules with jobs are needed')
    for (const { job } of [first, second]) vi.spyOn(job, 'handler').mockResolvedValue()
    await switchOff(first.module.slug, second.module.slug)
    for (const { job } of [first, second]) await enqueue(payload, job, {})
    await drainJobs(payload)
    await switchOff(second.module.slug)
    await drainJobs(payload)
    expect(await waiting()).toEqual([{ lane: 'held', job: second.job.name }])
  })

  it('an event of a record whose module is off tells nobody, and a letter already queued is not sent', async () => {
    const order = await make.order({ companyId: company, number: 'T-1' })
    const event = await insertRow(payload, 'events', {
      type: 'order.confirmed',
      entity: 'orders',
      entityId: order,
      companyId: company,
      data: {},
      internal: false,
      actorRole: 'system',
      actorName: '',
    })
    const letter = await insertRow(payload, 'notifications', {
      eventId: event,
      key: 'client',
      userId: client,
      companyId: company,
      title: 'Заказ',
      inFeed: true,
    })
    const sent = vi.spyOn(payload, 'sendEmail').mockResolvedValue(undefined)
    await switchOff('sales')
    await enqueue(payload, 'notifications.deliver', { event })
    await enqueue(payload, 'notifications.mail', { notification: letter })
    await drainJobs(payload)
    expect(sent).not.toHaveBeenCalled()
    expect(await query(payload, sql`select id::text from notifications`)).toEqual([{ id: letter }])

    await switchOff()
    await enqueue(payload, 'notifications.mail', { notification: letter })
    await drainJobs(payload)
    expect(sent).toHaveBeenCalledTimes(1)
  })

  it('what depends on a switched-off module goes with it; required and unknown modules cannot be switched off', async () => {
    await switchOff('catalogue')
    expect((await ask('admin', '/api/orders')).status).toBe(403)
    for (const slug of ['people', 'nothing']) await expect(switchOff(slug)).rejects.toThrow()
    const lines = await query<{ action: string; changes: unknown }>(
      payload,
      sql`select action, changes from audit where action = 'modules.switch'`,
    )
    expect(lines).toEqual([
      { action: 'modules.switch', changes: { fields: { off: { before: [], after: ['catalogue', 'sales'] } } } },
    ])
  })

  it('only an administrator throws a switch', async () => {
    const manager = await make.staff({ role: 'manager' })
    await expect(
      payload.updateGlobal({
        slug: 'modules',
        data: { off: ['money'] },
        overrideAccess: false,
        req: await make.as('staff', manager),
      }),
    ).rejects.toMatchObject({ status: 403 })
    expect((await ask('admin', '/api/accounts')).status).toBe(200)
  })

  it('a person may still hand on a role with rights of an area that is off, and none that they do not hold', async () => {
    const { givableRoles } = await import('@/collections/people/memberships/membership.queries')
    const weak = await make.user({ companies: [company], capabilities: ['company.manage'] })
    const role = await make.portalRole(['contracts.read'])
    await switchOff('contracts')
    const roles = async (user: string): Promise<boolean> =>
      (await givableRoles(payload, await actorOf(await make.as('users', user)), company)).some(({ id }) => id === role)
    expect([await roles(client), await roles(weak)]).toEqual([true, false])
  })
})
