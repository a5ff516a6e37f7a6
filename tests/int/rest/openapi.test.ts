import { beforeEach, describe, expect, it } from 'vitest'
import { declaredResources } from '@/src/mechanisms/exchange/items/defineResource'
import { world, type World } from './world'

let it1c: World
beforeEach(async () => {
  it1c = await world()
})

/** What 1C is promised; what else is declared is described as well. */
const NAMES = [
  'balances',
  'branches',
  'companies',
  'contacts',
  'contractors',
  'contracts',
  'credit-limits',
  'debts',
  'documents',
  'orders',
  'portal-roles',
  'schedules',
  'statement-lines',
  'units',
]

describe('description of the exchange', () => {
  it('[EXCH-02] has a schema and paths for every resource, and no reference into nothing', async () => {
    const { status, body } = await it1c.call('GET', 'openapi.json', { auth: null })
    expect(status).toBe(200)
    expect(body.openapi).toBe('3.1.0')
    const declared = declaredResources().map(({ name }) => name)
    expect(NAMES.filter((name) => !declared.includes(name))).toEqual([])
    for (const name of declared) {
      expect(Object.keys(body.paths[`/${name}`])).toContain('put')
      expect(body.components.schemas[name].properties).toBeTruthy()
    }
    const refs = [...JSON.stringify(body).matchAll(/#\/components\/schemas\/([\w-]+)/g)].map((match) =>
      String(match[1]),
    )
    expect(refs.filter((name) => !(name in body.components.schemas))).toEqual([])
    expect(body.components.schemas.contractors.required).toEqual(['externalId', 'company', 'name'])
  })

  it('[EXCH-02] every example is an item that its schema takes', () => {
    for (const resource of declaredResources()) {
      const parsed = resource.item.safeParse(resource.example)
      expect({ name: resource.name, error: parsed.error?.issues }).toEqual({ name: resource.name, error: undefined })
    }
  })

  it('[EXCH-02] the page of examples is static, in Russian, without scripts or secrets', async () => {
    const { status, body, headers } = await it1c.call('GET', 'docs', { auth: null })
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(body).toContain('Договоры')
    expect(body).not.toMatch(/<script|https?:\/\/(?!localhost)/)
    for (const { name } of declaredResources()) expect(body).toContain(`id="${name}"`)
  })
})
