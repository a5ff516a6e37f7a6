import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeEach, describe, expect, it } from 'vitest'
import { results, world, type World } from './world'

let it1c: World
beforeEach(async () => {
  it1c = await world()
})
const units = () =>
  it1c.rows<{ code: string; name: string; full: string | null }>(
    sql`select code, name, full_name as "full" from units order by code`,
  )

describe('units over REST', () => {
  it('[EXCH-02] [EXCH-16] are made, changed, left alone and read by their code', async () => {
    expect(
      results(
        await it1c.put('units', [
          { code: '796', name: 'шт', fullName: 'Штука' },
          { code: '778', name: 'уп' },
          { name: 'без кода' },
        ]),
      ),
    ).toEqual(['created', 'created', 'failed'])
    expect(
      results(
        await it1c.put('units', [
          { code: '796', name: 'шт' },
          { code: '778', name: 'упак', fullName: 'Упаковка' },
        ]),
      ),
    ).toEqual(['same', 'changed'])
    expect(await units()).toEqual([
      { code: '778', name: 'упак', full: 'Упаковка' },
      { code: '796', name: 'шт', full: 'Штука' },
    ])
    const { body } = await it1c.call('GET', 'units?externalId=796&externalId=000')
    expect(body.items).toMatchObject([{ externalId: '796', code: '796', name: 'шт', fullName: 'Штука' }])
  })

  it('[EXCH-02] only a node with the right to the catalogue sends them', async () => {
    const node = await it1c.node({ areas: ['orders', 'clients'] })
    expect(await it1c.put('units', [{ code: '796', name: 'шт' }], { auth: `Bearer ${node.token}` })).toMatchObject({
      status: 403,
      body: { code: 'exchange.areaDenied' },
    })
    expect(await units()).toEqual([])
  })
})

describe('bodies over REST', () => {
  it('[EXCH-02] larger than the limit are answered with 413, said or not', async () => {
    const large = `[${' '.repeat(32 * 1024 * 1024)}]`
    expect(await it1c.call('PUT', 'units', { body: large })).toMatchObject({
      status: 413,
      body: { code: 'request.tooLarge' },
    })
    expect(
      await it1c.call('PUT', 'units', { body: '[]', headers: { 'content-length': String(64 * 1024 * 1024) } }),
    ).toMatchObject({ status: 413 })
    expect(
      await it1c.put(
        'units',
        Array.from({ length: 501 }, (_one, place) => ({ code: String(place), name: 'шт' })),
      ),
    ).toMatchObject({ status: 413, body: { code: 'exchange.tooMany' } })
    expect(await units()).toEqual([])
  })
})
