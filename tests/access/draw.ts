import type { FlattenedField } from 'payload'
import { companies, type Who } from './people'
import type { World } from './world'

/** A call that nobody means: by whom, where to and with what. */
export type Drawn = {
  who: Who
  method: string
  path: string
  headers: Record<string, string>
  body?: string | FormData
}

export type Dice = {
  whole: (below: number) => number
  one: <T>(of: readonly T[]) => T
  chance: (share: number) => boolean
}

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number): number => Math.floor(next() * below)
  return { whole, one: (of) => of[whole(of.length)] as (typeof of)[number], chance: (share) => next() < share } // `of` is never empty
}

/** Lets a call in as the exchange node of the world. */
export const NODE_TOKEN = 'token-of-the-node-that-is-drawn'
/** What the exchange takes and gives, by name. */
const ENTITIES = [
  'products',
  'skus',
  'prices',
  'stocks',
  'companies',
  'contacts',
  'contractors',
  'contracts',
  'orders',
  'documents',
  'debts',
  'credit-limits',
  'balances',
  'statement-lines',
  'schedules',
  'document-files',
  'groups',
  'brands',
  'warehouses',
  'price-types',
  'branches',
  'units',
  'portal-roles',
  'nothing',
]

const NOBODY = '00000000-0000-4000-8000-000000000000'
const TEXTS = [
  '',
  ' ',
  'x',
  '0',
  '-1',
  '1.5',
  '1e999',
  'NaN',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '[object Object]',
  "'",
  '"',
  '%',
  '%zz',
  '\\',
  '../..',
  'a\0b',
  '\ud800',
  '\u202eabc',
  '😀'.repeat(40),
  'я'.repeat(3_000),
  '2026-13-45',
  '0001-01-01',
  '+275760-09-13',
  '9'.repeat(40),
  NOBODY,
  NOBODY.slice(0, -1),
  `${NOBODY},${NOBODY}`,
  'a.name,b.c.name',
  '-id',
  'id.id',
  'constructor',
  '__proto__',
  'company.name',
  '$1',
  '<svg onload=1>',
  'and',
  'ООО «Ромашка»',
]
const ITEM = [
  'name',
  'number',
  'date',
  'company',
  'product',
  'sku',
  'price',
  'total',
  'currency',
  'lines',
  'qty',
  'status',
  'kind',
  'active',
  'inn',
  'email',
  'phone',
  'group',
  'contract',
  'items',
  'until',
  'seq',
  'file',
  'title',
]
const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'less_than_equal',
  'near',
  'within',
  'intersects',
  'nothing',
  '__proto__',
]
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'multipart/mixed; boundary="',
  'text/plain',
  'application/xml',
  'nonsense',
  '',
]
const PARAMETERS = [
  'sort',
  'where',
  'limit',
  'page',
  'depth',
  'select',
  'populate',
  'joins',
  'draft',
  'locale',
  'fallback-locale',
  'fallbackLocale',
  'pagination',
  'trash',
  'data',
  'uploadEdits',
  'q',
  'prefix',
  'duplicateFromID',
  'publishSpecificLocale',
  'mode',
  'type',
  'filename',
  'sessid',
  'after',
]

