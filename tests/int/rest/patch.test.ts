import '@/collections/areas'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { type z } from 'zod'
import { declaredResources, resourceNamed, type Resource } from '@/src/mechanisms/exchange/items/defineResource'
import { shapeOf } from '@/src/mechanisms/exchange/items/shape'
import { schemaOf } from '@/endpoints/exchange/rest/openapi'
import { results, world, type World } from './world'

/** Items that say more than the example of their declaration does: with every field, in words that differ from what the portal would set itself. */
const OWN: Record<string, Record<string, unknown>> = {
  units: { code: '778', name: 'упак', fullName: 'Упаковка' },
  branches: {
    externalId: 'b-9',
    name: 'Казань',
    address: 'ул. Баумана, 1',
    phone: '+7 843 200-00-00',
    email: 'kazan@example.ru',
    active: false,
  },
  'portal-roles': { code: 'keeper', name: 'Кладовщик', nameEn: 'Storekeeper', capabilities: ['orders.read'] },
  companies: {
    externalId: 'co-9',
    name: 'Север',
    legalName: 'ООО «Север»',
    inn: '7707083893',
    kpp: '770701001',
    status: 'suspended',
    manager: 'olga@example.ru',
    branches: ['b-1'],
    partner: 'co-2',
    priceType: 'pt-1',
    phone: '+7 495 123-45-67',
    email: 'info@example.ru',
    address: 'Москва',
    currency: 'USD',
    creditLimit: '500.00',
    debt: '100.00',
    overdue: '10.00',
  },
  contractors: {
    externalId: 'k-9',
    company: 'co-1',
    kind: 'entrepreneur',
    name: 'ИП Ким',
    legalName: 'ИП Ким А. А.',
    inn: '500100732259',
    kpp: '770701001',
    ogrn: '1027700132195',
    legalAddress: 'Москва',
    postalAddress: 'Тверь',
    bankName: 'Сбербанк',
    bik: '044525225',
    account: '40702810338000060476',
    corrAccount: '30101810400000000225',
    active: false,
  },
  contacts: {
    externalId: 'p-9',
    company: 'co-1',
    name: 'Анна',
    position: 'Закупки',
    email: 'anna@example.com',
    phone: '+79031234567',
    portalRole: 'buyer',
    portalAccess: true,
    removed: false,
  },
  contracts: {
    externalId: 'd-9',
    company: 'co-1',
    contractor: 'k-1',
    number: '9',
    date: '2026-01-10',
    name: 'Поставка',
    parent: 'd-1',
    status: 'terminated',
    validUntil: '2027-01-10',
    currency: 'USD',
    amount: '900.00',
    creditLimit: '500.00',
    creditDays: 30,
    debt: '100.00',
    overdue: '10.00',
    priceType: 'pt-1',
  },
  schedules: {
    contract: 'd-1',
    currency: 'USD',
    lines: [{ dueDate: '2026-12-01', amount: '10.00', paid: '4.00', note: 'первый' }],
  },
  balances: { company: 'co-1', contract: 'd-1', currency: 'USD', amount: '5.00', at: '2026-11-20T10:00:00Z' },
  'statement-lines': {
    externalId: 's-9',
    company: 'co-1',
    contract: 'd-1',
    currency: 'USD',
    at: '2026-11-20T10:00:00Z',
    amount: '5.00',
    kind: 'payment',
    text: 'Оплата',
    number: '318',
    document: 'i-1',
    removed: false,
  },
  debts: { company: 'co-2', contract: null, debt: '90.00', overdue: '10.00', at: '2026-11-20T10:00:00Z' },
  'credit-limits': { company: 'co-1', contract: 'd-1', creditLimit: '750.00', creditDays: 14 },
  documents: {
    externalId: 'i-9',
    company: 'co-1',
    contractor: 'k-1',
    contract: 'd-1',
    order: 'o-1',
    kind: 'invoice',
    number: '318',
    date: '2026-11-20',
    total: '100.00',
    paid: '40.00',
    dueDate: '2026-12-01',
    currency: 'USD',
    goods: [{ sku: 's-1', name: 'Болт', qty: '2.5' }],
    cancelled: true,
  },
  orders: {
    externalId: 'o-9',
    number: 'К-9',
    company: 'co-1',
    contractor: 'k-1',
    contract: 'd-1',
    warehouse: 'w-1',
    state: 'confirmed',
    erpNumber: 'УТ-9',
    erpDate: '2026-11-20T10:00:00Z',
    placedAt: '2026-11-20T10:00:00Z',
    plannedDate: '2026-12-01',
    currency: 'USD',
    total: '100.00',
    vat: '16.67',
    paid: '40.00',
    comment: 'до обеда',
    deliveryAddress: 'Тверь',
    lines: [
      {
        sku: 's-1',
        name: 'Болт',
        article: 'Б-1',
        unit: 'шт',
        qty: '2',
        price: '50',
        total: '100.00',
        discount: '5.00',
        vatRate: 20,
        shippedQty: '1',
      },
    ],
  },
}

