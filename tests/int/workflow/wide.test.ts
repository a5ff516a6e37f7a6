import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@/src/lib/errors'
import { actorOf, erpActor } from '@/src/mechanisms/access/actor'
import { defineAccess } from '@/src/mechanisms/access/defineAccess'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute, query } from '@/src/mechanisms/database/query'
import { deadlinesJob } from '@/src/mechanisms/workflow/deadlines.jobs'
import { defineWorkflow, workflowFor, type TransitionDeclaration } from '@/src/mechanisms/workflow/defineWorkflow'
import { supervisorOf, holderOf, personIn } from '@/src/mechanisms/workflow/participants'
import { defineSignature } from '@/src/mechanisms/workflow/signature'
import { bringTo, transitionAction } from '@/src/mechanisms/workflow/transition'
import { transitionBar } from '@/src/mechanisms/workflow/transitionBar'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

const label = (ru: string) => ({ ru, en: `${ru} (en)` })
const author = personIn({ field: 'author', of: 'users' }, label('автор'))
const assigned = personIn({ field: 'assigned', of: 'staff' }, label('исполнитель'))
const head = supervisorOf('assigned', label('руководитель исполнителя'))
const orderer = holderOf('orders.create', label('кто заказывает'))

const way = (from: string[], to: string, more: Partial<TransitionDeclaration>): TransitionDeclaration => ({
  label: label(`в ${to}`),
  from,
  to,
  by: [],
  event: 'contract.activated',
  ...more,
})
const state = (name: string) => ({ label: label(name), tone: 'run' as const })

defineAccess('test-errands', {
  anchors: { company: 'company' },
  rules: { client: { read: 'company' }, manager: { read: 'all' }, head: { read: 'all' } },
})
defineSignature({
  key: 'test.code',
  label: label('Код'),
  sign: async ({ actor }, given) => {
    if (given !== '1234') throw new AppError('workflow.signatureNeeded', {}, { status: 422, field: 'signature' })
    return { by: actor.name }
  },
})

const plan = {
  plannedDate: { label: label('Когда'), type: 'date' },
  cost: { label: label('Сколько'), type: 'number', least: 1, optional: true },
  place: { label: label('Где'), type: 'choice', options: { here: label('здесь'), there: label('там') } },
} as const

const errands = defineWorkflow({
  entity: 'test-errands',
  initial: ['new'],
  states: {
    new: state('Новое'),
    planned: { ...state('Запланировано'), deadline: { field: 'answerBy', minutes: 30, then: 'expire' } },
    approved: state('Согласовано'),
    signed: state('Подписано'),
    late: state('Просрочено'),
    gone: state('Отозвано'),
  },
  transitions: {
    plan: way(['new', 'late'], 'planned', { by: [assigned], needs: { fields: plan } }),
    approve: way(['planned'], 'approved', { by: [head], made: label('Согласовано вами') }),
    sign: way(['approved'], 'signed', { by: [orderer], needs: { signature: 'test.code' } }),
    signElsewhere: way(['approved'], 'signed', { by: [orderer], needs: { signature: 'test.nowhere' } }),
    withdraw: way(['new', 'planned'], 'gone', {
      by: [author, 'admin'],
      question: { title: label('Отозвать {number}?'), text: label('Точно?') },
      needs: { comment: { label: label('Почему'), optional: true } },
    }),
    expire: way(['planned'], 'late', {
      by: [],
      after: async ({ row: { number } }) => {
        if (number === 'Сломай') throw new Error('broken')
      },
    }),
  },
})
const quick = defineWorkflow({
  entity: 'test-errands',
  kind: { field: 'kind', values: ['quick'] },
  initial: ['new'],
  states: { new: state('Новое'), planned: state('Почти'), done: state('Сделано') },
  transitions: {
    haste: way(['new'], 'planned', { by: ['manager'] }),
    finish: way(['new', 'planned'], 'done', { by: ['manager', 'erp'], event: null }),
  },
})

let payload: Payload
let build: Builders
let company: string
let [chief, worker, other, client, colleague] = ['', '', '', '', '']

