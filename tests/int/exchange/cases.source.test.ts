import { sql } from '@payloadcms/db-postgres/drizzle'
import { expect } from 'vitest'
import { query } from '@/src/mechanisms/database/query'
import { openIssues, runCases, type Case, type CaseGround } from '@/tests/support/cases'

type Answer = { result: string; code?: string; field?: string }

const rows = <Row>({ payload }: CaseGround, statement: ReturnType<typeof sql>): Promise<Row[]> =>
  query<Row>(payload, statement)
const said = async ({ rest }: CaseGround, name: string, body: unknown): Promise<string[]> =>
  ((await rest('PUT', name, body)).body as Answer[]).map(({ result, code, field }) =>
    [result, code, field].filter(Boolean).join(' '),
  ) // the answer to a batch is a list
const items = async <Item>({ rest }: CaseGround, path: string): Promise<Item[]> =>
  ((await rest('GET', path)).body as { items: Item[] }).items // GET of a kind gives items

const cases: Case[] = [
  {
    name: '24-clock-of-1c-ran-ahead',
    right: 'a moment that is still to come is told and refuses nothing that follows',
    run: async (at) => {
      await at.catalogueSession(['1-import-future.xml', '2-offers-future.xml'])
      expect((await openIssues(at.payload)).map(({ code }) => code)).toEqual([
        'exchange.clockAhead',
        'exchange.clockAhead',
      ])
      await at.catalogueSession(['3-offers.xml'])
      expect(
        await rows(
          at,
          sql`select p.price::int as price, s.qty::int as qty from skus k join prices p on p.sku_id = k.id join stocks s on s.sku_id = k.id`,
        ),
      ).toEqual([{ price: 1_200_000, qty: 1_000 }])
      expect((await openIssues(at.payload)).filter(({ code }) => code !== 'exchange.clockAhead')).toEqual([])
    },
  },
  {
    name: '26-cyrillic-t-in-the-date',
    right: 'is the moment that it means',
    run: async (at) => {
      await at.catalogueSession(['1-import.xml'])
      await at.catalogueSession(['1-import.xml'])
      expect(await openIssues(at.payload)).toEqual([])
      expect(
        await rows(at, sql`select sync_time = '2026-11-24T07:00:00Z'::timestamptz as meant from products`),
      ).toEqual([{ meant: true }])
    },
  },
  {
    name: 'E07-parked-rows-change-their-node',
    right: 'the price that node B sent stays its own when node A brings the goods',
    run: async (at) => {
      await at.catalogueSession(['offers-of-B.xml'], { node: '1c-2' })
      await at.catalogueSession(['import-of-A.xml'])
      expect(
        await rows(
          at,
          sql`select p.sync_node as node, p.sync_time = '2026-11-26T06:05:00Z'::timestamptz as meant, k.sync_node as sku from prices p join skus k on k.id = p.sku_id`,
        ),
      ).toEqual([{ node: 'Розница', meant: true, sku: 'Розница' }])
    },
  },
  {
    name: 'E02-rest-left-out-fields-are-reset',
    right: 'what is left out stays as it was',
    run: async (at) => {
      await said(at, 'portal-roles', [{ code: 'director', name: 'Директор', capabilities: ['company.manage'] }])
      await said(at, 'companies', [{ externalId: 'x-co-1', name: 'Первый' }])
      const pairs = JSON.parse(at.file('pairs.json').toString('utf8')) as Record<string, { a: unknown[]; b: unknown[] }> // the fixture holds pairs by kind
      for (const [name, { a, b }] of Object.entries(pairs))
        expect({ name, said: [await said(at, name, a), await said(at, name, b)] }).toEqual({
          name,
          said: [['created'], [name === 'contracts' ? 'same' : 'changed']],
        })
      expect(await items(at, 'contacts?externalId=x-ct-1')).toMatchObject([
        { portalAccess: true, accessOpen: true, closedBy: null, phone: '+74951234567' },
      ])
      expect(await items(at, 'contracts?externalId=x-dg-15')).toMatchObject([{ status: 'terminated', currency: 'USD' }])
      expect(await items(at, 'contractors?externalId=x-cn-5')).toMatchObject([
        { active: false, kind: 'entrepreneur', name: 'ИП 2' },
      ])
      expect(await items(at, 'companies?externalId=x-co-60')).toMatchObject([{ currency: 'USD', name: 'usd 2' }])
    },
  },
  {
    name: 'E03-rest-empty-1c-date-refuses-the-batch',
    right: 'the line without a date fails alone',
    run: async (at) => {
      await said(
        at,
        'companies',
        ['x-co-1', 'x-co-5', 'x-co-9'].map((externalId) => ({ externalId, name: externalId })),
      )
      for (const name of ['statement-lines', 'balances'])
        expect(await said(at, name, `${name}.json`)).toEqual(['created', 'failed date.malformed at'])
    },
  },
  {
    name: 'E04-rest-nul-character-500',
    right: 'the sign is cut out, the rest goes in',
    run: async (at) => {
      expect(await said(at, 'companies', 'companies.json')).toEqual(['created', 'created'])
      expect(await items(at, 'companies?externalId=x-co-52&externalId=x-co-53')).toMatchObject([
        { name: 'ab' },
        { name: 'good' },
      ])
    },
  },
]

runCases('cases of sources', cases)