/** One item of each kind with every field that it may have: of one that has none here, the example that its declaration shows, of a client of this world. */
const WHOLE: Record<string, Record<string, unknown>> = {
  ...OWN,
  ...Object.fromEntries(
    declaredResources()
      .filter(({ name }) => !(name in OWN))
      .map(({ name, example, item }) => [
        name,
        { ...example, ...('company' in item.shape ? { company: 'co-1' } : {}) },
      ]),
  ),
}

/** Fields that are not read back under their own name, with what shows them. */
const SHOWN_BY: Record<string, (world: World) => Promise<unknown>> = {
  debts: (it1c) => it1c.rows(sql`select debt::int, overdue::int, debt_at from companies where external_id = 'co-2'`),
  documents: async (it1c) => {
    const { sync: _sync, ...item } = (await it1c.call('GET', 'documents?externalId=i-9')).body.items[0]
    return [
      { ...item, ...(await it1c.one<{ goods: unknown }>(sql`select goods from documents where external_id = 'i-9'`)) },
    ]
  },
  'credit-limits': (it1c) =>
    it1c.rows(sql`select credit_limit::int, credit_days::int from contracts where external_id = 'd-1'`),
}
/** Values in the words of the item where a column holds minor units. */
const DERIVED: Record<string, (item: Record<string, unknown>) => Record<string, unknown>> = {
  debts: (item) => ({ debt: Number(item.debt) / 100, overdue: Number(item.overdue) / 100, at: item.debt_at }),
  'credit-limits': (item) => ({ creditLimit: Number(item.credit_limit) / 100, creditDays: item.credit_days }),
  documents: (item) => ({ goods: (item.goods as { qty: number }[]).map((one) => ({ ...one, qty: one.qty / 1_000 })) }),
}
/** What an account is known by, and the moment of a debt: left out, they mean the client's own account in its currency, and now. */
const OF_THE_KEY = ['balances.contract', 'balances.currency', 'debts.contract', 'debts.at', 'credit-limits.contract']
/** Said once, when the record is made or moved; nothing of them is kept to be left alone. */
const ONCE = ['orders.stateComment', 'orders.placedAt', 'documents.file']
/** Fields that are shown in another form, or (undefined) not at all. */
const SHOWN_AS: Record<string, Record<string, unknown>> = {
  contacts: { removed: undefined },
  balances: { at: expect.stringMatching(/Z$/) },
  'statement-lines': { at: '2026-11-20T10:00:00.000Z' },
  debts: {
    company: undefined,
    contract: undefined,
    at: undefined,
    debt: 90_00,
    overdue: 10_00,
    debt_at: '2026-11-20 10:00:00+00',
  },
  'credit-limits': {
    company: undefined,
    contract: undefined,
    creditLimit: undefined,
    creditDays: undefined,
    credit_limit: 750_00,
    credit_days: 14,
  },
  documents: { goods: [{ sku: 's-1', name: 'Болт', qty: 2_500 }] },
  orders: { erpDate: undefined, placedAt: '2026-11-20T10:00:00.000Z' },
}

let it1c: World

