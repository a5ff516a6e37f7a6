import '@payload-config'
import type { Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { declaredHomeCards, defineHomeCard, homeCardsFor } from '@/src/mechanisms/home/defineHomeCard'
import { declaredModules, moduleOfPart } from '@/src/mechanisms/modules/defineModule'
import { withDependants } from '@/src/mechanisms/modules/switches'
import { builders, type Builders, type Capability } from '@/tests/builders/builders'
import { statementsIn } from '@/tests/support/statements'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let company: string

const ALL: readonly Capability[] = [
  'orders.read',
  'orders.create',
  'contracts.read',
  'documents.read',
  'balance.read',
  'company.read',
  'company.manage',
]
/** What a partner sees: nobody has more. */
const keysFor = async (capabilities: readonly Capability[]): Promise<string[]> => {
  const person = await make.user({ companies: [company], kind: 'partner', capabilities })
  return (await homeCardsFor(await make.context('users', person, company))).map(({ key }) => key)
}
/** Cards in the order of the page. */
const cards = [...declaredHomeCards()].sort((a, b) => a.order - b.order)

describe('the cards of the home page', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    company = await make.company({ managerId: await make.staff() })
    await make.company({ partnerId: company })
    await make.order({ companyId: company, status: 'working' })
    await make.document({ companyId: company })
    const contract = await make.contract({ companyId: company })
    await make.scheduleLine({ contractId: contract, companyId: company })
  })

  afterEach(() => {
    vi.useRealTimers()
  })

  it('stand there in their order for whoever holds every right', async () => {
    expect(cards.length).toBeGreaterThan(3)
    expect(await keysFor(ALL)).toEqual(cards.map(({ key }) => key))
  })

  it.each(ALL)('without %s are those that do not ask for it', async (lacking) => {
    const expected = cards.filter(({ needs }) => needs !== lacking).map(({ key }) => key)
    expect(await keysFor(ALL.filter((held) => held !== lacking))).toEqual(expected)
  })

  it.each(
    declaredModules()
      .filter(({ required }) => !required)
      .map(({ slug }) => slug),
  )('with %s off are those of other areas', async (slug) => {
    await payload.updateGlobal({ slug: 'modules', data: { off: [slug] } })
    const off = withDependants([slug])
    const expected = cards.filter((card) => !off.has(moduleOfPart(card) ?? '')).map(({ key }) => key)
    expect(await keysFor(ALL)).toEqual(expected)
  })

  it('belong each to a module, so that a switch finds them', () => {
    expect(cards.filter((card) => moduleOfPart(card) === undefined).map(({ key }) => key)).toEqual([])
  })

  it('are not read for those who do not see them, and are shown to the roles that they name', async () => {
    const asked: string[] = []
    const card = (key: string, rest: { needs?: string; roles?: readonly ['partner'] }) =>
      defineHomeCard({
        key: `test.${key}`,
        label: { ru: 'Проба', en: 'Test' },
        place: 'aside',
        order: 1_000,
        view: 'person',
        read: ({ actor }) => {
          asked.push(`${key} ${actor.role}`)
          return Promise.resolve(null)
        },
        ...rest,
      })
    card('silent', {})
    card('unheld', { needs: 'test.read' })
    card('partners', { roles: ['partner'] })
    for (const kind of ['client', 'partner'] as const) {
      const context = await make.context('users', await make.user({ companies: [company], kind }), company)
      expect((await homeCardsFor(context)).filter(({ key }) => key.startsWith('test.'))).toEqual([])
    }
    expect(asked).toEqual(['silent client', 'silent partner', 'partners partner'])
  })

  it('ask the database no more than once each, and for the last exchange', async () => {
    const context = await make.context('users', await make.user({ companies: [company] }), company)
    // What is remembered for seconds is not read again: neither just changed nor old.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
    await homeCardsFor(context)
    expect(await statementsIn(() => homeCardsFor(context))).toBeLessThanOrEqual(cards.length + 1)
  })
})