type Row = { id: string; status: string; planned: string | null; cost: number | null; until: string | null }
const row = async (id: string): Promise<Row> => {
  const [it] = await query<Row>(
    payload,
    sql`select id::text, status, to_char(planned_date at time zone 'UTC', 'YYYY-MM-DD') as planned, cost::float8 as cost, answer_by as until from test_errands where id = ${id}`,
  )
  if (!it) throw new Error('There is no errand')
  return it
}
const errand = (fields: Record<string, unknown> = {}): Promise<string> =>
  insertRow(payload, 'test_errands', {
    number: 'П-1',
    kind: 'plain',
    status: 'new',
    companyId: company,
    authorId: client,
    assignedId: worker,
    ...fields,
  })
const as = (collection: 'users' | 'staff', person: string) => build.as(collection, person)
const move = async (
  id: string,
  transition: string,
  [collection, person]: readonly ['users' | 'staff', string],
  more: object = {},
) =>
  runAction(transitionAction, {
    req: await as(collection, person),
    input: { entity: 'test-errands', id, transition, ...more },
  })
const given = { fields: { plannedDate: '2026-12-01', place: 'here' } }
const runDeadlines = async () =>
  deadlinesJob.handler(
    {},
    {
      payload,
      req: await createLocalReq({}, payload),
      jobId: '1',
      attempt: 1,
      signal: new AbortController().signal,
    },
  )

beforeAll(async () => {
  payload = await getTestPayload()
  build = builders(payload)
  await execute(
    payload,
    sql`create table if not exists test_errands (id uuid primary key default gen_random_uuid(), number text, kind text, status text, company_id uuid, author_id uuid,
          assigned_id uuid, planned_date timestamptz, cost numeric, place text, answer_by timestamptz, created_at timestamptz, updated_at timestamptz)`,
  )
})
beforeEach(async () => {
  await emptyDatabase()
  chief = await build.staff({ role: 'head' })
  worker = await build.staff({ headId: chief })
  other = await build.staff()
  company = await build.company({ managerId: worker })
  client = await build.user({ companies: [company] })
  colleague = await build.user({ companies: [company], capabilities: ['orders.read'] })
})

describe('a workflow of some kinds of a collection', () => {
  it('leads records of its kinds, the other one all others', async () => {
    expect(workflowFor('test-errands', { kind: 'quick' })).toBe(quick)
    expect(workflowFor('test-errands', { kind: 'plain' })).toBe(errands)
    const hasty = await errand({ kind: 'quick' })
    expect(await move(hasty, 'finish', ['staff', worker])).toEqual({ state: 'done' })
    await expect(move(await errand(), 'finish', ['staff', worker])).rejects.toMatchObject({ code: 'workflow.unknown' })
    await expect(move(await errand({ kind: 'quick' }), 'plan', ['staff', worker], given)).rejects.toMatchObject({
      code: 'workflow.unknown',
    })
  })

  it('tells nobody of a way without an event, and brings a record where 1C says', async () => {
    const id = await errand({ kind: 'quick' })
    const node = erpActor({ id: crypto.randomUUID(), name: 'УТ' })
    const context = { req: await createLocalReq({}, payload), actor: node }
    const stands = { id, kind: 'quick', status: 'new' }
    expect(await bringTo(context, stands, { entity: 'test-errands', state: 'done' })).toBe(true)
    expect(await row(id)).toMatchObject({ status: 'done' })
    expect(await query(payload, sql`select id from events where entity_id = ${id}`)).toEqual([])
    expect(await bringTo(context, { ...stands, status: 'done' }, { entity: 'test-errands', state: 'done' })).toBe(false)
    await expect(
      bringTo(context, { ...stands, status: 'done' }, { entity: 'test-errands', state: 'new' }),
    ).rejects.toMatchObject({ code: 'workflow.noWay', status: 409, field: 'status' })
  })
})

