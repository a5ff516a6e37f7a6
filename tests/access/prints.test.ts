import { beforeAll, describe, expect, it } from 'vitest'
import { contextOf } from '@/src/mechanisms/access/context'
import { declaredPrints } from '@/src/mechanisms/print/definePrint'
import { declaredPrintData } from '@/src/mechanisms/print/templates/definePrintData'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { allowed, collections } from './oracle'
import { actors } from './people'
import { ask } from './surface'
import { makeWorld, type World } from './world'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

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

  it('[CONTR-02] and by templates: values are read by those who may read the record, and the file comes to them alone', async () => {
    const unexplained: string[] = []
    let made = 0
    for (const { kind, entity, read } of declaredPrintData()) {
      const rows = world.rows.get(entity) ?? []
      expect(rows.length, kind).toBeGreaterThan(0)
      for (const who of actors) {
        const context = await contextOf(await world.as(who))
        for (const row of rows) {
          const mayRead = allowed(collections[entity]?.read ?? {}, who, row)
          const values = await read(context, row.id, 'ru')
          if (values) made += 1
          if ((values !== null) !== mayRead) unexplained.push(`${who} ${kind} of ${row.company}: ${values !== null}`)
        }
      }
    }
    expect(unexplained).toEqual([])
    expect(made).toBeGreaterThan(20)
  })

  it('[CONTR-02] a file from a template comes by its address; trials and the portal’s own are an administrator’s', async () => {
    const contract = world.rows.get('contracts')?.find(({ company }) => company === 'own')?.id
    const address = `/api/print/contract/${contract}/docx`
    const answer = await ask(world, 'client', `${address}?locale=en`)
    expect([answer.status, answer.headers.get('content-type'), answer.text.slice(0, 2)]).toEqual([200, DOCX, 'PK'])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect((await ask(world, 'anonymous', address)).status).toBe(401)
    for (const who of ['narrow', 'employee', 'blocked', 'editor', 'partner'] as const) {
      const refusal = await ask(world, who, address)
      expect([401, 404]).toContain(refusal.status)
      expect(refusal.text).not.toContain('canary')
    }
    for (const part of ['no-id', `${contract}'`, '00000000-0000-4000-8000-000000000000'])
      expect((await ask(world, 'client', `/api/print/contract/${encodeURIComponent(part)}/docx`)).status).toBe(404)
    expect((await ask(world, 'client', `/api/print/contract/${contract}/xlsx`)).status).toBe(404)
    const own = await ask(world, 'admin', '/api/print-blanks/contract/docx')
    expect([own.status, own.headers.get('content-type')]).toEqual([200, DOCX])
    const template = world.rows.get('print-templates')?.[0]?.id
    for (const who of ['client', 'manager', 'accountant'] as const) {
      expect((await ask(world, who, '/api/print-blanks/contract/docx')).status).toBe(404)
      expect((await ask(world, who, `/api/print-trials/${template}/${contract}`)).status).toBe(404)
    }
    // The bytes of the world's template are none: it is said so, and no more.
    expect((await ask(world, 'admin', `/api/print-trials/${template}/${contract}`)).status).toBe(422)
  })
})
