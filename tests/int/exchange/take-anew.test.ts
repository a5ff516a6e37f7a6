import { sql } from '@payloadcms/db-postgres/drizzle'
import { describe, expect, it } from 'vitest'
import { takeAnewAction } from '@/collections/exchange/exchange-nodes/exchange-node.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { builders } from '@/tests/builders/builders'
import { demoCatalogue, importXml, offersXml } from '@/tests/emulator/catalogue-xml'
import { countRows, listIssues, runJobNamed, waitForQueue } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { makeExchangeNode } from '@/tests/support/onec'

const ground = exchangeGround()
const catalogue = demoCatalogue({ products: 3 })
const made = (xml: string, moment: string): string =>
  xml.replace(/ДатаФормирования="[^"]*"/, `ДатаФормирования="${moment}"`)
const goods = (moment: string, name: string): string =>
  made(importXml(catalogue), moment).replaceAll(catalogue.products[0]?.name ?? '', name)
const names = async (): Promise<string[]> =>
  (await query<{ name: string }>(ground.payload, sql`select name from products order by name`)).map(({ name }) => name)
const older = async (): Promise<number> =>
  (await listIssues(ground.payload)).filter(({ code }) => code === 'exchange.older').length

describe('«Принять данные этого узла заново»', () => {
  it('[EXCH-16] lets an older file in, for administrators alone, and the audit holds it', async () => {
    const make = builders(ground.payload)
    const other = await makeExchangeNode(ground.payload, { name: 'Розница', login: '1c-2' })
    await ground.send({
      'import.xml': goods('2026-11-20T10:00:00', 'Новое имя'),
      'offers.xml': made(offersXml(catalogue), '2026-11-20T10:00:00'),
    })
    await ground.send({ 'import.xml': goods('2026-11-10T10:00:00', 'Прежнее имя') })
    expect([(await names()).includes('Новое имя'), await older()]).toEqual([true, 1])

    for (const role of ['manager', 'head', 'editor', 'accountant'] as const) {
      const req = await make.as('staff', await make.staff({ role }))
      await expect(runAction(takeAnewAction, { req, input: { node: ground.node } })).rejects.toMatchObject({
        code: 'access.denied',
        status: 403,
      })
    }
    const admin = await make.as('staff', await make.staff({ role: 'admin' }))
    await expect(runAction(takeAnewAction, { req: admin, input: { node: crypto.randomUUID() } })).rejects.toMatchObject(
      { status: 404 },
    )

    // What another node has sent keeps its moment, and what means something in place of a hash keeps that.
    await execute(ground.payload, sql`update warehouses set sync_node = 'Розница'`)
    await execute(
      ground.payload,
      sql`update prices set sync_hash = 'absent' where id = (select id from prices limit 1)`,
    )
    await runAction(takeAnewAction, { req: admin, input: { node: other } })
    await waitForQueue(ground.payload)
    expect(await countRows(ground.payload, 'products', 'sync_time is null')).toBe(0)
    await execute(ground.payload, sql`update warehouses set sync_time = now()`)
    await runAction(takeAnewAction, { req: admin, input: { node: ground.node } })
    await waitForQueue(ground.payload)
    expect(await countRows(ground.payload, 'products', 'sync_time is not null or sync_hash is not null')).toBe(0)
    expect(await countRows(ground.payload, 'prices', `sync_hash = 'absent'`)).toBe(1)
    expect(await countRows(ground.payload, 'warehouses', 'sync_time is null')).toBe(0)
    expect(await countRows(ground.payload, 'audit', `action = 'exchange.takeAnew' and actor_role = 'admin'`)).toBe(2)

    await ground.send({ 'import.xml': goods('2026-11-10T10:00:00', 'Прежнее имя') })
    expect((await names()).includes('Прежнее имя')).toBe(true)
    // A job may run twice.
    await runJobNamed(ground.payload, 'exchange.takeAnew', { node: ground.node })
    await runJobNamed(ground.payload, 'exchange.takeAnew', { node: crypto.randomUUID() })
  })
})
