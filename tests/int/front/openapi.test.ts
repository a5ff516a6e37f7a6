import { z } from 'zod'
import { beforeEach, describe, expect, it } from 'vitest'
import { declaredRoutes } from '@/src/mechanisms/front/defineRoute'
import { frontBy, type FrontAnswer } from '@/tests/support/front'
import { frontWorld, type FrontWorld } from './world'

let at: FrontWorld
beforeEach(async () => {
  at = await frontWorld()
})

const nobody = frontBy({})
type Schemas = Record<string, object>

/** Whether a value is what the published schema says, read as any reader of JSON Schema reads it. */
const judge = (schemas: Schemas, name: string, value: unknown): unknown => {
  const schema = schemas[name]
  if (!schema) return `${name} is not described`
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value).error?.issues
}

describe('[EXCH-36] the description', () => {
  it('is of every answer of a walk through all routes, and of every refusal', async () => {
    const { schemas } = (await nobody('GET', '/openapi.json')).body.components as { schemas: Schemas }
    const walked = new Map<string, FrontAnswer>()
    const walk = async (name: string, path: string, body?: object): Promise<FrontAnswer> => {
      const { method } = declaredRoutes().find((route) => route.name === name) ?? { method: 'get' }
      const answer = await at.call(method.toUpperCase(), path, body ? { body } : {})
      expect([name, answer.status]).toEqual([name, 200])
      expect([name, judge(schemas, `${name}.answer`, answer.body)]).toEqual([name, undefined])
      if (body) expect([name, judge(schemas, `${name}.body`, body)]).toEqual([name, undefined])
      walked.set(name, answer)
      return answer
    }
    await walk('me', '/me')
    await walk('sections.list', '/sections')
    await walk('goods.list', '/goods')
    await walk('goods.one', `/goods/${at.bolt.product}`)
    await walk('goods.one', `/goods/${at.nut.product}`)
    await walk('cart.addLines', '/cart/lines', { lines: [{ sku: at.bolt.sku, qty: '10' }] })
    await walk('cart.setLine', `/cart/lines/${at.bolt.sku}`, { qty: 20 })
    await walk('cart.read', '/cart')
    await walk('checkout.choices', '/checkout')
    await walk('orders.place', '/orders', { deliveryMethod: 'pickup', paymentMethod: 'invoice' })
    await walk('cart.clear', '/cart')
    await walk('orders.list', '/orders')
    await walk('orders.one', `/orders/${at.order}`)
    await walk('orders.transition', `/orders/${at.order}/transitions/withdraw`, { comment: 'Передумали' })
    await walk('documents.list', '/documents')
    await walk('documents.one', `/documents/${at.invoice}`)
    await walk('contracts.list', '/contracts')
    await walk('contracts.one', `/contracts/${at.contract}`)
    await walk('accounts.balance', '/accounts/balance')
    await walk('accounts.statement', `/accounts/${at.account}/statement?from=2020-01-01&to=2100-01-01`)
    await walk('notifications.list', '/notifications')
    await walk('notifications.read', '/notifications/read', {})
    const described = declaredRoutes().filter(({ answer }) => answer !== 'file')
    expect(described.map(({ name }) => name).filter((name) => !walked.has(name))).toEqual([])
    for (const path of ['/me?x=1', '/orders/none', '/goods?sort=x']) {
      const refused = await at.call('GET', path)
      expect([path, refused.status >= 400, judge(schemas, 'Problem', refused.body)]).toEqual([path, true, undefined])
    }
    // A yardstick that takes everything would measure nothing.
    expect(judge(schemas, 'me.answer', { ...walked.get('me')?.body, more: 1 })).toBeDefined()
  })

  it('is a whole: every reference leads somewhere, every place in an address and every parameter is described', async () => {
    for (const locale of ['ru', 'en']) {
      const { body, status } = await nobody('GET', `/openapi.json?locale=${locale}`)
      expect([status, body.openapi]).toEqual([200, '3.1.0'])
      const refs = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/([\w.]+)"/g)].map(([, name]) => name)
      expect(refs.filter((name) => !(String(name) in body.components.schemas))).toEqual([])
      const operations = Object.entries<
        Record<string, { operationId: string; parameters: { in: string; name: string; description?: string }[] }>
      >(body.paths).flatMap(([path, methods]) => Object.values(methods).map((operation) => ({ path, ...operation })))
      expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
        declaredRoutes()
          .map(({ name }) => name)
          .sort(),
      )
      for (const { path, parameters } of operations) {
        const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        expect(parameters.filter((it) => it.in === 'path').map(({ name }) => name)).toEqual(places)
        expect([path, parameters.filter((it) => !it.description).map(({ name }) => name)]).toEqual([path, []])
      }
      expect(JSON.stringify(body).match(/[а-яё]/i) === null).toBe(locale === 'en')
    }
  })

  it('names filters of the lists, and can be read without a script', async () => {
    const { body } = await nobody('GET', '/openapi.json')
    const names = body.paths['/orders'].get.parameters.map(({ name }: { name: string }) => name)
    for (const name of ['X-Company', 'view', 'q', 'status', 'placed.from', 'sum.to', 'sort', 'page', 'per'])
      expect(names).toContain(name)
    for (const locale of ['ru', 'en']) {
      const page = await nobody('GET', `/docs?locale=${locale}`)
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(page.text).toContain(`<html lang="${locale}">`)
      expect(page.text).not.toMatch(/<script|undefined|\[object/)
      for (const { name } of declaredRoutes()) expect(page.text).toContain(`id="${name}"`)
    }
  })
})