beforeEach(async () => {
  it1c = await world()
  await it1c.rows(
    sql`insert into price_types (name, external_id, created_at, updated_at) values ('Опт', 'pt-1', now(), now())`,
  )
  await it1c.rows(
    sql`insert into warehouses (name, external_id, created_at, updated_at) values ('Склад', 'w-1', now(), now())`,
  )
  await it1c.put('branches', [{ externalId: 'b-1', name: 'Москва' }])
  await it1c.put('companies', [
    { externalId: 'co-1', name: 'Первый' },
    { externalId: 'co-2', name: 'Второй' },
  ])
  await it1c.put('contractors', [{ externalId: 'k-1', company: 'co-1', name: 'ООО «Первый»' }])
  await it1c.put('contacts', [
    {
      externalId: 'p-1',
      company: 'co-1',
      name: 'Иван',
      email: 'ivan@example.com',
      portalRole: 'director',
      portalAccess: true,
    },
  ])
  expect(
    results(await it1c.put('contracts', [{ externalId: 'd-1', company: 'co-1', number: '1', date: '2026-01-01' }])),
  ).toEqual(['created'])
  await it1c.put('orders', [
    { externalId: 'o-1', number: '1', company: 'co-1', lines: [{ name: 'Болт', qty: 1, price: 1, total: 1 }] },
  ])
})

const optional = (resource: Resource): string[] =>
  Object.entries(resource.item.shape).flatMap(([name, schema]) =>
    shapeOf(schema as z.ZodType).optional && !ONCE.includes(`${resource.name}.${name}`) ? [name] : [],
  )

async function shownOf(name: string): Promise<unknown> {
  if (SHOWN_BY[name]) return SHOWN_BY[name](it1c)
  const { code, contract, externalId } = WHOLE[name] ?? {}
  const key = String(externalId ?? code ?? contract)
  const { body } = await it1c.call('GET', `${name}?externalId=${encodeURIComponent(key)}`)
  return body.items.map(({ sync: _sync, version: _version, ...item }: Record<string, unknown>) => item)
}

const without = (item: Record<string, unknown>, field: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name !== field))

/** Fields that GET does not give back as they were sent, each with the reason. */
const GIVEN_OTHERWISE: Record<string, string> = {
  'debts.contract': 'a debt is a column of its client or contract, named by its key',
  'debts.company': 'the same',
  'credit-limits.company': 'a limit is a column of its client or contract, named by its key',
  'credit-limits.contract': 'the same',
}

