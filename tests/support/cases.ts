import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { builders, type Builders } from '@/tests/builders/builders'
import { root } from '../../scripts/lib/paths.mjs'
import { fallSilent, waitForQueue } from './exchange'
import { startRest, type TestServer } from './http'
import { makeExchangeNode, rawDialogue } from './onec'
import { emptyDatabase, getTestPayload } from './payload'
import { pumpJobs } from './pump'

/** Small inputs that stand for a whole kind each: a folder of `tests/fixtures/cases`, and what people see after its steps. */
export type Case = {
  /** The folder of its files. */
  name: string
  /** What is right, in a sentence. */
  right: string
  run: (at: CaseGround) => Promise<void>
}

export type CaseCompany = 'stroygrad' | 'dvor'
export type CaseNode = '1c' | '1c-2'

/** What a case works with: the real dialogue over HTTP, REST, and people of two clients. Files are named within the case's folder. */
export type CaseGround = {
  readonly payload: Payload
  /** Address of the portal, without a slash. */
  readonly url: string
  readonly make: Builders
  readonly companies: Readonly<Record<CaseCompany, string>>
  /** Ids of the price types «Договорные», which both clients buy at, and «Розничные». */
  readonly priceTypes: Readonly<{ contract: string; retail: string }>
  /** The bytes of a file of the case. */
  file: (name: string) => Buffer
  /**
   * `type=catalog`: checkauth, init, all files, `import` of each XML (`imports`: other names, as of files inside an archive),
   * then silence until the run is settled. Gives what `import` answered.
   */
  catalogueSession: (
    files: readonly string[],
    options?: { imports?: readonly string[]; node?: CaseNode; settle?: boolean },
  ) => Promise<string[]>
  /** `type=sale&mode=file` and `import` of one file; gives what `import` answered. */
  ordersIn: (file: string, options?: { node?: CaseNode }) => Promise<string>
  /** `mode=query`, and `mode=success` unless told not to: the XML. */
  ordersOut: (options?: { node?: CaseNode; success?: boolean }) => Promise<string>
  /** REST of the node `1c`: method, path below `/api/1c/v1/`, body (a value, or the name of a JSON file of the case). */
  rest: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>
  /** A client with all rights in this company, as queries and actions take one. */
  asUserOf: (company: CaseCompany) => Promise<QueryContext>
}

const COMPANIES = {
  stroygrad: { name: 'ООО «Стройград»', externalId: '83a24566-c93c-4091-8e67-22bcef3cb2fe' },
  dvor: { name: 'ТД «Крепёжный двор»', externalId: '0fccb8c9-de54-44fc-8745-16c803915ada' },
} as const
const CONTRACT_PRICES = '431beefc-ea80-4c03-8160-382fe41ac89a'
const RETAIL_PRICES = 'ae5501b7-2791-4426-8fdd-f90ce0dffbb8'
const AREAS = ['catalogue', 'orders', 'clients', 'contracts', 'money', 'documents']
const TOKEN = 'kab_a-token-for-cases'

/** Runs a table of cases, each over an empty database with two clients and two exchange nodes, with a worker at work. */
export function runCases(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    let server: TestServer
    let payload: Payload
    beforeAll(async () => {
      payload = await getTestPayload()
      server = await startRest()
    })
    afterAll(() => server.close())
    beforeEach(async () => {
      await emptyDatabase()
      return pumpJobs(payload)
    })
    it.each(cases.map((one) => [one.name, one.right, one] as const))('%s: %s', async (_name, _right, one) => {
      await one.run(await caseGround(payload, server.url, one.name))
    })
  })
}

async function caseGround(payload: Payload, url: string, name: string): Promise<CaseGround> {
  const make = builders(payload)
  await makeExchangeNode(payload, { login: '1c', areas: AREAS, token: TOKEN })
  await makeExchangeNode(payload, { name: 'Розница', login: '1c-2', areas: AREAS })
  const contract = await make.priceType({ name: 'Договорные', externalId: CONTRACT_PRICES })
  const retail = await make.priceType({ name: 'Розничные', externalId: RETAIL_PRICES, retail: true })
  const people = new Map<CaseCompany, string>()
  const companies = { stroygrad: '', dvor: '' }
  for (const key of ['stroygrad', 'dvor'] as const) {
    companies[key] = await make.company({ ...COMPANIES[key], priceTypeId: contract })
    await insertRow(payload, 'contractors', {
      companyId: companies[key],
      kind: 'legal',
      active: true,
      ...COMPANIES[key],
    })
  }
  const file = (one: string): Buffer => readFileSync(path.join(root, 'tests/fixtures/cases', name, one))

  return {
    payload,
    url,
    make,
    companies,
    priceTypes: { contract, retail },
    file,
    catalogueSession: async (files, { imports, node = '1c', settle = true } = {}) => {
      const oneC = await rawDialogue(url, 'catalog', node)
      await oneC.init()
      for (const one of files) await oneC.file(one, new Uint8Array(file(one)))
      const said: string[] = []
      for (const one of imports ?? files.filter((each) => /\.xml$/i.test(each))) said.push(await oneC.import(one))
      await waitForQueue(payload)
      if (settle) await fallSilent(payload)
      return said
    },
    ordersIn: async (one, { node = '1c' } = {}) => {
      const oneC = await rawDialogue(url, 'sale', node)
      await oneC.init()
      await oneC.file(one, new Uint8Array(file(one)))
      const said = await oneC.import(one)
      await waitForQueue(payload)
      return said
    },
    ordersOut: async ({ node = '1c', success = true } = {}) => {
      const oneC = await rawDialogue(url, 'sale', node)
      const xml = await oneC.ask('query')
      if (success) await oneC.ask('success')
      return xml
    },
    rest: async (method, where, body) => {
      const text =
        typeof body === 'string' ? file(body).toString('utf8') : body === undefined ? undefined : JSON.stringify(body)
      const headers = {
        authorization: `Bearer ${TOKEN}`,
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      }
      const answer = await fetch(`${url}/api/1c/v1/${where}`, { method, headers, body: text })
      const said = await answer.text()
      return {
        status: answer.status,
        body: answer.headers.get('content-type')?.includes('json') ? (JSON.parse(said) as unknown) : said,
      }
    },
    asUserOf: async (company) => {
      const person = people.get(company) ?? (await make.user({ companies: [companies[company]] }))
      people.set(company, person)
      return make.context('users', person, companies[company])
    },
  }
}

/** The journal's lines that people still have to look at, in the order of their coming: code and words. */
export const openIssues = (
  payload: Payload,
): Promise<{ code: string; entity: string; external: string | null; message: string }[]> =>
  query(
    payload,
    sql`select code, entity, external, message from exchange_issues where status in ('open', 'parked') order by created_at, external`,
  )
