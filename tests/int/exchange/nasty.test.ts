import { sql } from '@payloadcms/db-postgres/drizzle'
import { describe, expect, it } from 'vitest'
import { execute, query } from '@/src/mechanisms/database/query'
import { demoCatalogue, importXml, offersXml } from '@/tests/emulator/catalogue-xml'
import { countRows, fallSilent, listIssues } from '@/tests/support/exchange'
import { exchangeGround } from '@/tests/support/exchangeGround'
import { oneCAt, rawCall, rawDialogue } from '@/tests/support/onec'
import { buildZip } from '@/tests/unit/exchange/zip-builder'

const ground = exchangeGround()

const catalogue = demoCatalogue({ products: 5 })
const goods = importXml(catalogue)
const offers = offersXml(catalogue)
const NO_SESSION = 'failure\nСеанс обмена не начат: сначала checkauth'
const BASIC = { authorization: `Basic ${Buffer.from('1c:a-password-for-tests').toString('base64')}` }

describe('[ERP-01] the dialogue and those who do not keep to it', () => {
  it('every answer is a text in UTF-8 whose lines are parted by LF alone', async () => {
    const raw = await rawDialogue(ground.url)
    const asked: Record<string, string>[] = [
      { mode: 'init' },
      { mode: 'file', filename: '../a.xml' },
      { mode: 'import', filename: 'никогда.xml' },
      { mode: 'нет' },
    ]
    for (const parameters of asked) {
      const { status, text, type } = await rawCall(ground.url, parameters, {
        headers: { cookie: raw.cookie },
        ...(parameters.mode === 'file' ? { method: 'POST', body: 'x' } : {}),
      })
      expect([status, type]).toEqual([200, 'text/plain; charset=utf-8'])
      expect(text).not.toMatch(/\r|^\ufeff|\n$/)
      expect(text.split('\n').length).toBe(2)
    }
  })

  it.each([
    ['no cookie', {}],
    ['a made-up cookie', { cookie: 'kabinet_1c=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['an empty cookie', { cookie: 'kabinet_1c=' }],
    ['a cookie of something else', { cookie: 'payload-token=abc; PHPSESSID=1' }],
    ['credentials alone', BASIC],
  ])('%s opens nothing but checkauth', async (_what, headers: Record<string, string>) => {
    const asked: Record<string, string>[] = [
      { mode: 'init' },
      { mode: 'file', filename: 'import.xml' },
      { mode: 'import', filename: 'import.xml' },
      { mode: 'query', type: 'sale' },
      { mode: 'success', type: 'sale' },
      { mode: 'complete' },
    ]
    for (const parameters of asked) {
      const { status, text } = await rawCall(ground.url, parameters, {
        headers,
        ...(parameters.mode === 'file' ? { method: 'POST', body: goods } : {}),
      })
      expect([parameters.mode, status, text]).toEqual([parameters.mode, 200, NO_SESSION])
    }
    expect(await countRows(ground.payload, 'exchange_sessions')).toBe(0)
  })

  it('sessid in the address serves in place of the cookie, and a wrong one does not', async () => {
    const raw = await rawDialogue(ground.url)
    const sessid = raw.cookie.split('=')[1] ?? ''
    expect((await rawCall(ground.url, { mode: 'init', sessid })).text).toMatch(/^zip=/)
    expect((await rawCall(ground.url, { mode: 'init', sessid: `${sessid}x` })).text).toBe(NO_SESSION)
  })

  it('a session ends two hours after its last word', async () => {
    const raw = await rawDialogue(ground.url)
    await execute(ground.payload, sql`update exchange_sessions set seen_at = now() - interval '119 minutes'`)
    expect(await raw.init()).toMatch(/^zip=/)
    await execute(ground.payload, sql`update exchange_sessions set seen_at = now() - interval '121 minutes'`)
    expect(await raw.init()).toBe(NO_SESSION)
    expect(await raw.file('import.xml', goods)).toBe(NO_SESSION)
  })

  it('a session ends a day after its first word, however busy it is', async () => {
    const raw = await rawDialogue(ground.url)
    await execute(ground.payload, sql`update exchange_sessions set created_at = now() - interval '23 hours 59 minutes'`)
    expect(await raw.init()).toMatch(/^zip=/)
    await execute(ground.payload, sql`update exchange_sessions set created_at = now() - interval '24 hours 1 minute'`)
    expect(await raw.init()).toBe(NO_SESSION)
    expect(await raw.file('import.xml', goods)).toBe(NO_SESSION)
  })

  it.each([
    [
      'another password',
      () => execute(ground.payload, sql`update exchange_nodes set secret_hash = 'scrypt$another$one'`),
    ],
    [
      'a narrower list of addresses',
      () =>
        execute(
          ground.payload,
          sql`insert into exchange_nodes_texts ("order", parent_id, path, text) values (1, ${ground.node}, 'addresses', '10.1.0.0/16')`,
        ),
    ],
    ['all its areas taken away', () => execute(ground.payload, sql`delete from exchange_nodes_entities`)],
  ])('a node that gets %s has no session any more, by its cookie or by sessid', async (_what, change) => {
    const raw = await rawDialogue(ground.url, 'sale')
    expect(await raw.init()).toMatch(/^zip=/)
    await change()
    const sessid = raw.cookie.split('=')[1] ?? ''
    const asked: Record<string, string>[] = [
      { mode: 'init' },
      { mode: 'file', filename: 'import.xml' },
      { mode: 'import', filename: 'import.xml' },
      { mode: 'query', type: 'sale' },
      { mode: 'success', type: 'sale' },
      { mode: 'info', type: 'sale' },
      { mode: 'complete' },
    ]
    for (const parameters of asked) {
      const file = parameters.mode === 'file' ? { method: 'POST', body: goods } : {}
      expect((await rawCall(ground.url, parameters, { headers: { cookie: raw.cookie }, ...file })).text).toBe(
        NO_SESSION,
      )
      expect((await rawCall(ground.url, { ...parameters, sessid }, file)).text).toBe(NO_SESSION)
    }
  })

  it('orders that were offered are not taken by a node that may not have orders any more', async () => {
    const sale = await rawDialogue(ground.url, 'sale')
    expect(await sale.ask('query')).toContain('<')
    await execute(ground.payload, sql`update exchange_sessions set offered = '[{"externalId":"x","revision":null}]'`)
    await execute(ground.payload, sql`delete from exchange_nodes_entities where value = 'orders'`)
    expect(await sale.ask('success')).toMatch(/^failure\n/)
    expect(await query(ground.payload, sql`select offered from exchange_sessions`)).toEqual([
      { offered: [{ externalId: 'x', revision: null }] },
    ])
  })

  it('a node that is switched off in the middle is cut off at once', async () => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    await execute(ground.payload, sql`update exchange_nodes set active = false where id::text = ${ground.node}`)
    expect(await raw.file('import.xml', goods)).toBe(NO_SESSION)
    expect((await rawCall(ground.url, { mode: 'checkauth' }, { headers: BASIC })).text).toBe(
      'failure\nНеверные логин или пароль',
    )
  })

  it('a node keeps to its list of addresses', async () => {
    await execute(
      ground.payload,
      sql`insert into exchange_nodes_texts ("order", parent_id, path, text) values (1, ${ground.node}, 'addresses', '10.1.0.0/16')`,
    )
    const before = await rawCall(ground.url, { mode: 'checkauth' }, { headers: BASIC })
    expect(before).toMatchObject({ status: 200, text: 'failure\nНеверные логин или пароль' })
    await execute(ground.payload, sql`update exchange_nodes_texts set text = '127.0.0.0/8'`)
    expect((await rawCall(ground.url, { mode: 'checkauth' }, { headers: BASIC })).text).toMatch(
      /^success\nkabinet_1c\n/,
    )
  })

  it('a node gets and gives only what it has a right to', async () => {
    await execute(ground.payload, sql`delete from exchange_nodes_entities where value = 'orders'`)
    const sale = await rawDialogue(ground.url, 'sale')
    expect(await sale.ask('query')).toMatch(/^failure\n/)
    const raw = await rawDialogue(ground.url)
    await raw.init()
    await raw.file('import.xml', goods)
    expect(await raw.import('import.xml')).toBe('success')
    await execute(ground.payload, sql`update exchange_nodes_entities set value = 'orders'`)
    await raw.init()
    await raw.file('offers.xml', offers)
    expect(await raw.import('offers.xml')).toBe('success')
    expect([await countRows(ground.payload, 'products'), await countRows(ground.payload, 'skus')]).toEqual([5, 0])
    await execute(ground.payload, sql`delete from exchange_nodes_entities`)
    expect((await rawCall(ground.url, { mode: 'checkauth' }, { headers: BASIC })).text).toMatch(/^failure\n/)
  })

  it('init said twice begins anew: an upload that was cut short is forgotten', async () => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    await raw.file('import.xml', goods.slice(0, 1_500))
    expect(await raw.init()).toMatch(/^zip=yes\nfile_limit=\d+$/)
    expect(await raw.import('import.xml')).toMatch(/^failure\n/)
    expect(await countRows(ground.payload, 'products')).toBe(0)
    await raw.init()
    await raw.file('import.xml', goods)
    expect(await raw.import('import.xml')).toBe('success')
    expect(await countRows(ground.payload, 'products')).toBe(5)
  })

  it('file before init is taken: a new session has nothing to forget', async () => {
    const raw = await rawDialogue(ground.url)
    expect(await raw.file('import.xml', goods)).toBe('success')
    expect(await raw.import('import.xml')).toBe('success')
    expect(await countRows(ground.payload, 'products')).toBe(5)
  })

  it.each([
    '../import.xml',
    '/etc/passwd/../../x.xml',
    'a/../../b.xml',
    '..\\..\\b.xml',
    '\u0000.xml',
    '',
    'a/'.repeat(40) + 'b.xml',
    `${'я'.repeat(150)}.xml`,
  ])('refuses the name %j', async (name) => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    expect(await raw.file(name, goods)).toMatch(/^failure\nИмя файла не подходит: /)
  })

  it('an absolute name means a place in the session', async () => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    expect(await raw.file('/webdata/import.xml', goods)).toBe('success')
    expect(await raw.import('/webdata/import.xml')).toBe('success')
  })

  it('an empty file is refused, and does not stand in the way of the whole one', async () => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    expect(await raw.file('import.xml', '')).toBe('failure\nФайл пустой')
    expect(await raw.file('import.xml', goods)).toBe('success')
    expect(await raw.import('import.xml')).toBe('success')
  })

  it('import that is called before the upload ends fails with a reason, and the next session goes in', async () => {
    const zip = buildZip([
      { name: 'import.xml', content: goods },
      { name: 'offers.xml', content: offers },
    ])
    const raw = await rawDialogue(ground.url)
    await raw.init()
    await raw.file('v8.zip', new Uint8Array(zip.subarray(0, 700)))
    expect(await raw.import('import.xml')).toMatch(/^failure\nАрхив повреждён/)
    await oneCAt(ground.url).sendCatalogue({
      files: [
        { name: 'import.xml', content: goods },
        { name: 'offers.xml', content: offers },
      ],
    })
    expect(await countRows(ground.payload, 'products')).toBe(5)
  })

  it('a zip that lacks a file which is asked for fails in that file alone', async () => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    await raw.file('v8.zip', new Uint8Array(buildZip([{ name: 'import.xml', content: goods }])))
    expect(await raw.import('import.xml')).toBe('success')
    expect(await raw.import('offers.xml')).toBe('failure\nТакого файла в сеансе нет: 1С его не передала')
    expect(await countRows(ground.payload, 'products')).toBe(5)
    expect((await listIssues(ground.payload)).map(({ external, code }) => [external, code])).toEqual([
      ['offers.xml', 'exchange.fileMissing'],
    ])
  })

  it('files of an archive are imported once, however often 1C asks', async () => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    await raw.file(
      'v8.zip',
      new Uint8Array(
        buildZip([
          { name: 'import.xml', content: goods },
          { name: 'offers.xml', content: offers },
        ]),
      ),
    )
    for (const name of ['import.xml', 'import.xml', 'import.xml']) expect(await raw.import(name)).toBe('success')
    expect(await countRows(ground.payload, 'exchange_files')).toBe(1)
    // What nobody asked for is taken when 1C has fallen silent; what was asked for is not taken again.
    await fallSilent(ground.payload)
    expect(await query(ground.payload, sql`select name, status::text from exchange_files order by created_at`)).toEqual(
      [
        { name: 'import.xml', status: 'done' },
        { name: 'offers.xml', status: 'done' },
      ],
    )
    expect(await countRows(ground.payload, 'skus', `sync_hash <> 'sole'`)).toBeGreaterThanOrEqual(5)
    // Sent anew, it is imported anew.
    await raw.file('v8.zip', new Uint8Array(buildZip([{ name: 'import.xml', content: `${goods}\n` }])))
    expect(await raw.import('import.xml')).toBe('success')
    expect(await countRows(ground.payload, 'exchange_files')).toBe(3)
  })

  it('other methods change nothing and are answered in the same form', async () => {
    const raw = await rawDialogue(ground.url)
    await raw.init()
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const { status, text, headers } = await rawCall(
        ground.url,
        { mode: 'file', filename: 'import.xml' },
        { method, body: goods, headers: { cookie: raw.cookie } },
      )
      expect([status, text, headers.get('allow')]).toEqual([
        405,
        'failure\nТак к обмену не обращаются: только GET и POST',
        'GET, POST',
      ])
    }
    expect(
      (await rawCall(ground.url, { mode: 'init' }, { method: 'HEAD', headers: { cookie: raw.cookie } })).status,
    ).toBe(404)
    expect(await raw.import('import.xml')).toMatch(/^failure\n/)
  })

  it('two clients at once on one node do not mix', async () => {
    const [one, two] = await Promise.all([rawDialogue(ground.url), rawDialogue(ground.url)])
    const halves = [goods.slice(0, 2_000), goods.slice(2_000)]
    await Promise.all([one.init(), two.init()])
    for (const half of halves) await Promise.all([one.file('import.xml', half), two.file('import.xml', half)])
    expect(await Promise.all([one.import('import.xml'), two.import('import.xml')])).toEqual(['success', 'success'])
    await Promise.all([one.file('offers.xml', offers), two.file('offers.xml', offers)])
    expect(await Promise.all([one.import('offers.xml'), two.import('offers.xml')])).toEqual(['success', 'success'])
    expect([
      await countRows(ground.payload, 'exchange_runs'),
      await countRows(ground.payload, 'products'),
      await countRows(ground.payload, 'exchange_files', `status = 'done'`),
    ]).toEqual([2, 5, 4])
    expect(await countRows(ground.payload, 'prices')).toBe(
      catalogue.products.reduce((sum, product) => sum + product.offers.length * 2, 0),
    )
  })
})
