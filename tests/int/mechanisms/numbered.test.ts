import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contractsAt } from '@/collections/contracts/contracts/contract.queries'
import { documentsAt } from '@/collections/documents/documents/document.queries'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { builders, type Builders } from '@/tests/builders/builders'

let payload: Payload
let build: Builders
let company: string
let other: string
let user: string

const mine = async () => ({ ...(await build.context('users', user)), company: null })
const partOf = (entity: 'documents' | 'contracts', id: string, number: string): string =>
  decodeURIComponent(pageOf(entity, { id, number }).split('/').at(-1) ?? '')

describe('addresses of what several have the number of', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    company = await build.company()
    other = await build.company()
    user = await build.user({ companies: [company] })
  })

  it('[NAV-14] each of one number has its own, of another year, kind or source', async () => {
    const number = 'К/1131'
    const ids = await Promise.all(
      ['2025-11-24', '2026-11-24'].flatMap((date) =>
        ['invoice', 'upd'].map((kind) => build.document({ companyId: company, kind, number, date: new Date(date) })),
      ),
    )
    expect(new Set(ids.map((id) => partOf('documents', id, number))).size).toBe(4)
    for (const id of ids) expect(await at(partOf('documents', id, number))).toEqual([id])
    // The number alone is several: they are shown as a list.
    expect(await at(number)).toHaveLength(2)
  })

  it('[NAV-14] a number that somebody else has, too, is told of by nothing', async () => {
    const foreign = await build.document({ companyId: other, number: '7' })
    expect(await at('7')).toEqual([])
    const own = await build.document({ companyId: company, number: '7' })
    expect(await at('7')).toEqual([own])
    for (const part of [foreign, partOf('documents', foreign, '7')]) expect(await at(part)).toEqual([])
    const contract = await build.contract({ companyId: other, number: '54/25' })
    for (const part of ['54/25', contract, partOf('contracts', contract, '54/25')])
      expect(await contractsAt(await mine(), part)).toEqual([])
  })

  it('[NAV-14] an address outlives a number that 1C has changed, and one that was typed wrong names nothing', async () => {
    const id = await build.document({ companyId: company, number: '8' })
    expect(await at(partOf('documents', id, 'old'))).toEqual([id])
    for (const part of ['', '~', '8~', `8~${id.slice(0, 7)}`, `8~${id.slice(0, 8)}0`, '%', "'; --", '8~zzzzzzzz'])
      expect([part, await at(part)]).toEqual([part, []])
  })
})

const at = async (part: string): Promise<string[]> => (await documentsAt(await mine(), part)).map(({ id }) => id)