/** A call of one of the addresses, bent in some of its places. */
export function draw(d: Dice, world: World, addresses: readonly string[], people: readonly Who[]): Drawn {
  const [method = 'get', template = ''] = d.one(addresses).split(' ')
  const slug = template.split('/')[2] ?? ''
  const fields = world.payload.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
  const path = template
    .replace(':entity', () => d.one(ENTITIES))
    .replace(/:\w+\??/g, () => encodeURIComponent(wellFormed(idOf(d, world, slug))))
  const query = d.chance(0.6)
    ? `?${Array.from({ length: 1 + d.whole(3) }, () => parameter(d, world, fields)).join('&')}`
    : ''
  const headers: Record<string, string> = d.chance(0.3)
    ? {
        [d.one([
          'accept-language',
          'range',
          'if-range',
          'authorization',
          'idempotency-key',
          'x-http-method-override',
          'x-payload-http-method-override',
          'x-request-id',
          'referer',
        ])]: latin(d.chance(0.3) ? 'GET' : text(d)),
      }
    : {}
  if (template.startsWith('/api/1c/') && d.chance(0.8)) headers.authorization = `Bearer ${NODE_TOKEN}`
  const upper = method.toUpperCase()
  const call: Drawn = { who: d.one(people), method: upper, path: `${path}${query}`, headers }
  if (upper === 'POST' && d.chance(0.1)) {
    // A question that is sent as a body.
    const asked = { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' }
    return {
      ...call,
      headers: { ...headers, ...asked },
      body: Array.from({ length: d.whole(4) }, () => parameter(d, world, fields)).join('&'),
    }
  }
  return upper === 'GET' || upper === 'DELETE' ? call : { ...call, ...body(d, world, fields, headers) }
}

const text = (d: Dice): string => d.one(TEXTS)
/** Headers hold bytes. */
const latin = (value: string): string => value.replace(/[^\x20-\x7e]/g, '?').trim()
/** An address cannot hold half a character; a body can. */
const wellFormed = (value: string): string => value.replace(/\p{Cs}/gu, '?')

function idOf(d: Dice, world: World, slug: string): string {
  const rows = world.rows.get(slug) ?? [...world.rows.values()].flat()
  return d.chance(0.6) && rows.length > 0
    ? d.chance(0.2)
      ? (d.one(rows).filename ?? d.one(rows).id)
      : d.one(rows).id
    : text(d)
}

function parameter(d: Dice, world: World, fields: readonly FlattenedField[]): string {
  const encode = (value: string): string =>
    d.chance(0.05) ? wellFormed(value).replace(/[&#\0]/g, '') : encodeURIComponent(wellFormed(value))
  const name = d.chance(0.4) ? 'where' : d.one(PARAMETERS)
  const field = (): string => (d.chance(0.7) && fields.length > 0 ? d.one(fields).name : wellFormed(text(d)))
  const path = d.chance(0.3) ? `${field()}.${field()}` : field()
  if (name === 'where' && d.chance(0.8)) {
    const around = d.chance(0.3) ? d.one(['[and][0]', '[or][0][and][1]', '[and]', '[or][9999]']) : ''
    return `where${around}[${encode(path)}][${d.one(OPERATORS)}]${d.chance(0.15) ? '[]' : ''}${d.chance(0.05) ? '[x][y]' : ''}=${encode(d.chance(0.3) ? world.companies[d.one(companies)] : text(d))}`
  }
  if (name === 'sort') return `sort${d.chance(0.1) ? '[a]' : ''}=${encode(`${d.one(['', '-', '--'])}${path}`)}`
  return `${name}${d.chance(0.2) ? `[${encode(path)}]` : ''}=${encode(d.chance(0.2) ? JSON.stringify(value(d, world, 2)) : text(d))}`
}

function value(d: Dice, world: World, depth: number): unknown {
  if (depth > 0 && d.chance(0.25)) return Array.from({ length: d.whole(4) }, () => value(d, world, depth - 1))
  if (depth > 0 && d.chance(0.25))
    return Object.fromEntries(
      Array.from({ length: d.whole(4) }, () => [
        d.one(['id', 'relationTo', 'value', 'x', '', 'constructor', 'blockType']),
        value(d, world, depth - 1),
      ]),
    )
  return d.one<unknown>([
    text(d),
    text(d),
    text(d),
    null,
    true,
    false,
    0,
    -1,
    0.1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    2 ** 31,
    d.one([...world.rows.values()].flat()).id,
  ])
}

function body(
  d: Dice,
  world: World,
  fields: readonly FlattenedField[],
  headers: Record<string, string>,
): Pick<Drawn, 'body' | 'headers'> {
  const typed = (type: string, sent: string): Pick<Drawn, 'body' | 'headers'> => ({
    headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
    body: sent,
  })
  const names = [
    ...fields.map(({ name }) => name),
    'id',
    'email',
    'password',
    'token',
    'user',
    'value',
    'key',
    'createdAt',
    'entity',
    'order',
    'items',
    'lines',
    'filename',
    'url',
    'sizes',
  ]
  const row = Object.fromEntries(
    Array.from({ length: d.whole(6) }, () => [d.chance(0.9) ? d.one(names) : text(d), value(d, world, 3)]),
  )
  switch (d.whole(11)) {
    case 4:
      return d.chance(0.5) ? { headers } : typed('application/json', '')
    case 0:
      return typed(
        d.one(TYPES),
        d.one([
          '{',
          '"x"',
          'null',
          '[',
          '[[]]',
          '{"a":1e999}',
          '{"a":"\\u0000"}',
          '--x\r\n',
          '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
          '\0',
          '%',
          'a=%ff&b',
        ]),
      )
    case 5:
      return typed(
        'application/json',
        JSON.stringify(
          Array.from({ length: d.whole(4) }, () => ({
            externalId: text(d),
            id: text(d),
            ...Object.fromEntries(Array.from({ length: d.whole(8) }, () => [d.one(ITEM), value(d, world, 3)])),
          })),
        ),
      )
    case 1:
      return typed('application/json', `${'{"and":['.repeat(3_000)}${']}'.repeat(3_000)}`)
    case 2:
      return typed(d.one(TYPES), JSON.stringify(row))
    case 3: {
      const form = new FormData()
      form.set('_payload', d.chance(0.8) ? JSON.stringify(row) : text(d))
      if (d.chance(0.7))
        form.set(
          'file',
          d.chance(0.2)
            ? text(d)
            : new File([d.one(['%PDF-1.4', 'GIF89a', '', '\0\0', '<svg/>'])], text(d) || 'a.pdf', {
                type: d.one(['application/pdf', 'image/gif', '', 'x/y']),
              }),
        )
      if (d.chance(0.2)) form.append('file', new File(['%PDF'], 'b.pdf'))
      return { headers, body: form }
    }
    default:
      return typed('application/json', JSON.stringify(row))
  }
}
