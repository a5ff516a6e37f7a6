import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import type { Who } from './people'
import { ask, type Answer } from './surface'
import { makeWorld, type World } from './world'

let world: World
const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF'
const NOBODY = '00000000-0000-4000-8000-000000000000'
const LOT = /^[0-9a-f-]{36}\.[a-z]{3,4}$/
const media = process.env.MEDIA_DIR ?? 'media'

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
})

type Sent = {
  slug: string
  bytes: Uint8Array<ArrayBuffer> | string
  name: string
  type: string
  data?: Record<string, unknown>
  id?: string
}

async function send(who: Who, { slug, bytes, name, type, data = {}, id }: Sent): Promise<Answer> {
  const form = new FormData()
  form.set('file', new File([bytes], name, { type }))
  form.set('_payload', JSON.stringify(data))
  return ask(world, who, `/api/${slug}${id ? `/${id}` : ''}`, {
    method: id ? 'PATCH' : 'POST',
    body: form,
    headers: { 'accept-language': 'ru' },
  })
}

/** A photograph with the place it was taken at, and a page hidden behind it. */
async function photograph(): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } })
    .withExif({ IFD0: { Copyright: 'secret-place' } })
    .jpeg()
    .toBuffer()
  return new Uint8Array(Buffer.concat([jpeg, Buffer.from('<script>hidden-behind</script>')]))
}

const own = (): Record<string, unknown> => ({ company: world.companies.own, internal: false })

describe('one road for a file', () => {
  it('what an ending or a browser says of a file is not believed: nothing is stored, no row is left', async () => {
    const png = new Uint8Array(
      await sharp({ create: { width: 4, height: 4, channels: 3, background: '#333' } })
        .png()
        .toBuffer(),
    )
    const bad: Array<Omit<Sent, 'slug'>> = [
      {
        bytes: '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
        name: 'a.svg',
        type: 'image/svg+xml',
      },
      { bytes: '<svg xmlns="http://www.w3.org/2000/svg"/>', name: 'a.png', type: 'image/png' },
      { bytes: '<html><script>1</script></html>', name: 'a.html', type: 'text/html' },
      { bytes: '<html><script>1</script></html>', name: 'act.pdf', type: 'application/pdf' },
      { bytes: png, name: 'act.pdf', type: 'application/pdf' },
      { bytes: png, name: 'a.html', type: 'image/png' },
      { bytes: png, name: 'a.png', type: 'text/html' },
      { bytes: png.slice(0, 40), name: 'a.png', type: 'image/png' },
      { bytes: 'MZ nothing', name: 'a.exe', type: 'application/pdf' },
      { bytes: '', name: 'a.png', type: 'image/png' },
    ]
    const [before, stored] = [await counts(), await readdir(path.join(media, 'pictures'))]
    for (const file of bad) {
      for (const [who, slug] of [
        ['client', 'document-files'],
        ['editor', 'media'],
        ['manager', 'document-files'],
      ] as const) {
        const answer = await send(who, { ...file, slug, data: slug === 'media' ? {} : own() })
        expect([400, 413, 415, 422], `${who} ${slug} ${file.name} ${file.type}: ${answer.text}`).toContain(
          answer.status,
        )
      }
    }
    expect(await counts()).toEqual(before)
    expect(await readdir(path.join(media, 'pictures'))).toEqual(stored)
  })

  it('a picture is drawn anew, whoever sends it and wherever to; a stored name is drawn by lot', async () => {
    const bytes = await photograph()
    for (const [who, slug, folder] of [
      ['client', 'document-files', 'documents'],
      ['editor', 'media', 'pictures'],
      ['admin', 'media', 'pictures'],
    ] as const) {
      const answer = await send(who, {
        slug,
        bytes,
        name: 'ООО «Ромашка» акт.jpg',
        type: 'image/jpeg',
        data: slug === 'media' ? {} : own(),
      })
      expect(answer.status, answer.text).toBe(201)
      const doc = answer.json().doc as { id: string; filename: string; originalName: string }
      expect(doc.filename).toMatch(LOT)
      expect(doc.originalName).toBe('ООО «Ромашка» акт.jpg')
      const kept = (await readFile(path.join(media, folder, doc.filename))).toString('latin1')
      expect(kept).not.toMatch(/secret-place|hidden-behind/)
      const shown = await ask(world, who, `/api/${slug}/file/${doc.filename}`)
      expect([shown.status, shown.headers.get('x-content-type-options'), shown.headers.get('content-type')]).toEqual([
        200,
        'nosniff',
        'image/jpeg',
      ])
      expect(shown.headers.get('content-disposition')).toContain(encodeURIComponent('Ромашка'))
      expect(shown.headers.get('content-security-policy')).toContain('sandbox')
      expect(shown.headers.get('cache-control')).toBe(slug === 'media' ? 'private, max-age=300' : 'private, no-store')
    }
  })

  it('a file put in place of another goes the same road', async () => {
    const [first] = await query<{ id: string }>(
      world.payload,
      sql`select id::text from media where filename = 'picture.png'`,
    )
    const id = String(first?.id)
    expect(
      (await send('editor', { slug: 'media', id, bytes: '<svg/>', name: 'a.png', type: 'image/png' })).status,
    ).toBe(415)
    const answer = await send('editor', {
      slug: 'media',
      id,
      bytes: await photograph(),
      name: 'склад.jpg',
      type: 'image/jpeg',
    })
    expect(answer.status, answer.text).toBe(200)
    const [row] = await query<{ filename: string; original: string }>(
      world.payload,
      sql`select filename, original_name as original from media where id = ${id}`,
    )
    expect([LOT.test(row?.filename ?? ''), row?.original]).toEqual([true, 'склад.jpg'])
    // A change of words alone leaves the file and its name.
    await ask(world, 'editor', `/api/media/${id}`, {
      method: 'PATCH',
      json: { alt: 'Склад', originalName: 'forged.jpg' },
    })
    expect(
      await query(world.payload, sql`select filename, original_name as original from media where id = ${id}`),
    ).toEqual([row])
  })

  it('who sent a file, the portal says', async () => {
    const forged = { uploader: world.people.foreignClient.id, originalName: 'forged.pdf', title: 'forged' }
    for (const [who, expected] of [
      ['client', world.people.client.id],
      ['manager', null],
    ] as const) {
      const answer = await send(who, {
        slug: 'document-files',
        bytes: PDF,
        name: 'act.pdf',
        type: 'application/pdf',
        data: { ...own(), ...forged },
      })
      expect(answer.status, answer.text).toBe(201)
      const id = (answer.json().doc as { id: string }).id
      expect(
        await query(
          world.payload,
          sql`select uploader_id::text as uploader, original_name as name from document_files where id = ${id}`,
        ),
      ).toEqual([{ uploader: expected, name: 'act.pdf' }])
    }
  })

  it('whoever may not add a file is refused before it is looked at', async () => {
    for (const [who, company] of [
      ['client', 'foreign'],
      ['employee', 'own'],
      ['anonymous', 'own'],
      ['manager', 'foreign'],
    ] as const) {
      const answer = await send(who, {
        slug: 'document-files',
        bytes: '<svg/>',
        name: 'a.svg',
        type: 'image/svg+xml',
        data: { company: world.companies[company], internal: false },
      })
      expect([401, 403], `${who}: ${answer.text}`).toContain(answer.status)
    }
    expect(
      (await send('client', { slug: 'media', bytes: '<svg/>', name: 'a.svg', type: 'image/svg+xml' })).status,
    ).toBe(403)
  })
})

