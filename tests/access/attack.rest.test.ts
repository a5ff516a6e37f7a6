import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import { REST_LIMITS } from '@/src/mechanisms/access/restLimits'
import { insertRows } from '@/src/mechanisms/database/insertRows'
import { throttleKey } from '@/src/mechanisms/throttle/throttle'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { actors, companies, standing, type Who } from './people'
import { ask, q, type Ask } from './surface'
import { canary, makeWorld, type World } from './world'

let world: World

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
})

const cabinet: readonly Who[] = ['client', 'narrow', 'partner', 'employee', 'blocked', 'dismissed', 'anonymous']
const strange = (who: Who): string[] => companies.filter((company) => !standing[who][company]).map(canary)
const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF'
const NOBODY = '00000000-0000-4000-8000-000000000000'
const rowOf = (slug: string, company: string): string =>
  String(world.rows.get(slug)?.find((row) => row.company === company && row.internal !== true)?.id)

/** Ways to ask that have nothing to do with each other but that none of them may bring out a foreign mark. */
const tricks = (slug: string): Array<[string, string, Ask?]> => [
  ['everything at once', `/api/${slug}?limit=0&pagination=false&depth=10`],
  ['drafts', `/api/${slug}?draft=true&trash=true&limit=200`],
  ['another language', `/api/${slug}?locale=*&fallback-locale=none&limit=200`],
  [
    'an or that is always true',
    `/api/${slug}?${q({ 'where[or][0][id][exists]': 'true', 'where[or][1][id][exists]': 'false', limit: '200' })}`,
  ],
  [
    'a filter by the foreign company',
    `/api/${slug}?${q({ 'where[company][equals]': world.companies.foreign, limit: '200' })}`,
  ],
  [
    'select of everything',
    `/api/${slug}?${q({ 'select[company][name]': 'true', 'select[company]': 'true', depth: '2' })}`,
  ],
  [
    'populate of hidden fields',
    `/api/${slug}?${q({ 'populate[companies][address]': 'true', 'populate[users][hash]': 'true', depth: '2', limit: '200' })}`,
  ],
  ['joins', `/api/${slug}?${q({ 'joins[company][limit]': '0', depth: '2' })}`],
  [
    'another method by a header',
    `/api/${slug}`,
    {
      method: 'POST',
      body: q({ limit: '0', depth: '2' }),
      headers: { 'x-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
    },
  ],
  ['counting', `/api/${slug}/count?${q({ 'where[company][equals]': world.companies.foreign })}`],
  ['versions', `/api/${slug}/versions?limit=200`],
  ['access of a foreign row', `/api/${slug}/access/${rowOf(slug, 'foreign')}`, { method: 'POST', json: {} }],
  ['a foreign row by id', `/api/${slug}/${rowOf(slug, 'foreign')}?depth=2&draft=true`],
]

describe('[ROLE-01] [ROLE-02] reading what is somebody else’s', () => {
  it('no trick with a query brings out a mark of another company, and none breaks the server', async () => {
    const slugs = world.payload.config.collections
      .map(({ slug }) => slug)
      .filter((slug) => slug !== 'payload-migrations')
    for (const who of ['client', 'narrow', 'partner', 'blocked', 'manager', 'anonymous'] as const) {
      for (const slug of slugs) {
        for (const [name, path, init] of tricks(slug)) {
          const answer = await ask(world, who, path, init)
          // Payload's own store has no versions and no way to say so; nobody may read it anyhow.
          if (!(slug === 'payload-kv' && name === 'versions'))
            expect(answer.status, `${who} ${slug} ${name}`).toBeLessThan(500)
          for (const mark of strange(who))
            expect(answer.text.includes(mark), `${who} ${slug} ${name}: ${mark}`).toBe(false)
          if (name === 'counting')
            expect(answer.json().totalDocs ?? 0, `${who} ${slug} counts`).toBe(await visibleForeign(who, slug))
        }
      }
    }
  })

  const visibleForeign = async (who: Who, slug: string): Promise<number> => {
    const answer = await ask(
      world,
      who,
      `/api/${slug}?${q({ 'where[company][equals]': world.companies.foreign, limit: '200', depth: '0' })}`,
    )
    return ((answer.json().docs as unknown[] | undefined) ?? []).length
  }

  it('a foreign row and none at all are answered word for word alike: by id, changed, deleted, copied, as a file', async () => {
    const slugs = [...world.rows.keys()].filter(
      (slug) => (world.rows.get(slug) ?? []).some(({ company }) => company === 'foreign') && slug !== 'users',
    )
    expect(slugs.length).toBeGreaterThan(10)
    for (const who of ['client', 'partner', 'narrow', 'manager'] as const) {
      for (const slug of slugs) {
        const foreign = rowOf(slug, 'foreign')
        const same = async (at: (id: string) => string, init: Ask = {}): Promise<void> => {
          const [one, other] = [await ask(world, who, at(foreign), init), await ask(world, who, at(NOBODY), init)]
          expect(
            { status: one.status, text: one.text.replaceAll(foreign, 'ID') },
            `${who} ${init.method ?? 'GET'} ${at(slug)}`,
          ).toEqual({ status: other.status, text: other.text.replaceAll(NOBODY, 'ID') })
          expect(one.status).toBeGreaterThanOrEqual(400)
        }
        await same((id) => `/api/${slug}/${id}`)
        await same((id) => `/api/${slug}/${id}`, { method: 'PATCH', json: {} })
        await same((id) => `/api/${slug}/${id}`, { method: 'DELETE' })
        await same((id) => `/api/${slug}/${id}/duplicate`, { method: 'POST', json: {} })
      }
      const [there, nowhere] = [
        await ask(world, who, '/api/document-files/file/foreign-open.pdf'),
        await ask(world, who, '/api/document-files/file/nothing-here.pdf'),
      ]
      expect([there.status, there.text]).toEqual([nowhere.status, nowhere.text])
    }
  })

  it('paths of files lead nowhere else, in part or whole', async () => {
    const names = [
      '..%2f..%2f..%2fetc%2fpasswd',
      '%2e%2e%2fpictures%2fpicture.png',
      '....//own-open.pdf',
      'foreign-open.pdf%00.png',
      'foreign-open.pdf?prefix=..',
      'own-open.pdf/../foreign-open.pdf',
      'FOREIGN-OPEN.PDF',
      '%5c..%5cforeign-open.pdf',
    ]
    for (const who of cabinet) {
      for (const name of names) {
        for (const headers of [{}, { range: 'bytes=0-' }, { range: 'bytes=-5' }] as Array<Record<string, string>>) {
          const answer = await ask(world, who, `/api/document-files/file/${name}`, { headers })
          expect(answer.status, `${who} ${name}`).toBeGreaterThanOrEqual(400)
          expect(answer.text).not.toMatch(/root:|canary-/)
        }
      }
    }
  })

  it('[AUTH-02] a photograph of another person is nobody’s to see, nor their name beside it', async () => {
    const listed = await ask(world, 'client', '/api/media?limit=200')
    expect(listed.text).toContain('client.png')
    expect(listed.text).toContain('picture.png')
    expect(listed.text).not.toContain('foreignClient')
    expect((await ask(world, 'client', '/api/media/file/foreignClient.png')).status).toBe(403)
    expect((await ask(world, 'client', '/api/media/file/client.png')).text).toBe('client')
    for (const table of ['cart_lines', 'carts', 'list_views', 'memberships'])
      await query(world.payload, sql`delete from ${sql.raw(table)} where user_id = ${world.people.subClient.id}`)
    await query(world.payload, sql`delete from users where id = ${world.people.subClient.id}`)
    expect((await ask(world, 'client', '/api/media/file/subClient.png')).status).toBe(403)
  })
})

describe('[ROLE-01] changing what is somebody else’s', () => {
  const counts = async (): Promise<unknown> =>
    query(
      world.payload,
      sql`select (select md5(string_agg(c::text, '' order by id)) from companies c) as companies, (select md5(string_agg(c::text, '' order by id)) from orders c) as orders,
      (select md5(string_agg(c::text, '' order by id)) from memberships c) as memberships, (select md5(string_agg(c::text, '' order by id)) from document_files c) as files, (select md5(string_agg(c::text, '' order by id)) from contacts c) as contacts`,
    )

  it('a whole list at once, by a filter: nothing moves', async () => {
    const before = await counts()
    for (const who of cabinet) {
      for (const slug of ['companies', 'orders', 'memberships', 'document-files', 'contacts', 'users', 'staff']) {
        const all = `/api/${slug}?${q({ 'where[id][exists]': 'true' })}`
        for (const [method, init] of [
          ['PATCH', { json: { name: 'taken', active: false } }],
          ['DELETE', {}],
        ] as const) {
          const answer = await ask(world, who, all, { method, ...init })
          expect(answer.status, `${who} ${method} ${slug}`).toBeGreaterThanOrEqual(400)
        }
      }
    }
    expect(await counts()).toEqual(before)
    await ask(world, 'manager', `/api/companies?${q({ 'where[id][exists]': 'true' })}`, {
      method: 'PATCH',
      json: { phone: '+79031234500' },
    })
    expect(
      await query(
        world.payload,
        sql`select id::text from companies where phone = '+79031234500' and manager_id <> ${world.people.manager.id}`,
      ),
    ).toEqual([])
    expect(await query(world.payload, sql`select id::text from companies where phone = '+79031234500'`)).toHaveLength(2)
  })

  it('a file that is named instead of sent is not taken: neither somebody else’s, nor one of the server, nor one of another host', async () => {
    // A whole PDF, so that nothing but the rule refuses it.
    await writeFile(path.join(process.env.MEDIA_DIR ?? 'media', 'documents', 'foreign-open.pdf'), PDF)
    const words = (data: Record<string, unknown>): Ask => ({
      method: 'POST',
      json: { company: world.companies.own, title: 'mine', internal: false, ...data },
    })
    const edits = [
      '',
      '?uploadEdits[widthInPixels]=10',
      '?uploadEdits[focalPoint][x]=1&uploadEdits[focalPoint][y]=2',
      '?uploadEdits[crop][x]=1',
    ]
    const sources = [
      { filename: 'foreign-open.pdf', url: '/api/document-files/file/foreign-open.pdf' },
      {
        filename: 'foreign-open.pdf',
        url: 'http://localhost:3000/api/document-files/file/foreign-open.pdf',
        focalX: 1,
        focalY: 1,
      },
      { filename: 'x.pdf', url: 'http://127.0.0.1:1/x.pdf', uploadEdits: { widthInPixels: 1 } },
      { filename: 'x.pdf', url: 'https://files.invalid/x.pdf' },
      { filename: '/etc/hostname', url: '/x', focalX: 3, focalY: 3 },
    ]
    for (const who of ['client', 'partner', 'manager'] as const) {
      for (const edit of edits) {
        for (const source of sources) {
          const answer = await ask(world, who, `/api/document-files${edit}`, words(source))
          expect([400, 403], `${who} ${edit} ${source.url}: ${answer.text}`).toContain(answer.status)
        }
      }
    }
    expect(await query(world.payload, sql`select filename from document_files where title = 'mine'`)).toEqual([])
    await world.restoreFiles()
  })

  it('a file that is sent says nothing of itself but its bytes', async () => {
    const form = new FormData()
    form.set('file', new File([Buffer.from(PDF)], 'act.pdf', { type: 'application/pdf' }))
    form.set(
      '_payload',
      JSON.stringify({
        company: world.companies.own,
        title: 'sent',
        filename: 'foreign-open.pdf',
        internal: false,
        uploader: world.people.foreignClient.id,
      }),
    )
    const answer = await ask(world, 'client', '/api/document-files', { method: 'POST', body: form })
    const [row] = await query<{ filename: string; original: string }>(
      world.payload,
      sql`select filename, original_name as original from document_files where title = 'sent'`,
    )
    expect([answer.status, row?.original]).toEqual([201, 'act.pdf'])
    expect(row?.filename).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    // The disk is everybody's: a hundred files an hour are enough for one person.
    await query(
      world.payload,
      sql`update throttles set count = 100 where key = ${throttleKey('upload', world.people.client.id)}`,
    )
    expect((await ask(world, 'client', '/api/document-files', { method: 'POST', body: form })).status).toBe(429)
  })

  it('what another site asks for is refused, whatever the address ends in and however the method is named', async () => {
    const foreign = { origin: 'https://evil.example' }
    const paths = [
      '/api/users/logout',
      '/api/payload-preferences/key.js',
      '/api/payload-preferences/x.png',
      '/api/actions/carts.clear',
      '/api/users?where[id][exists]=true',
      '/orders/x.js',
      '/api/document-files',
      '/api/globals/modules',
    ]
    for (const path of paths) {
      for (const headers of [
        foreign,
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { ...foreign, 'x-http-method-override': 'GET' },
      ] as Array<Record<string, string>>) {
        for (const method of ['POST', 'PATCH', 'DELETE', 'PUT']) {
          const answer = await ask(world, 'client', path, { method, headers, json: {} })
          expect([path, answer.status, answer.text]).toEqual([path, 403, '{"code":"origin.refused"}'])
        }
      }
    }
    // A method named by a header changes nothing: a GET stays one.
    const companiesBefore = await query(world.payload, sql`select count(*) from companies`)
    await ask(world, 'admin', `/api/companies/${world.companies.foreign}`, {
      headers: { 'x-http-method-override': 'DELETE', 'x-payload-http-method-override': 'DELETE' },
    })
    await ask(world, 'admin', `/api/companies/${world.companies.foreign}?_method=DELETE`)
    expect(await query(world.payload, sql`select count(*) from companies`)).toEqual(companiesBefore)
  })
})

describe('what one question over REST may cost', () => {
  it('gives a page and not a table, however it is asked', async () => {
    await insertRows(
      world.payload,
      'brands',
      Array.from({ length: REST_LIMITS.rows + 5 }, (_, index) => ({
        name: `b${index}`,
        slug: `b-${index}`,
        active: true,
      })),
    )
    const size = async (query: string): Promise<number> =>
      ((await ask(world, 'client', `/api/brands?depth=0&${query}`)).json().docs as unknown[]).length
    for (const query of [
      'limit=0',
      'limit=100000',
      'pagination=false',
      'limit=0&pagination=false',
      'pagination=false&limit=999',
    ]) {
      expect(await size(query), query).toBeLessThanOrEqual(REST_LIMITS.rows)
    }
    const posted = await ask(world, 'client', '/api/brands', {
      method: 'POST',
      body: 'limit=0&pagination=false',
      headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect((posted.json().docs as unknown[]).length).toBe(REST_LIMITS.rows)
  })

  it('refuses filters and sorts that nobody means', async () => {
    const nested = (depth: number): string => `where${'[and][0]'.repeat(depth)}[name][equals]=x`
    const wide = Array.from({ length: 100 }, (_, index) => `where[or][${index}][name][equals]=${index}`).join('&')
    for (const query of [
      nested(8),
      wide,
      `where[name][like]=${'x'.repeat(5_000)}`,
      `where[id][in]=${Array.from({ length: 600 }, () => 'a').join(',')}`,
      'where[company.partner.partner.partner.partner.name][equals]=x',
      'sort=a,b,c,d,e,f',
      'sort=company.partner.partner.partner.name',
      'limit=-1',
      'limit=1.5',
      'limit=abc',
      'page=0',
      'page=99999999',
      'where=x',
    ]) {
      const answer = await ask(world, 'client', `/api/contacts?${query}`)
      expect(answer.status, `${query.slice(0, 60)}: ${answer.text.slice(0, 200)}`).toBe(400)
    }
  })

  it('has no GraphQL, no picture maker, no playground', async () => {
    for (const who of ['anonymous', 'client', 'admin'] as const) {
      for (const path of [
        '/api/graphql',
        '/api/graphql-playground',
        '/api/og?title=x',
        '/api/payload-jobs/run',
        '/api/payload-migrations',
        '/api/payload-kv',
        '/api/payload-locked-documents',
      ]) {
        for (const method of ['GET', 'POST']) {
          const answer = await ask(world, who, path, {
            method,
            ...(method === 'POST' ? { json: { query: '{ __typename }' } } : {}),
          })
          expect([401, 403, 404, 405, 501], `${who} ${method} ${path}: ${answer.status}`).toContain(answer.status)
        }
      }
    }
  })

  it('lets nothing between keep an answer, and a browser run one', async () => {
    for (const who of actors) {
      for (const path of [
        '/api/orders',
        '/api/users/me',
        '/api/access',
        '/api/search?q=x',
        '/api/nothing',
        '/api/document-files/file/own-open.pdf',
      ]) {
        const { headers } = await ask(world, who, path)
        expect(headers.get('cache-control'), `${who} ${path}`).toContain('no-store')
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        if (headers.get('content-type')?.includes('json'))
          expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      }
    }
  })
})