describe('whose step it is', () => {
  it('is the person’s whom the record names, and nobody else’s of their role', async () => {
    const id = await errand()
    await expect(move(id, 'plan', ['staff', other], given)).rejects.toMatchObject({ code: 'workflow.notBy' })
    await expect(move(id, 'withdraw', ['users', colleague])).rejects.toMatchObject({ code: 'workflow.notBy' })
    expect(await move(id, 'plan', ['staff', worker], given)).toEqual({ state: 'planned' })
    expect(await move(id, 'withdraw', ['users', client])).toEqual({ state: 'gone' })
  })

  it('is the head’s of whoever it is assigned to, and not the assigned one’s own', async () => {
    const id = await errand({ status: 'planned' })
    await expect(move(id, 'approve', ['staff', worker])).rejects.toMatchObject({ code: 'workflow.notBy' })
    await expect(move(id, 'approve', ['staff', await build.staff({ role: 'head' })])).rejects.toMatchObject({
      code: 'workflow.notBy',
    })
    expect(await move(id, 'approve', ['staff', chief])).toEqual({ state: 'approved' })
    const ownWork = await errand({ status: 'planned', assignedId: chief })
    await expect(move(ownWork, 'approve', ['staff', chief])).rejects.toMatchObject({ code: 'workflow.notBy' })
    const nobodys = await errand({ status: 'planned', assignedId: null })
    await expect(move(nobodys, 'approve', ['staff', chief])).rejects.toMatchObject({ code: 'workflow.notBy' })
  })

  it('is of those in the company who hold the capability', async () => {
    const id = await errand({ status: 'approved' })
    const signature = { signature: '1234' }
    await expect(move(id, 'sign', ['users', colleague], signature)).rejects.toMatchObject({ code: 'workflow.notBy' })
    expect(await move(id, 'sign', ['users', client], signature)).toEqual({ state: 'signed' })
  })
})

describe('what a step needs', () => {
  it('fields are written into the record, and what is wrong is named by its field', async () => {
    const id = await errand()
    const refused = async (fields: object) =>
      move(id, 'plan', ['staff', worker], { fields }).then(
        () => null,
        (error: AppError) => [error.status, error.issues?.map(({ field }) => field) ?? [error.field]],
      )
    expect(await refused({})).toEqual([422, ['fields.plannedDate', 'fields.place']])
    expect(await refused({ plannedDate: '2026-02-30', place: 'nowhere' })).toEqual([
      422,
      ['fields.plannedDate', 'fields.place'],
    ])
    expect(await refused({ ...given.fields, cost: 0 })).toEqual([422, ['fields.cost']])
    expect((await refused({ ...given.fields, status: 'signed' }))?.[0]).toBe(422)
    expect(await row(id)).toMatchObject({ status: 'new', planned: null })
    await move(id, 'plan', ['staff', worker], { fields: { ...given.fields, cost: 12.5 } })
    expect(await row(id)).toMatchObject({ status: 'planned', planned: '2026-12-01', cost: 12.5 })
  })

  it('files are not lost on a way that takes none: it is refused', async () => {
    const id = await errand()
    const files = [await build.documentFile({ companyId: company })]
    await expect(move(id, 'withdraw', ['users', client], { files })).rejects.toMatchObject({
      code: 'workflow.filesNotTaken',
      status: 422,
      field: 'files',
    })
    expect(await row(id)).toMatchObject({ status: 'new' })
  })

  it('a signature is checked by the way it is made, and its proof stays with the event', async () => {
    const id = await errand({ status: 'approved' })
    for (const signature of [undefined, '9999'])
      await expect(move(id, 'sign', ['users', client], { signature })).rejects.toMatchObject({
        code: 'workflow.signatureNeeded',
        field: 'signature',
      })
    await expect(move(id, 'signElsewhere', ['users', client], { signature: '1234' })).rejects.toMatchObject({
      code: 'workflow.signatureUnknown',
      status: 409,
    })
    expect(await row(id)).toMatchObject({ status: 'approved' })
    await move(id, 'sign', ['users', client], { signature: '1234' })
    const [event] = await query<{ data: object }>(payload, sql`select data from events where entity_id = ${id}`)
    const { name } = await actorOf(await as('users', client))
    expect(event?.data).toEqual({
      from: 'approved',
      to: 'signed',
      number: 'П-1',
      signed: { kind: 'test.code', by: name },
    })
  })
})

