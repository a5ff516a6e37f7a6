import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import { stockTable } from '@/collections/catalogue/exchange/tables'
import { listIssues as linesShown } from '@/src/admin/exchange/journal.queries'
import { query } from '@/src/mechanisms/database/query'
import { closeEarlier, FILE } from '@/src/mechanisms/exchange/journal/closing'
import { noteIssue, refuseRows } from '@/src/mechanisms/exchange/journal/issues'
import { lineText } from '@/src/mechanisms/exchange/journal/lineText'
import { runJobNamed } from '@/tests/support/exchange'
import { results, world, type World } from '../rest/world'

let it1c: World
let payload: Payload
let node: string
type At = { run: string; file: string | null }

/** A file of a run of its own. */
async function fileOf(of: string): Promise<At> {
  const [run] = await query<{ id: string }>(
    payload,
    sql`insert into exchange_runs (node_id, transport, kind, status, started_at, created_at, updated_at) values (${of}, 'commerceml', 'catalog', 'running', now(), now(), now()) returning id::text`,
  )
  const [file] = await query<{ id: string }>(
    payload,
    sql`insert into exchange_files (run_id, name, status, created_at, updated_at) values (${run?.id}, 'a.xml', 'running', now(), now()) returning id::text`,
  )
  return { run: String(run?.id), file: String(file?.id) }
}

/** Lines in the order of their coming. */
const lines = async (): Promise<string[]> =>
  (
    await query<{ line: string }>(
      payload,
      sql`select concat_ws(' ', entity, external, code, status::text) as line from exchange_issues order by created_at, id`,
    )
  ).map(({ line }) => line)
const open = async (): Promise<string[]> => (await lines()).filter((line) => / (open|parked)$/.test(line))

beforeEach(async () => {
  it1c = await world()
  payload = it1c.payload
  node = (await it1c.node()).id
})

describe('a line of the journal closes itself', () => {
  it('[EXCH-16] when its own kind of record comes, and not when another kind of the same identifier does', async () => {
    const first = await fileOf(node)
    const bad = {
      entity: FILE,
      externalId: 'o-1',
      code: 'commerceml.badNumber' as const,
      params: { field: 'ЦенаЗаЕдиницу', value: 'дорого' },
    }
    await noteIssue(payload, first, { ...bad, of: 'price' })
    const later = await fileOf(node)
    await closeEarlier(payload, later, { entity: 'stocks', reads: 'stock', externalIds: ['o-1|w-1'] })
    await closeEarlier(payload, later, { entity: 'products', reads: 'product', externalIds: ['o-1'] })
    await closeEarlier(payload, later, { entity: 'mentioned-products', externalIds: ['o-1'] })
    expect(await open()).toHaveLength(1)
    await closeEarlier(payload, later, { entity: 'prices', reads: 'price', externalIds: ['o-1|t-1'] })
    expect(await open()).toEqual([])
  })

  it('[EXCH-16] not by the file that says it, nor by another node', async () => {
    const here = await fileOf(node)
    await noteIssue(payload, here, {
      entity: 'stocks',
      externalId: 'o-1|w-1',
      code: 'stock.negative',
      params: { qty: -5 },
    })
    await closeEarlier(payload, here, { entity: 'stocks', externalIds: ['o-1|w-1'] })
    const other = await fileOf((await it1c.node()).id)
    await closeEarlier(payload, other, { entity: 'stocks', externalIds: ['o-1|w-1'] })
    await noteIssue(payload, other, {
      entity: 'stocks',
      externalId: 'o-1|w-1',
      code: 'stock.negative',
      params: { qty: -7 },
    })
    expect(await open()).toHaveLength(2)
    await closeEarlier(payload, await fileOf(node), { entity: 'stocks', externalIds: ['o-1|w-1'] })
    expect(await open()).toHaveLength(1)
  })

  it('[EXCH-16] when the same is said anew, however it is said: nothing piles up', async () => {
    const say = async (at: At): Promise<void> => {
      await noteIssue(payload, at, {
        entity: 'orders',
        externalId: 'o-1',
        code: 'order.noWay',
        params: { from: 'a', to: 'b' },
      })
      await noteIssue(payload, at, {
        entity: FILE,
        externalId: 'o-1',
        of: 'document',
        code: 'commerceml.missingValue',
        params: { field: 'Дата' },
      })
      await noteIssue(payload, at, {
        entity: 'pictures',
        externalId: 'p-1',
        code: 'exchange.brokenPicture',
        params: { name: 'a.jpg' },
      })
      await refuseRows(payload, at, stockTable, [{ externalId: 'o-1|w-1', values: {}, line: 3 }], {
        code: 'exchange.older',
      })
    }
    await say(await fileOf(node))
    await say(await fileOf(node))
    // A run that is no file's, twice.
    await say({ ...(await fileOf(node)), file: null })
    await say({ ...(await fileOf(node)), file: null })
    expect((await open()).sort()).toEqual([
      'file o-1 commerceml.missingValue open',
      'orders o-1 order.noWay open',
      'pictures p-1 exchange.brokenPicture open',
      'stocks o-1|w-1 exchange.older open',
    ])
    expect(await lines()).toHaveLength(16)
  })

  it('[EXCH-16] by REST as by a file: by the last word of the same node about the record', async () => {
    const token = async (): Promise<string> => `Bearer ${(await it1c.node()).token}`
    const [first, second] = [await token(), await token()]
    const good = { externalId: 'b-1', name: 'Москва' }
    const bad = { externalId: 'b-1', name: 1 }
    expect(results(await it1c.put('branches', [bad], { auth: first }))).toEqual(['failed'])
    await it1c.put('branches', [good], { auth: second })
    expect(await open()).toEqual(['branches b-1 exchange.fieldInvalid open'])
    await it1c.put('branches', [good, bad], { auth: first })
    expect(await open()).toHaveLength(1)
    await it1c.put('branches', [bad, good], { auth: first })
    expect(await open()).toEqual([])
  })
})

