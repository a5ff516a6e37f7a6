import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type PayloadRequest } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import { erpActor, system } from '@/src/mechanisms/access/actor'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { readChanges, type Change } from '@/src/mechanisms/exchange/changeFeed'
import { world, type World } from './world'

let it1c: World
let node: { id: string }
beforeEach(async () => {
  it1c = await world()
  node = await it1c.node()
})

const fresh = (): Promise<PayloadRequest> => createLocalReq({}, it1c.payload)
const change = (req: PayloadRequest, entityId: string, actor = system): Promise<string> =>
  recordEvent(req, { type: 'company.changed', entity: 'companies', entityId, actor, data: { name: 'Север' } })
const read = async (after: number, limit = 100): Promise<{ changes: Change[]; last: number; more: boolean }> =>
  readChanges(await fresh(), { node: node.id, entities: ['companies'], after, limit })

/** A gate that a test opens when it is time. */
function gate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

describe('change feed', () => {
  it('[EXCH-02] a change that commits after a later one is read by a reader who has moved on', async () => {
    const [written, release] = [gate(), gate()]
    const slow = inTransaction(await fresh(), async () => undefined).then(async () => {
      const req = await fresh()
      return inTransaction(req, async () => {
        await change(req, 'slow')
        written.open()
        await release.opened
      })
    })
    await written.opened
    const quick = await fresh()
    await inTransaction(quick, () => change(quick, 'quick'))
    const first = await read(0)
    expect(first.changes.map(({ entityId }) => entityId)).toEqual(['quick'])
    release.open()
    await slow
    const second = await read(first.last)
    expect(second.changes.map(({ entityId }) => entityId)).toEqual(['slow'])
  })

  it('[EXCH-02] readers and writers at the same moment miss nothing and repeat nothing', async () => {
    const writers = Array.from({ length: 12 }, async (_, place) => {
      const req = await fresh()
      await inTransaction(req, async () => {
        await change(req, `a-${place}`)
        await it1c.rows(sql`select pg_sleep(${(place % 5) / 100})`)
        await change(req, `b-${place}`)
      })
    })
    const follow = async (): Promise<string[]> => {
      const seen: string[] = []
      let after = 0
      let finished = false
      const all = Promise.all(writers).then(() => (finished = true))
      for (;;) {
        const last = finished
        const page = await read(after, 5)
        seen.push(...page.changes.map(({ entityId }) => entityId))
        after = page.last
        if (last && !page.more && page.changes.length === 0) break
      }
      await all
      return seen
    }
    const wanted = Array.from({ length: 12 }, (_, place) => [`a-${place}`, `b-${place}`])
      .flat()
      .sort()
    for (const seen of await Promise.all([follow(), follow(), follow()])) expect([...seen].sort()).toEqual(wanted)
  })

  it('[EXCH-02] a change that is rolled back is never told', async () => {
    const req = await fresh()
    await expect(
      inTransaction(req, async () => {
        await change(req, 'undone')
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect((await read(0)).changes).toEqual([])
  })

  it('[EXCH-02] a node does not hear of what it did itself; another one does', async () => {
    const req = await fresh()
    await change(req, 'mine', erpActor({ id: node.id, name: 'УТ' }))
    expect((await read(0)).changes).toEqual([])
    const other = await it1c.node()
    const seen = await readChanges(await fresh(), { node: other.id, entities: ['companies'], after: 0, limit: 10 })
    expect(seen.changes).toMatchObject([{ entityId: 'mine' }])
  })

  it('[EXCH-02] each node has its own position', async () => {
    const req = await fresh()
    const id = await it1c.make.company({ externalId: 'co-1' })
    await change(req, id)
    const other = await it1c.node()
    const ask = (auth?: string) => it1c.call('GET', 'changes', auth ? { auth } : {})
    const { body } = await ask()
    expect(body.changes).toMatchObject([{ item: { externalId: 'co-1' } }])
    await it1c.call('POST', 'changes/ack', { body: { seq: body.last } })
    expect((await ask()).body.changes).toEqual([])
    expect((await ask(`Bearer ${other.token}`)).body.changes).toHaveLength(1)
  })
})