describe('the time a record may stand in a state', () => {
  it('begins as the state is entered and ends as it is left', async () => {
    const id = await errand()
    await move(id, 'plan', ['staff', worker], given)
    const until = new Date((await row(id)).until ?? 0).getTime() - Date.now()
    expect(until).toBeGreaterThan(29 * 60_000)
    expect(until).toBeLessThanOrEqual(30 * 60_000)
    await move(id, 'approve', ['staff', chief])
    expect((await row(id)).until).toBeNull()
  })

  it('is over: the portal itself moves the record on, once, and nothing whose time has not come or that is of another kind', async () => {
    const [late, early, hasty] = await Promise.all([
      errand({ status: 'planned', answerBy: new Date(Date.now() - 1_000).toISOString() }),
      errand({ status: 'planned', answerBy: new Date(Date.now() + 60_000).toISOString() }),
      errand({ kind: 'quick', status: 'planned', answerBy: new Date(Date.now() - 1_000).toISOString() }),
    ])
    await runDeadlines()
    await runDeadlines()
    expect(await row(late)).toMatchObject({ status: 'late', until: null })
    expect(await row(early)).toMatchObject({ status: 'planned' })
    expect(await row(hasty)).toMatchObject({ status: 'planned' })
    const told = await query<{ role: string }>(
      payload,
      sql`select actor_role::text as role from events where entity = 'test-errands'`,
    )
    expect(told).toEqual([{ role: 'system' }])
  })
})

describe('a record that cannot be moved on', () => {
  it('stays as it was and holds up nobody else’s', async () => {
    const longest = await errand({ status: 'planned', number: 'Сломай', answerBy: '2026-01-01T00:00:00Z' })
    const other = await errand({ status: 'planned', answerBy: '2026-01-02T00:00:00Z' })
    await runDeadlines()
    expect(await row(longest)).toMatchObject({ status: 'planned' })
    expect(await row(other)).toMatchObject({ status: 'late' })
    const told = await query(payload, sql`select id from events where entity_id = ${longest}`)
    expect(told).toEqual([])
  })
})

describe('the bar of a record', () => {
  const bar = async (id: string, [collection, person]: readonly ['users' | 'staff', string], locale: 'ru' | 'en') => {
    const req = await as(collection, person)
    const [it] = await query<Record<string, unknown>>(payload, sql`select * from test_errands where id = ${id}`)
    return transitionBar(errands, { req, actor: await actorOf(req), row: it ?? {} }, locale)
  }

  it('says the state, the ways of whoever looks and all that they ask, in the reader’s language', async () => {
    const id = await errand()
    expect(await bar(id, ['users', client], 'ru')).toEqual({
      entity: 'test-errands',
      id,
      company,
      state: { key: 'new', label: 'Новое', tone: 'run' },
      options: [
        {
          name: 'withdraw',
          label: 'в gone',
          made: 'Договор действует',
          stays: false,
          question: { title: 'Отозвать П-1?', text: 'Точно?', keep: null },
          comment: { label: 'Почему', optional: true },
          files: null,
          fields: [],
          signature: null,
        },
      ],
      canUndo: false,
    })
    expect((await bar(id, ['users', colleague], 'ru')).options).toEqual([])
    const [planned] = (await bar(id, ['staff', worker], 'en')).options
    expect(planned?.fields).toEqual([
      { name: 'plannedDate', type: 'date', label: 'Когда (en)', optional: false },
      { name: 'cost', type: 'number', label: 'Сколько (en)', optional: true },
      {
        name: 'place',
        type: 'choice',
        label: 'Где (en)',
        optional: false,
        options: [
          { value: 'here', label: 'здесь (en)' },
          { value: 'there', label: 'там (en)' },
        ],
      },
    ])
    const approve = (await bar(await errand({ status: 'planned' }), ['staff', chief], 'ru')).options
    expect(approve.map(({ name, made }) => [name, made])).toEqual([['approve', 'Согласовано вами']])
    const sign = (await bar(await errand({ status: 'approved' }), ['users', client], 'ru')).options
    expect(sign.map(({ signature }) => signature)).toEqual([{ label: 'Код', optional: false }, null])
  })
})
