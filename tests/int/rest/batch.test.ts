import { sql } from '@payloadcms/db-postgres/drizzle'
import iconv from 'iconv-lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { declaredResources } from '@/src/mechanisms/exchange/items/defineResource'
import { elementOf, shapeOf } from '@/src/mechanisms/exchange/items/shape'
import { basic, results, world, type World } from './world'

let it1c: World
beforeEach(async () => {
  it1c = await world()
  await it1c.put('companies', [{ externalId: 'co-1', name: 'Первый' }])
})

type Answer = {
  result: string
  code?: string
  field?: string
  message?: string
  warnings?: { code: string; field?: string; message: string }[]
}
/** Contracts are kept of clients that have people in the portal. */
const openPortal = (): Promise<unknown> =>
  it1c.put('contacts', [
    {
      externalId: 'p-9',
      company: 'co-1',
      name: 'Анна',
      email: 'anna@example.com',
      portalRole: 'director',
      portalAccess: true,
    },
  ])
const warned = (answer: Answer): string[] => (answer.warnings ?? []).map(({ code, field }) => `${code} ${field}`)

describe('one bad item', () => {
  const EMPTY = '0001-01-01T00:00:00'

  it.each([
    ['statement-lines', { externalId: 's-1', company: 'co-1', at: '2026-11-20T10:00:00', amount: 1 }],
    ['balances', { company: 'co-1', amount: 5, at: '2026-11-20T14:05:00' }],
    ['documents', { externalId: 'i-1', company: 'co-1', kind: 'act', number: '1', date: '2026-11-20' }],
  ])('[EXCH-02] with the empty date of 1C leaves the others alone: %s', async (name, good) => {
    const field = 'at' in good ? 'at' : 'date'
    for (const bad of [EMPTY, '0000-01-01T00:00:00', '0000-01-01', '2026-02-31T10:00:00', 'вчера']) {
      const reply = await it1c.put(name, [good, { ...good, externalId: 'bad', [field]: bad }])
      expect([
        reply.status,
        ...reply.body.map((it: Answer) => `${it.result} ${it.code ?? ''} ${it.field ?? ''}`.trim()),
      ]).toEqual([200, expect.stringMatching(/^(created|same)$/), `failed date.malformed ${field}`])
    }
  })

  it('[EXCH-02] with the empty date of 1C where none is needed has no date', async () => {
    const invoice = { externalId: 'i-1', company: 'co-1', kind: 'invoice', number: '1', date: '2026-11-20' }
    expect(
      results(
        await it1c.put('documents', [
          { ...invoice, dueDate: '2026-12-01' },
          { ...invoice, dueDate: EMPTY },
        ]),
      ),
    ).toEqual(['created', 'changed'])
    expect((await it1c.call('GET', 'documents?externalId=i-1')).body.items).toMatchObject([{ dueDate: null }])
    const [debt] = (await it1c.put('debts', [{ company: 'co-1', debt: 5, at: EMPTY }])).body
    expect([debt.result, warned(debt)]).toEqual(['changed', ['exchange.emptyLeft at']])
  })

  it('[EXCH-02] with signs that no text holds is taken without them, wherever they stand', async () => {
    const reply = await it1c.put('companies', [
      { externalId: 'co-52', name: 'a\u0000b' },
      { externalId: 'co-53', name: 'good' },
      { externalId: 'co\u0000-54', name: 'c\ud800' },
      { externalId: 'co-55', name: { deep: ['\u0000'] }, '\u0000': '\udfff' },
      { externalId: 'co-56', name: 'd', inn: '1\u0000' },
      '\u0000',
      ['\ud800'],
      null,
    ])
    expect([reply.status, ...results(reply)]).toEqual([
      200,
      'created',
      'created',
      'created',
      'failed',
      'failed',
      'failed',
      'failed',
      'failed',
    ])
    expect(warned(reply.body[0])).toEqual(['exchange.textCleaned name'])
    expect((await it1c.call('GET', 'companies?externalId=co-52&externalId=co-54')).body.items).toMatchObject([
      { name: 'ab' },
      { name: 'c' },
    ])
    expect(await it1c.rows(sql`select code from exchange_issues order by code`)).toEqual(
      ['exchange.fieldInvalid', 'exchange.notObject', 'exchange.notObject', 'exchange.notObject', 'inn.wrong'].map(
        (code) => ({ code }),
      ),
    )
  })

  it('[EXCH-02] a batch written as a whole is halved until the one to blame stands alone', async () => {
    const line = (number: number, amount: unknown = 1): object => ({
      externalId: `s-${number}`,
      company: 'co-1',
      at: '2026-11-20T10:00:00',
      amount,
    })
    await it1c.rows(
      sql`create function refuse_seven() returns trigger language plpgsql as $$ begin if new.external_id = 's-7' then raise exception 'seven' using errcode = '22023'; end if; return new; end $$`,
    )
    await it1c.rows(
      sql`create trigger refuse_seven before insert on statement_lines for each row execute function refuse_seven()`,
    )
    try {
      const reply = await it1c.put(
        'statement-lines',
        Array.from({ length: 9 }, (_, number) => line(number + 1)),
      )
      expect([reply.status, results(reply).join(' '), reply.body[6].code]).toEqual([
        200,
        'created created created created created created failed created created',
        'exchange.rejected',
      ])
      expect(await it1c.one(sql`select balance::int as balance from accounts`)).toEqual({ balance: 800 })
    } finally {
      await it1c.rows(sql`drop trigger refuse_seven on statement_lines`)
      await it1c.rows(sql`drop function refuse_seven()`)
    }
  })

  it('[EXCH-02] NUL in an address, a login or an acknowledgement names nothing', async () => {
    const { login, secret } = await it1c.node()
    expect((await it1c.call('GET', 'companies?externalId=%00')).status).toBe(422)
    expect((await it1c.call('GET', 'companies?externalId=co-1%00')).body.items).toHaveLength(1)
    expect((await it1c.call('GET', 'com%00panies?externalId=co-1')).status).toBeLessThan(500)
    expect((await it1c.call('GET', 'orders?number=%00')).status).toBe(200)
    expect(
      (await it1c.call('GET', 'companies?externalId=co-1', { auth: basic(`${login}\u0000x`, secret) })).status,
    ).toBe(401)
    expect((await it1c.call('POST', 'changes/ack', { body: '{"entity":"\\u0000orders","seq":0}' })).status).toBe(200)
    expect(
      (
        await it1c.call('POST', 'document-requests/00000000-0000-4000-8000-000000000000/result', {
          body: '{"result":"denied","reason":"\\u0000\\ud800"}',
        })
      ).status,
    ).toBe(404)
  })

  it('[EXCH-02] a body that lies deeper than any item is refused', async () => {
    const reply = await it1c.call('PUT', 'companies', { body: `${'['.repeat(50_000)}${']'.repeat(50_000)}` })
    expect([reply.status, reply.body.code]).toEqual([400, 'exchange.tooDeep'])
  })
})

