import { beforeAll, describe, expect, it } from 'vitest'
import { contextOf } from '@/src/mechanisms/access/context'
import { declaredPrints } from '@/src/mechanisms/print/definePrint'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { allowed, collections } from './oracle'
import { actors } from './people'
import { ask } from './surface'
import { makeWorld, type World } from './world'

let world: World

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
})

describe('papers printed of records', () => {
  it('are made for those who may read the record, and for nobody else', async () => {
    const unexplained: string[] = []
    let made = 0
    for (const paper of declaredPrints()) {
      const rows = world.rows.get(paper.entity) ?? []
      expect(rows.length, paper.name).toBeGreaterThan(0)
      for (const who of actors) {
        const context = await contextOf(await world.as(who))
        for (const row of rows) {
          const mayRead = allowed(collections[paper.entity]?.read ?? {}, who, row)
          const data = await paper.data(context, row.id, 'ru')
          if (data) made += 1
          if ((data !== null) !== mayRead) unexplained.push(`${who} ${paper.name} of ${row.company}: ${data !== null}`)
          if (data) (await paper.form()).input.parse(data)
        }
      }
    }
    expect(unexplained).toEqual([])
    expect(made).toBeGreaterThan(20)
  })

  it('[SHOP-27] come as a PDF by their address, in the language that is asked for; a stranger is told that there is none', async () => {
    for (const paper of declaredPrints()) {
      const row = world.rows.get(paper.entity)?.find(({ company }) => company === 'own')
      const address = `/api/print/${paper.name}/${row?.id}`
      const answer = await ask(world, 'client', `${address}?locale=en`)
      expect([answer.status, answer.headers.get('content-type'), answer.text.slice(0, 5)]).toEqual([
        200,
        'application/pdf',
        '%PDF-',
      ])
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect((await ask(world, 'anonymous', address)).status).toBe(401)
      for (const who of ['narrow', 'employee', 'blocked', 'editor'] as const) {
        const refusal = await ask(world, who, address, { headers: { accept: 'text/html', 'accept-language': 'ru' } })
        expect([401, 404]).toContain(refusal.status)
        expect(refusal.text).not.toContain('canary')
      }
      for (const id of ['no-id', `${row?.id}'`, '00000000-0000-4000-8000-000000000000'])
        expect((await ask(world, 'client', `/api/print/${paper.name}/${encodeURIComponent(id)}`)).status).toBe(404)
    }
    expect((await ask(world, 'client', '/api/print/nothing/1')).status).toBe(404)
  })
})
