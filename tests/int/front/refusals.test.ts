import { beforeEach, describe, expect, it } from 'vitest'
import { declaredRoutes } from '@/src/mechanisms/front/defineRoute'
import { frontAs, frontBy } from '@/tests/support/front'
import { frontWorld, type FrontWorld } from './world'

let at: FrontWorld
beforeEach(async () => {
  at = await frontWorld()
})

const NOBODY = '00000000-0000-4000-8000-000000000000'

describe('[EXCH-36] what cannot be answered', () => {
  it('is refused by a code and in words of the asked language, with the name of what is wrong', async () => {
    const rows: Array<[string, number, string, string?]> = [
      ['/orders?stat=new', 422, 'front.unknownName', 'stat'],
      ['/orders?status=none', 422, 'front.wrongValue', 'status'],
      ['/orders?status=submitted,none', 422, 'front.wrongValue', 'status'],
      ['/orders?placed.from=tomorrow', 422, 'front.wrongValue', 'placed'],
      ['/orders?placed.from=2026-02-31', 422, 'front.wrongValue', 'placed'],
      ['/orders?sum.from=1e9', 422, 'front.wrongValue', 'sum'],
      ['/orders?sort=secret', 422, 'front.wrongValue', 'sort'],
      ['/orders?page=0', 422, 'front.wrongValue', 'page'],
      ['/orders?per=7', 422, 'front.wrongValue', 'per'],
      ['/orders?view=none', 422, 'front.wrongValue', 'view'],
      ['/goods?brnd=x', 422, 'front.unknownName', 'brnd'],
      ['/goods?sort=none', 422, 'front.wrongValue', 'sort'],
      ['/goods?page=-1', 422, 'front.wrongValue', 'page'],
      ['/goods?page=99999999999999999999', 422, 'front.wrongValue', 'page'],
      ['/goods?priceFrom=1e400', 422, 'front.wrongValue', 'priceFrom'],
      ['/goods?warehouse=none', 422, 'front.wrongValue', 'warehouse'],
      ['/goods?property=none', 422, 'front.wrongValue', 'property'],
      ['/goods?section=none', 404, 'record.notFound', 'section'],
      ['/goods/not-an-id', 404, 'record.notFound'],
      [`/goods/${NOBODY}`, 404, 'record.notFound'],
      [`/accounts/${at.account}/statement?from=2026-13-01&to=2026-01-01`, 422, 'front.wrongValue', 'from'],
      [`/accounts/${at.account}/statement`, 422, 'front.wrongValue', 'from'],
      ['/notifications?limit=1000', 422, 'front.wrongValue', 'limit'],
    ]
    for (const [path, status, code, field] of rows) {
      const answer = await at.call('GET', path, { headers: { 'accept-language': 'en' } })
      expect([path, answer.status, answer.body.code, answer.body.field]).toEqual([path, status, code, field])
      expect(answer.body.message).toMatch(/[a-z]{3}/)
      expect(answer.body.message).not.toMatch(/[а-яё]/i)
    }
    const { body } = await at.call('GET', '/orders?stauts=new', { headers: { 'accept-language': 'ru' } })
    expect(body.message).toBe('Такого параметра нет: stauts')
    expect((await at.call('GET', '/orders?statu=new')).body.message).toContain('Возможно, это status')
  })

  it('a body that is none, too deep, too large, of other names or of other kinds is the caller’s mistake', async () => {
    const line = `/cart/lines/${at.bolt.sku}`
    const deep = `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`
    const rows: Array<[string, number, string, string?]> = [
      ['{', 400, 'input.malformed'],
      ['[1', 400, 'input.malformed'],
      [deep, 400, 'input.malformed'],
      ['null', 422, 'input.invalid', ''],
      ['[]', 422, 'input.invalid', ''],
      ['{"qty":{"a":1}}', 422, 'input.invalid', 'qty'],
      ['{"qty":"\\u0000"}', 422, 'number.malformed', 'qty'],
      ['{"qty":1e400}', 422, 'input.invalid', 'qty'],
      ['{"qty":"99999999999999999999"}', 422, 'number.malformed', 'qty'],
      ['{"qty":1e21}', 422, 'number.malformed', 'qty'],
      ['{"qty":-1}', 422, 'input.invalid', 'qty'],
      ['{"amount":1}', 422, 'front.unknownName', 'amount'],
    ]
    for (const [raw, status, code, field] of rows) {
      const answer = await at.call('PUT', line, { raw })
      expect([raw.slice(0, 40), answer.status, answer.body.code, answer.body.field ?? '']).toEqual([
        raw.slice(0, 40),
        status,
        code,
        field ?? '',
      ])
    }
    expect((await at.call('PUT', line, { raw: `"${'x'.repeat(2_000_000)}"` })).status).toBe(413)
    expect((await at.call('GET', '/cart')).body.lines).toEqual([])
  })

  it('nothing that is odd makes any route fail', async () => {
    const odd = ['%00', encodeURIComponent("' or 1=1 --"), '😀', 'a'.repeat(3_000), '-1', '[]', 'null']
    for (const { method, path, query } of declaredRoutes())
      for (const value of odd) {
        const at1 = path.replace(/\{\w+\}/g, value)
        const names = [...Object.keys(query?.shape ?? {}), 'q', 'sort', 'x']
        const search = method === 'get' ? `?${names.map((name) => `${name}=${value}`).join('&')}` : ''
        const answer = await at.call(
          method.toUpperCase(),
          `${at1}${search}`,
          method === 'get' ? {} : { raw: `{"x":"${value}"}` },
        )
        expect([method, at1.slice(0, 60), answer.status < 500]).toEqual([method, at1.slice(0, 60), true])
      }
  })

  it('what is another company’s is not there, by whatever it is named', async () => {
    const { order, document, contract, account } = at.foreign
    const session = await frontAs(at.payload, at.user)
    for (const call of [at.call, session]) {
      for (const [path, id] of [
        ['/orders', order],
        ['/documents', document],
        ['/contracts', contract],
      ] as const)
        expect((await call('GET', `${path}/${id}`)).text).toBe((await call('GET', `${path}/${NOBODY}`)).text)
      const days = 'from=2026-01-01&to=2026-02-01'
      expect((await call('GET', `/accounts/${account}/statement?${days}`)).status).toBe(404)
      expect((await call('GET', `/documents/${document}/file`)).status).toBe(404)
      expect((await call('POST', `/orders/${order}/transitions/withdraw`, { body: {} })).status).toBe(404)
      for (const company of [at.other, NOBODY, 'x'])
        expect((await call('GET', '/orders', { headers: { 'x-company': company } })).status).toBe(404)
      expect((await call('GET', `/orders?company=${at.other}`)).status).toBe(404)
    }
  })

  it('nobody and the staff get in nowhere', async () => {
    const staff = await frontAs(at.payload, await at.make.staff({ role: 'admin' }), 'staff')
    for (const { method, path } of declaredRoutes()) {
      const address = path.replace(/\{\w+\}/g, NOBODY)
      const nobody = await frontBy({})(method.toUpperCase(), address)
      expect([path, nobody.status, nobody.headers.get('www-authenticate')]).toEqual([
        path,
        401,
        'Bearer realm="Kabinet"',
      ])
      expect([path, (await staff(method.toUpperCase(), address)).status]).toEqual([path, 403])
    }
  })

  it('each capability that is taken away closes its routes and parts', async () => {
    const poor = await at.make.user({ companies: [at.company], capabilities: ['orders.read'] })
    const call = await frontAs(at.payload, poor)
    for (const { method, path, needs } of declaredRoutes()) {
      if (!needs || needs === 'orders.read') continue
      const answer = await call(method.toUpperCase(), path.replace(/\{\w+\}/g, NOBODY))
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'access.denied'])
    }
    const { body } = await call('GET', `/orders/${at.order}`)
    expect([body.number !== undefined, 'papers' in body]).toEqual([true, false])
    expect(body.transitions).toEqual([])
  })
})