/** What is written otherwise and means the same: sums and quantities, moments and days, lists in any order. */
function same(sent: unknown, given: unknown): boolean {
  if (Array.isArray(sent))
    return Array.isArray(given) && sent.length === given.length && sent.every((one, place) => same(one, given[place]))
  if (typeof sent === 'object' && sent !== null)
    return Object.entries(sent).every(([name, value]) => same(value, (given as Record<string, unknown> | null)?.[name]))
  if (sent === given) return true
  const [a, b] = [String(sent), String(given)]
  if (/^\d{4}-\d\d-\d\d/.test(a)) return Date.parse(a) === Date.parse(b)
  if (/^[+\d(][-+\d() ]+$/.test(a) && a.replace(/\D/g, '').length > 9)
    return a.replace(/\D/g, '') === b.replace(/\D/g, '')
  return given !== null && given !== undefined && a !== '' && !Number.isNaN(Number(a)) && Number(a) === Number(b)
}

describe('a field that is sent', () => {
  for (const name of Object.keys(WHOLE)) {
    it(`[EXCH-06] is given back as it was sent: ${name}`, async () => {
      const whole = WHOLE[name] ?? {}
      expect(results(await it1c.put(name, [whole]))[0]).toMatch(/created|changed/)
      const [item = {}] = (await shownOf(name)) as Record<string, unknown>[]
      const given = { ...item, ...DERIVED[name]?.(item) }
      const wrong = Object.entries(whole).filter(
        ([field, value]) => !(`${name}.${field}` in GIVEN_OTHERWISE) && !same(value, given[field]),
      )
      expect(wrong.map(([field, value]) => ({ field, sent: value, given: given[field] ?? null }))).toEqual([])
    })
  }

  it('[EXCH-06] has its reason where it is not given back, and only there', () => {
    const fields = Object.entries(WHOLE).flatMap(([name, whole]) =>
      Object.keys(whole).map((field) => `${name}.${field}`),
    )
    expect(Object.keys(GIVEN_OTHERWISE).filter((field) => !fields.includes(field))).toEqual([])
  })
})

describe('a field that is left out', () => {
  it('[EXCH-06] is in the whole item of this test, whatever resource has it', () => {
    const missing = declaredResources().flatMap((resource) =>
      optional(resource).flatMap((field) =>
        field in (WHOLE[resource.name] ?? {}) ? [] : [`${resource.name}.${field}`],
      ),
    )
    expect(missing).toEqual([])
  })

  it('[EXCH-06] has no default in any schema, at any depth: one would be written over what is stored', () => {
    for (const resource of declaredResources()) expect(JSON.stringify(schemaOf(resource))).not.toContain('"default"')
  })

  for (const name of Object.keys(WHOLE)) {
    it(`[EXCH-06] stays as it was: ${name}`, async () => {
      const whole = WHOLE[name] ?? {}
      const [first] = results(await it1c.put(name, [whole]))
      expect(first).toMatch(/created|changed/)
      const before = await shownOf(name)
      const resource = resourceNamed(name)
      if (!resource) throw new Error(name)
      for (const field of optional(resource)) {
        if (OF_THE_KEY.includes(`${name}.${field}`)) continue
        const reply = await it1c.put(name, [without(whole, field)])
        expect({ field, ...reply.body[0] }).toMatchObject({ field, result: 'same' })
        expect({ field, items: await shownOf(name) }).toEqual({ field, items: before })
      }
    })

    it(`[EXCH-06] is shown, where it is sent, as it was sent: ${name}`, async () => {
      const whole = WHOLE[name] ?? {}
      await it1c.put(name, [whole])
      const [shown] = (await shownOf(name)) as Record<string, unknown>[]
      const expected = Object.entries({ ...whole, ...SHOWN_AS[name] }).filter(([, value]) => value !== undefined)
      expect(shown).toMatchObject(Object.fromEntries(expected))
    })

    it(`[EXCH-06] null clears, or is refused with its field: ${name}`, async () => {
      const whole = WHOLE[name] ?? {}
      const resource = resourceNamed(name)
      if (!resource) throw new Error(name)
      await it1c.put(name, [whole])
      for (const field of optional(resource)) {
        if (OF_THE_KEY.includes(`${name}.${field}`)) continue
        await it1c.put(name, [whole])
        const before = await shownOf(name)
        const [answer] = (await it1c.put(name, [{ ...whole, [field]: null }])).body
        const [after] = (await shownOf(name)) as Record<string, unknown>[]
        if (answer.result === 'failed') {
          // Whoever has access to the portal has an address.
          expect(answer).toMatchObject(
            name === 'contacts' && field === 'email'
              ? { code: 'contact.emailNeeded' }
              : { code: 'exchange.cannotClear', field },
          )
          expect({ field, items: [after] }).toEqual({ field, items: before })
        } else if (field in (after ?? {})) {
          expect({ field, value: after?.[field] }).toEqual({ field, value: field === 'branches' ? [] : null })
        }
      }
    })
  }

  it('[EXCH-06] does not close a person out, end a contract anew or turn dollars into roubles', async () => {
    await it1c.put('contacts', [
      {
        externalId: 'x-ct-1',
        company: 'co-1',
        name: 'Иван Тестов',
        email: 'ivan.testov@example.ru',
        portalRole: 'director',
        portalAccess: true,
      },
    ])
    await it1c.put('contacts', [
      { externalId: 'x-ct-1', company: 'co-1', name: 'Иван Тестов', phone: '+7 495 123-45-67' },
    ])
    expect((await it1c.call('GET', 'contacts?externalId=x-ct-1')).body.items).toMatchObject([
      { portalAccess: true, accessOpen: true, closedBy: null },
    ])
  })
})