describe('what an integrator reads', () => {
  const send = async (bytes: Buffer, type: string): Promise<{ status: number; code?: string }> => {
    const { status, body } = await it1c.call('PUT', 'companies', {
      body: new Uint8Array(bytes),
      headers: { 'content-type': type },
    })
    return { status, code: body.code }
  }

  it('[EXCH-02] the encoding that the body names, or a refusal', async () => {
    const text = JSON.stringify([{ externalId: 'co-7', name: 'Ромашка' }])
    const cyrillic = iconv.encode(text, 'windows-1251')
    expect(await send(cyrillic, 'application/json; charset=windows-1251')).toEqual({ status: 200 })
    expect((await it1c.call('GET', 'companies?externalId=co-7')).body.items).toMatchObject([{ name: 'Ромашка' }])
    expect(await send(cyrillic, 'application/json')).toEqual({ status: 400, code: 'exchange.notUtf8' })
    expect(await send(cyrillic, 'application/json; charset=base64')).toEqual({ status: 415, code: 'exchange.charset' })
    expect(await send(iconv.encode(text, 'utf-16le', { addBOM: true }), 'application/json; charset=utf-16')).toEqual({
      status: 200,
    })
    expect(await send(Buffer.from(`\ufeff${text}`), 'application/json')).toEqual({ status: 200 })
  })

  it('[EXCH-02] an empty string is no value, or is told', async () => {
    const [answer] = (
      await it1c.put('companies', [
        { externalId: 'co-1', name: 'Первый', email: '', inn: '', kpp: '', creditLimit: '', currency: '' },
      ])
    ).body
    expect([answer.result, warned(answer)]).toEqual([
      'same',
      ['exchange.emptyLeft creditLimit', 'exchange.emptyLeft currency'],
    ])
    const [nameless] = (await it1c.put('companies', [{ externalId: 'co-1', name: '' }])).body
    expect(nameless).toMatchObject({ result: 'failed', code: 'input.required', field: 'name' })
  })

  it('[EXCH-02] fields that there are not are named, with what was surely meant', async () => {
    const [answer] = (
      await it1c.put('companies', [{ externalId: 'co-1', name: 'Первый', Наименование: 'Иной', Phone: '1', foo: 1 }])
    ).body
    expect(answer.result).toBe('same')
    expect(answer.warnings).toEqual([
      {
        code: 'exchange.unknownField',
        field: 'Наименование',
        message: 'Поля «Наименование» нет, оно пропущено. Возможно, это «name»',
      },
      {
        code: 'exchange.unknownField',
        field: 'Phone',
        message: 'Поля «Phone» нет, оно пропущено. Возможно, это «phone»',
      },
      { code: 'exchange.unknownField', field: 'foo', message: 'Поля «foo» нет, оно пропущено' },
    ])
    const [order] = (
      await it1c.put('orders', [
        {
          externalId: 'o-1',
          number: '1',
          company: 'co-1',
          lines: [{ name: 'Болт', qty: 1, price: 1, total: 1, Артикул: 'Б' }],
        },
      ])
    ).body
    expect(warned(order)).toEqual(['exchange.unknownField lines.0.Артикул'])
    const [lost] = (await it1c.put('companies', [{ externalId: 'co-2', Наименование: 'Иной' }])).body
    expect([lost.code, warned(lost)]).toEqual(['input.required', ['exchange.unknownField Наименование']])
  })

  it('[EXCH-02] words with every placeholder filled, for every field of every kind', async () => {
    const wrong = [{}, 'abc', -1, ['x'], true, 'x'.repeat(9_000_000)]
    for (const resource of declaredResources()) {
      const required = { ...resource.example } as Record<string, unknown>
      const fields = Object.entries(resource.item.shape).flatMap(([name, schema]): [string, unknown[]][] => {
        const element = elementOf(shapeOf(schema as z.ZodType).inner)
        const inner =
          element instanceof z.ZodObject
            ? Object.keys(element.shape).flatMap((field) => wrong.slice(0, 5).map((value) => [{ [field]: value }]))
            : []
        return [[name, [...wrong.slice(0, name === 'file' ? 6 : 5), ...inner]]]
      })
      const items = fields.flatMap(([name, values]) => values.map((value) => ({ ...required, [name]: value })))
      for (let start = 0; start < items.length; start += 100) {
        const reply = await it1c.put(resource.name, items.slice(start, start + 100))
        expect(reply.status).toBe(200)
        for (const answer of reply.body as Answer[]) {
          const said = [answer.message ?? '', ...(answer.warnings ?? []).map(({ message }) => message)].join(' ')
          expect(said).not.toMatch(/[{}]|«»|invalid_/)
          expect(answer.code).not.toBe('unexpected')
        }
      }
    }
  })

  it('[EXCH-02] what a field takes, by its name', async () => {
    const reply = await it1c.put('contacts', [
      { externalId: 'p-1', company: 'co-1', name: 'Анна', portalAccess: 'да' },
      { externalId: 'p-2', company: 'co-1', name: 7 },
      'x',
    ])
    expect(reply.body.map(({ message }: Answer) => message)).toEqual([
      'Поле «portalAccess»: ждём true или false',
      'Поле «name»: ждём текст в кавычках',
      'Запись должна быть объектом JSON с полями',
    ])
    const [debt] = (await it1c.put('debts', [{ company: 'co-1', debt: 'много' }])).body
    expect(debt.message).toBe('Это не похоже на число: «много»')
  })

  it('[EXCH-02] [EXCH-24] sums that cannot be, and moments that are still to come', async () => {
    const bad = async (name: string, item: object): Promise<string> =>
      (await it1c.put(name, [item])).body.map((it: Answer) => `${it.result} ${it.code} ${it.field}`).join()
    expect(await bad('debts', { company: 'co-1', debt: -100 })).toBe('failed money.negative debt')
    expect(await bad('debts', { company: 'co-1', debt: 100, overdue: 200 })).toBe('failed money.moreThanWhole overdue')
    expect(await bad('companies', { externalId: 'co-1', name: 'Первый', debt: 100, overdue: 200 })).toBe(
      'failed money.moreThanWhole overdue',
    )
    await openPortal()
    await it1c.put('contracts', [{ externalId: 'd-1', company: 'co-1', number: '1', date: '2026-01-01' }])
    expect(await bad('schedules', { contract: 'd-1', lines: [{ dueDate: '2026-12-01', amount: -5 }] })).toBe(
      'failed money.negative lines.0.amount',
    )
    expect(await bad('schedules', { contract: 'd-1', lines: [{ dueDate: '2026-12-01', amount: 50, paid: 60 }] })).toBe(
      'failed money.moreThanWhole lines.0.paid',
    )

    const [balance] = (await it1c.put('balances', [{ company: 'co-1', amount: 5, at: '2036-11-24T14:05:00' }])).body
    expect([balance.result, warned(balance)]).toEqual(['created', ['exchange.momentAhead at']])
    const [debt] = (await it1c.put('debts', [{ company: 'co-1', debt: 5, at: '2036-11-24T14:05:00' }])).body
    expect([debt.result, warned(debt)]).toEqual(['changed', ['exchange.momentAhead at']])
    const now = new Date(Date.now() + 1_000).toISOString()
    expect(results(await it1c.put('balances', [{ company: 'co-1', amount: 6, at: now }]))).toEqual(['changed'])
    expect(results(await it1c.put('debts', [{ company: 'co-1', debt: 6, at: now }]))).toEqual(['changed'])
  })

  it('[EXCH-24] moments stored ahead of the clock before shut nothing out, and balances do not age debts', async () => {
    await it1c.put('balances', [{ company: 'co-1', amount: 5, at: '2026-11-20T10:00:00' }])
    expect(results(await it1c.put('debts', [{ company: 'co-1', debt: 5, at: '2026-11-20T10:00:00' }]))).toEqual([
      'changed',
    ])
    await it1c.rows(sql`update account_anchors set at = '2036-01-01'`)
    await it1c.rows(sql`update companies set debt_at = '2036-01-01'`)
    expect(results(await it1c.put('balances', [{ company: 'co-1', amount: 6, at: '2026-11-21T10:00:00' }]))).toEqual([
      'changed',
    ])
    expect(results(await it1c.put('debts', [{ company: 'co-1', debt: 6, at: '2026-11-21T10:00:00' }]))).toEqual([
      'changed',
    ])
  })

  it('[EXCH-02] moments in answers are ISO 8601 in UTC, and every field that is given is described', async () => {
    await openPortal()
    await it1c.put('contracts', [{ externalId: 'd-1', company: 'co-1', number: '1', date: '2026-01-01' }])
    await it1c.put('balances', [{ company: 'co-1', amount: 5, at: '2026-11-20T10:00:00' }])
    await it1c.put('statement-lines', [{ externalId: 's-1', company: 'co-1', amount: 5, at: '2026-11-20T10:00:00' }])
    await it1c.put('orders', [
      {
        externalId: 'o-1',
        number: '1',
        company: 'co-1',
        placedAt: '2026-11-20T10:00:00',
        lines: [{ name: 'Болт', qty: 1, price: 1, total: 1 }],
      },
    ])
    await it1c.put('schedules', [{ contract: 'd-1', lines: [{ dueDate: '2026-12-01', amount: 5 }] }])
    const given = async (path: string): Promise<Record<string, unknown>> => (await it1c.call('GET', path)).body.items[0]
    expect(await given('orders?number=1')).toMatchObject({
      placedAt: '2026-11-20T07:00:00.000Z',
      exportedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    })
    const { body: api } = await it1c.call('GET', 'openapi.json', { auth: null })
    for (const [name, key] of [
      ['companies', 'co-1'],
      ['contracts', 'd-1'],
      ['balances', 'co-1'],
      ['statement-lines', 's-1'],
      ['orders', 'o-1'],
      ['schedules', 'd-1'],
    ] as const) {
      const item = await given(`${name}?externalId=${key}`)
      expect(JSON.stringify(item)).not.toMatch(/\d{4}-\d\d-\d\d \d\d:|\+00/)
      const raw = await declaredResources()
        .find((it) => it.name === name)
        ?.read?.({ req: it1c.req }, { externalIds: [key], ids: [] })
      expect(Object.keys(raw?.[0] ?? {}).sort()).toEqual(Object.keys(item).sort())
      expect(Object.keys(api.components.schemas[`${name}.given`].properties).sort()).toEqual(Object.keys(item).sort())
      expect(
        api.paths[`/${name}`].get.responses['200'].content['application/json'].schema.properties.items.items.$ref,
      ).toBe(`#/components/schemas/${name}.given`)
    }
    expect(Object.keys(api.paths['/companies'].put.responses)).toEqual(
      expect.arrayContaining(['400', '401', '403', '404', '413', '415', '422', '429', '500']),
    )
    expect(api.components.schemas.Changes.properties.changes.items.properties.event.enum).toEqual(
      expect.arrayContaining(['order.submitted', 'contracts.wanted']),
    )
  })

  it('a filter that there is not, and a value that it does not take, are refused', async () => {
    const ask = async (path: string): Promise<string> => {
      const { status, body } = await it1c.call('GET', path)
      return `${status} ${body.code ?? ''} ${body.field ?? ''}`.trim()
    }
    expect(await ask('orders?state=foo')).toBe('422 exchange.fieldInvalid state')
    expect(await ask('orders?staet=new')).toBe('422 exchange.unknownFilter staet')
    expect(await ask('orders?changedAfter=вчера')).toBe('422 date.malformed changedAfter')
    expect(await ask('orders?exported=maybe')).toBe('422 exchange.fieldInvalid exported')
    expect(await ask('orders?changedAfter=2026-11-24T10:00:00')).toBe('200')
    expect(await ask('orders?state=confirmed&exported=false&limit=5')).toBe('200')
  })

  it('[EXCH-06] the same batch again costs one look, and whatever has changed since is written anew', async () => {
    const items = Array.from({ length: 200 }, (_, number) => ({
      externalId: `c-${number}`,
      name: `Клиент ${number}`,
      phone: '+7 495 123-45-67',
    }))
    const timed = async (): Promise<[string[], number]> => {
      const start = performance.now()
      const reply = await it1c.put('companies', items)
      return [[...new Set(results(reply))], performance.now() - start]
    }
    const [made, slow] = await timed()
    const [same, quick] = await timed()
    expect([made, same]).toEqual([['created'], ['same']])
    expect(quick).toBeLessThan(slow / 3)
    await it1c.rows(sql`update companies set name = 'Иначе' where external_id = 'c-7'`)
    await it1c.rows(sql`delete from companies where external_id = 'c-8'`)
    const reply = await it1c.put('companies', items)
    expect([results(reply)[7], results(reply)[8], results(reply).filter((result) => result === 'same').length]).toEqual(
      ['changed', 'created', 198],
    )
    expect(results(await it1c.put('companies', [items[7], { ...items[7], name: 'Второй раз' }, items[7]]))).toEqual([
      'same',
      'changed',
      'changed',
    ])
  })
})
