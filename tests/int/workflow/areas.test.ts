import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerRequest, leaseRequests } from '@/collections/documents/document-requests/document-request.erp.actions'
import { LEASE_MINUTES } from '@/collections/documents/document-requests/document-request.rules'
import { erpActor } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { isTalkedAt } from '@/src/mechanisms/comments/defineTalk'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute, query } from '@/src/mechanisms/database/query'
import { deadlinesJob } from '@/src/mechanisms/workflow/deadlines.jobs'
import { declaredWorkflows } from '@/src/mechanisms/workflow/defineWorkflow'
import { signatureNamed } from '@/src/mechanisms/workflow/signature'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let manager: string
let company: string

const node = () => erpActor({ id: crypto.randomUUID(), name: 'УТ' })
const nobody = () => createLocalReq({}, payload)
const move = async (staff: string, entity: string, id: string, transition: string) =>
  runAction(transitionAction, { req: await build.as('staff', staff), input: { entity, id, transition } })
const events = (id: string) =>
  query<{ type: string; internal: boolean; data: Record<string, unknown> }>(
    payload,
    sql`select type, internal, data from events where entity_id = ${id} order by created_at, id`,
  )
const status = async (table: 'companies' | 'document_requests', id: string) =>
  (await query<{ status: string }>(payload, sql`select status::text from ${sql.identifier(table)} where id = ${id}`))[0]
    ?.status

beforeAll(async () => {
  payload = await getTestPayload()
  build = builders(payload)
})
beforeEach(async () => {
  await emptyDatabase()
  manager = await build.staff()
  company = await build.company({ managerId: manager, status: 'new', name: 'Север-Строй' })
})

describe('every workflow', () => {
  it('signs only in ways that somebody has declared', () => {
    const asked = declaredWorkflows().flatMap(({ transitions }) =>
      Object.values(transitions).flatMap(({ needs }) => needs?.signature ?? []),
    )
    expect(asked.filter((key) => !signatureNamed(key))).toEqual([])
  })
})

describe('a way that asks for files', () => {
  it('is one of a record that people write at: they stand in its correspondence', () => {
    const asking = declaredWorkflows().filter(({ transitions }) =>
      Object.values(transitions).some((it) => it.needs?.files),
    )
    expect(asking.length).toBeGreaterThan(0)
    expect(asking.filter(({ entity }) => !isTalkedAt(entity)).map(({ entity }) => entity)).toEqual([])
  })
})

describe('a client', () => {
  it('is taken on, suspended and archived by whoever they are assigned to, and 1C hears of it as of any change', async () => {
    expect(await move(manager, 'companies', company, 'activate')).toEqual({ state: 'active' })
    expect(await move(manager, 'companies', company, 'suspend')).toEqual({ state: 'suspended' })
    expect(await status('companies', company)).toBe('suspended')
    const told = await events(company)
    // Those of one press bear one moment.
    expect(told.map(({ type, internal }) => [type, internal]).sort()).toEqual([
      ['company.activated', true],
      ['company.changed', true],
      ['company.changed', true],
      ['company.suspended', true],
    ])
    expect(told.find(({ type }) => type === 'company.changed')?.data).toEqual({
      name: 'Север-Строй',
      fields: ['status'],
    })
    const feed = await query<{ event: string }>(
      payload,
      sql`select event from exchange_changes where entity = 'companies' and entity_id = ${company} order by ord`,
    )
    expect(feed.map(({ event }) => event)).toEqual(['company.changed', 'company.changed'])
  })

  it('stays where they are for another manager, and nobody writes the state past its workflow', async () => {
    const stranger = await build.staff()
    await expect(move(stranger, 'companies', company, 'activate')).rejects.toMatchObject({ code: 'entity.notFound' })
    const accountant = await build.staff({ role: 'accountant' })
    await expect(move(accountant, 'companies', company, 'activate')).rejects.toMatchObject({ code: 'workflow.notBy' })
    await payload
      .update({
        collection: 'companies',
        id: company,
        data: { status: 'archived' },
        overrideAccess: false,
        req: await build.as('staff', manager),
      })
      .catch(() => null)
    expect(await status('companies', company)).toBe('new')
    await payload.update({ collection: 'companies', id: company, data: { status: 'archived' } })
    expect((await events(company)).map(({ type }) => type).sort()).toEqual(['company.archived', 'company.changed'])
  })
})

describe('a request of a document', () => {
  const request = (fields: object = {}) =>
    insertRow(payload, 'document_requests', {
      kind: 'copy',
      companyId: company,
      status: 'waiting',
      attempts: 0,
      ...fields,
    })
  const runDeadlines = async () => {
    const { signal } = new AbortController()
    await deadlinesJob.handler({}, { payload, req: await nobody(), jobId: '1', attempt: 1, signal })
  }

  it('goes back to those that wait when the node that took it is silent, and is given to the next one', async () => {
    const id = await request()
    const [leased] = await runAction(leaseRequests, { req: await nobody(), input: { limit: 5 }, as: node() })
    expect(leased).toMatchObject({ id, attempt: 1 })
    await runDeadlines()
    expect(await status('document_requests', id)).toBe('leased')
    await execute(
      payload,
      sql`update document_requests set leased_until = now() - make_interval(mins => ${LEASE_MINUTES})`,
    )
    await runDeadlines()
    expect(await status('document_requests', id)).toBe('waiting')
    const [again] = await runAction(leaseRequests, { req: await nobody(), input: { limit: 5 }, as: node() })
    expect(again).toMatchObject({ id, attempt: 2 })
    expect(await events(id)).toEqual([])
  })

  it('is answered once, and an administrator asks again for what was refused', async () => {
    const id = await request()
    const answer = async (result: 'denied' | 'not_found') =>
      runAction(answerRequest, { req: await nobody(), input: { id, result, reason: 'Нет такого' }, as: node() })
    expect(await answer('denied')).toEqual({ id, status: 'denied', repeated: false })
    expect(await answer('not_found')).toEqual({ id, status: 'denied', repeated: true })
    await expect(move(manager, 'document-requests', id, 'askAgain')).rejects.toMatchObject({ code: 'workflow.notBy' })
    const admin = await build.staff({ role: 'admin' })
    expect(await move(admin, 'document-requests', id, 'askAgain')).toEqual({ state: 'waiting' })
    const [row] = await query<{ attempts: number; reason: string | null; finished: string | null }>(
      payload,
      sql`select attempts::int, reason, finished_at as finished from document_requests where id = ${id}`,
    )
    expect(row).toEqual({ attempts: 0, reason: null, finished: null })
    expect((await events(id)).map(({ type, data }) => [type, data.to])).toEqual([
      ['document.refused', 'denied'],
      ['document.askedAgain', 'waiting'],
    ])
  })
})
