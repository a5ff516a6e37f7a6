import '@payload-config'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { moduleOfPart } from '@/src/mechanisms/modules/defineModule'
import { declaredPanes, readPane } from '@/src/mechanisms/panel/definePane'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { eventsAt } from '@/src/mechanisms/records/historyOf'
import { searchEverything } from '@/src/mechanisms/search/defineSearch'
import { railOf } from '@/src/mechanisms/workflow/railOf'
import { orderWorkflow } from '@/collections/sales/orders/order.workflow'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let anna: QueryContext
let pavel: QueryContext
let admin: QueryContext
let mine: string
let records: Record<string, string>

describe('panes of records in the panel', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    const manager = await make.staff({ name: 'Анна' })
    anna = await make.context('staff', manager)
    pavel = await make.context('staff', await make.staff({ name: 'Павел' }))
    mine = await make.company({ name: 'Стройград', managerId: manager })
    const contract = await make.contract({ companyId: mine, number: 'Д-77', name: 'Поставка крепежа' })
    const order = await make.order({ companyId: mine, number: 'К-501', contractId: contract })
    await make.orderLine({ orderId: order, companyId: mine, name: 'Болт', position: 1 })
    const document = await make.document({
      companyId: mine,
      kind: 'act',
      number: '31',
      orderId: order,
      contractId: contract,
    })
    const account = await make.account({ companyId: mine, contractId: contract })
    const { product } = await make.product({ name: 'Гвоздь' })
    const form = await insertRow(payload, 'forms', { title: 'Вопрос', slug: 'question', active: true })
    const sent = await insertRow(payload, 'form_submissions', { title: 'Вопрос', formId: form, companyId: mine })
    const template = await insertRow(payload, 'print_templates', {
      kind: 'contract',
      locale: 'ru',
      format: 'docx',
      version: 1,
    })
    admin = await make.context('staff', await make.staff({ role: 'admin' }))
    const interactions = await make.interaction({ companyId: mine, kind: 'call', body: 'Спрашивали о скидке' })
    records = {
      orders: order,
      contracts: contract,
      documents: document,
      accounts: account,
      companies: mine,
      interactions,
      products: product,
      forms: form,
      'form-submissions': sent,
      'print-templates': template,
    }
  })

  it('belong to a module each, and stand at the record in place of its fields', () => {
    expect(
      declaredPanes()
        .map(({ entity }) => entity)
        .sort(),
    ).toEqual(Object.keys(records).sort())
    for (const pane of declaredPanes()) {
      expect(moduleOfPart(pane)).toBeTypeOf('string')
      const { admin } = payload.config.collections.find(({ slug }) => slug === pane.entity) ?? {}
      expect([pane.entity, Object.keys(admin?.components?.views?.edit ?? {})]).toEqual([
        pane.entity,
        expect.arrayContaining(['pane', 'fields']),
      ])
    }
  })

  it('[MGR-02] [MGR-03] tell of a record those whose client it is, in both languages, and nobody else', async () => {
    for (const [entity, id] of Object.entries(records)) {
      for (const locale of ['ru', 'en'] as const) {
        const pane = await readPane(entity === 'print-templates' ? admin : anna, { entity, id }, locale)
        expect([entity, (pane?.facts ?? []).filter(({ value }) => value).length > 2]).toEqual([entity, true])
      }
      // Goods and forms are nobody's client's: every employee finds them.
      if (!['products', 'forms'].includes(entity))
        expect([entity, await readPane(pavel, { entity, id }, 'ru')]).toEqual([entity, null])
      expect([entity, await readPane(anna, { entity, id: 'none' }, 'ru')]).toEqual([entity, null])
    }
  })

  it('[MGR-03] have lines, and papers that another area adds while it is on', async () => {
    const order = { entity: 'orders', id: records.orders ?? '' }
    const pane = await readPane(anna, order, 'ru')
    expect(pane?.tables?.find(({ key }) => key === 'lines')?.rows.map(({ cells }) => cells[0]?.text)).toEqual(['Болт'])
    expect(pane?.papers?.map(({ title }) => title)).toEqual(['Акт № 31'])
    const without = { ...anna, actor: { ...anna.actor, off: new Set(['documents']) } }
    expect((await readPane(without, order, 'ru'))?.papers).toEqual([])
    const client = await readPane(anna, { entity: 'companies', id: mine }, 'ru')
    expect(client?.tables?.find(({ key }) => key === 'contracts')?.rows).toHaveLength(1)
    expect(client?.papers).toHaveLength(1)
  })

  it('[MGR-02] show the way of a record: behind, now, ahead; and where it left the way', async () => {
    const at = '2026-11-01T10:00:00.000Z'
    const way = (state: string, events: Array<{ to: string }>) =>
      railOf(
        orderWorkflow,
        state,
        events.map((data) => ({ at, data })),
        'ru',
      )
    const going = way('confirmed', [{ to: 'confirmed' }])
    expect(going.filter(({ is }) => is === 'now').map(({ state, at: when }) => [state, when])).toEqual([
      ['confirmed', at],
    ])
    expect(going[0]?.is).toBe('done')
    expect(going.at(-1)).toMatchObject({ is: 'next', at: null })
    expect(way('cancelled', [{ to: 'confirmed' }, { to: 'cancelled' }]).map(({ state, is }) => [state, is])).toEqual([
      ['confirmed', 'done'],
      ['cancelled', 'stopped'],
    ])
    expect(await eventsAt(pavel, 'orders', records.orders ?? '')).toEqual([])
  })

  it('[MGR-02] ⌘K of the panel finds what the employee may see, and leads to it in the panel', async () => {
    const found = async (context: QueryContext, phrase: string) =>
      (await searchEverything({ ...context, locale: 'ru' }, phrase)).flatMap(({ hits }) => hits.map(({ href }) => href))
    expect(await found(anna, 'К-501')).toEqual(['/admin/workplace/orders?view=all&order=%D0%9A-501'])
    expect(await found(anna, 'Д-77')).toEqual([`/admin/collections/contracts/${records.contracts}`])
    expect(await found(anna, 'Стройград')).toContain(`/admin/workplace/clients?client=${mine}`)
    expect(await found(anna, 'Заказы в работу')).toEqual(['/admin/workplace/orders'])
    for (const phrase of ['К-501', 'Д-77', 'Стройград']) expect(await found(pavel, phrase)).toEqual([])
    const editor = await make.context('staff', await make.staff({ role: 'editor' }))
    expect(await found(editor, 'Заказы в работу')).toEqual([])
  })
})