describe('a relation leads only where its writer may look', () => {
  const file = (company: string): string =>
    String(world.rows.get('document-files')?.find((row) => row.company === company && !row.internal)?.id)
  const paper = (company: string): string =>
    String(world.rows.get('documents')?.find((row) => row.company === company)?.id)

  it('a file of another company and none at all are refused alike, one’s own is taken', async () => {
    const put = (id: string): Promise<Answer> =>
      ask(world, 'manager', `/api/documents/${paper('own')}`, {
        method: 'PATCH',
        json: { file: id },
        headers: { 'accept-language': 'ru' },
      })
    const [foreign, none] = [await put(file('foreign')), await put(NOBODY)]
    expect([foreign.status, foreign.text]).toEqual([none.status, none.text])
    expect(foreign.status).toBe(400)
    expect(foreign.text).toContain('Выбранная запись не найдена или закрыта для вас')
    expect((await put('no-id-at-all')).status).toBe(400)
    // The manager's own as well, and yet another client's.
    const strange = await put(file('partner'))
    expect([strange.status, strange.text.includes('принадлежит другому клиенту')], strange.text).toEqual([409, true])
    const mine = await put(file('own'))
    expect(mine.status, mine.text).toBe(200)
  })

  it('what stands in the row may be sent back, though its reader may not look there', async () => {
    await query(world.payload, sql`update documents set file_id = ${file('foreign')} where id = ${paper('own')}`)
    const back = await ask(world, 'manager', `/api/documents/${paper('own')}`, {
      method: 'PATCH',
      json: { file: file('foreign'), cancelled: true },
    })
    expect(back.status, back.text).toBe(200)
    expect(
      (await ask(world, 'manager', `/api/documents/${paper('own')}`, { method: 'PATCH', json: { file: file('team') } }))
        .status,
    ).toBe(400)
    await query(world.payload, sql`update documents set file_id = null where id = ${paper('own')}`)
  })

  it('holds for every relation of every collection, and for many rows at once', async () => {
    let tried = 0
    for (const who of ['manager', 'head', 'client'] as const) {
      for (const { slug, flattenedFields } of world.payload.config.collections) {
        for (const field of flattenedFields) {
          if (!('relationTo' in field) || typeof field.relationTo !== 'string') continue
          const target = world.rows
            .get(field.relationTo)
            ?.find(({ company, person }) => company === 'foreign' || person === 'foreignClient')
          const row = world.rows.get(slug)?.find(({ company }) => company === 'own')
          if (!target || !row) continue
          const seen = await world.payload
            .count({
              collection: field.relationTo,
              where: { id: { equals: target.id } },
              overrideAccess: false,
              req: await world.as(who),
            })
            .catch(() => ({ totalDocs: 0 }))
          if (seen.totalDocs > 0) continue
          const value = field.hasMany ? [target.id] : target.id
          await ask(world, who, `/api/${slug}/${row.id}`, { method: 'PATCH', json: { [field.name]: value } })
          await ask(world, who, `/api/${slug}?where[id][equals]=${row.id}`, {
            method: 'PATCH',
            json: { [field.name]: value },
          })
          const now = await world.payload.findByID({ collection: slug, id: row.id, depth: 0 })
          expect(
            JSON.stringify((now as unknown as Record<string, unknown>)[field.name] ?? null),
            `${who} ${slug}.${field.name}`,
          ).not.toContain(target.id)
          tried += 1
        }
      }
    }
    expect(tried).toBeGreaterThan(20)
  })
})

const counts = (): Promise<unknown> =>
  query(
    world.payload,
    sql`select (select count(*) from media) as media, (select count(*) from document_files) as files`,
  )