describe('a line that came by REST', () => {
  it('[EXCH-16] is of the shape that lines of files have, and is said in the reader’s language with its value', async () => {
    const parked = await it1c.put('companies', [{ externalId: 'co-1', name: 'Первый', partner: 'co-7' }])
    expect(parked.body[0]).toMatchObject({
      result: 'parked',
      message: 'Отложено: в кабинете ещё нет записи «Клиент» co-7. Придёт — применим сами',
    })
    await it1c.put('companies', [
      { externalId: 'co-2', name: 'Второй', creditLimit: 'много' },
      { name: 'Без имени' },
      { name: 'И этот' },
    ])
    const shown = (await linesShown(payload)).map((line) => ({
      ...line,
      said: line.params && lineText({ code: line.code, params: line.params }, 'en'),
      told: line.params && lineText({ code: line.code, params: line.params }, 'ru'),
    }))
    expect(shown).toHaveLength(4)
    for (const { message, told } of shown) expect(told).toBe(message)
    const saidOf = (external: string | null): unknown[] =>
      shown.filter((line) => line.external === external).map(({ said, line }) => [said, line])
    expect(saidOf('co-1')).toEqual([
      ['partner: Parked: the portal has no record “Client” co-7 yet. It is applied when that comes', 1],
    ])
    expect(saidOf('co-2')).toEqual([['creditLimit: This does not look like a number: “много”', 1]])
    expect(saidOf(null).sort()).toEqual([
      ['externalId: Please fill in this field', 2],
      ['externalId: Please fill in this field', 3],
    ])
  })

  it('[EXCH-16] says what it is now when it was tried again and is wrong', async () => {
    await it1c.put('companies', [{ externalId: 'co-1', name: 'Первый' }])
    expect(
      results(
        await it1c.put('statement-lines', [
          {
            externalId: 's-1',
            company: 'co-1',
            contract: 'd-1',
            at: '2026-11-20T10:00:00Z',
            amount: '1.00',
            kind: 'payment',
          },
        ]),
      ),
    ).toEqual(['parked'])
    await it1c.put('companies', [{ externalId: 'co-2', name: 'Второй' }])
    await it1c.put('contacts', [
      {
        externalId: 'p-2',
        company: 'co-2',
        name: 'Пётр',
        email: 'petr@example.com',
        portalRole: 'director',
        portalAccess: true,
      },
    ])
    expect(
      results(await it1c.put('contracts', [{ externalId: 'd-1', company: 'co-2', number: '1', date: '2026-01-01' }])),
    ).toEqual(['created'])
    await runJobNamed(payload, 'exchange.replayParked', { entity: 'contracts', externalIds: ['d-1'] })
    const [line] = (await linesShown(payload)).filter(({ external }) => external === 's-1')
    expect(line).toMatchObject({ status: 'open', code: 'exchange.contractForeign', params: { field: 'contract' } })
    expect(line?.message).toBe(lineText({ code: 'exchange.contractForeign', params: { field: 'contract' } }, 'ru'))
  })
})
