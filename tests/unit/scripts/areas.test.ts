import { beforeAll, describe, expect, it } from 'vitest'
import { loadModule } from 'libpg-query'
import { againstLedger, asLedger, crossingsOf, type Area, type Crossing } from '../../../scripts/sql/areas'
import { judge } from '../../../scripts/sql/names'
import { read } from '../../../scripts/sql/read'
import { piecesOf } from '../../../scripts/sql/statements'

const area = (slug: string, tables: string[], more: Partial<Area> = {}): Area => ({
  slug,
  tables,
  ofMechanisms: [],
  below: [],
  ...more,
})
const areas = [
  area('sales', ['orders', 'order_lines'], { below: ['goods'] }),
  area('goods', ['skus'], { below: ['pictures'] }),
  area('pictures', ['media']),
  area('people', ['users', 'events'], { ofMechanisms: ['events'] }),
]
const TABLES = [
  ...['orders', 'orders_files', 'order_lines', 'skus', 'media', 'users', 'events', 'events_rels'],
  ...['throttles', 'portal_settings', 'portal_settings_rels'],
]
const tables = new Map(TABLES.map((table) => [table, new Set(['id', 'number'])]))

/** Crossings of a source planted at a place, as `npm run check` finds them. */
function planted(file: string, ...lines: string[]): string[] {
  const uses: Crossing[] = piecesOf(file, lines.join('\n')).flatMap(({ parts }) => {
    const found = read(parts)
    if (!found) throw new Error(`Unread: ${parts.join('…')}`)
    const { framed, tree } = found
    return judge(tree, tables, { made: new Set(), named: new Set(), framed }).uses.map((use) => ({ file, ...use }))
  })
  const crossings = crossingsOf(uses, areas, ['portal_settings'])
  return againstLedger(crossings, {}).fresh.map((one) => one.replace(`${file}: `, ''))
}

beforeAll(loadModule)

describe('an area', () => {
  const room = 'collections/sales/orders/order.queries.ts'

  it.each([
    ['its own', 'select number from orders o join order_lines l on l.id = o.id'],
    ['a sub-table of its own', 'insert into orders_files (id) values (1)'],
    ['those of an area below it', 'select 1 from orders o join skus s on s.id = o.id'],
    ['those of an area below that', 'update orders set number = m.number from media m where m.id = orders.id'],
  ])('names %s', (_whose, text) => expect(planted(room, `sql\`${text}\``)).toEqual([]))

  it.each([
    ['select 1 from orders o left join users u on u.id = o.id', 'read users'],
    ['select (select number from users u where u.id = o.id) from orders o', 'read users'],
    ['with mine as (select 1 from users) select 1 from mine', 'read users'],
    ['left join users u on u.id = o.id', 'read users'],
    ['update skus set number = 1', 'write skus'],
    ['delete from skus using orders where orders.id = skus.id', 'write skus'],
    ['insert into media (id) select id from orders', 'write media'],
    ['with gone as (delete from skus returning id) select 1 from gone', 'write skus'],
    ['select 1 from throttles', 'read throttles'],
    ['select 1 from events', 'read events'],
    ['select 1 from portal_settings', 'read portal_settings'],
  ])('is refused: %s', (text, crossing) => expect(planted(room, `sql\`${text}\``)).toEqual([crossing]))

  it('is not seen from below', () => {
    expect(planted('collections/goods/skus/sku.queries.ts', 'sql`select 1 from orders`')).toEqual(['read orders'])
  })

  it('may not put rows by a helper where it may not by a statement', () => {
    expect(planted(room, "await insertRows(req, 'skus', rows)", "await insertRow(req, 'orders', row)")).toEqual([
      'write skus',
    ])
  })

  it('is told once of what a file names often, and of templates within others', () => {
    const inner = `\${${'sql`exists (select 1 from users)`'}}`
    expect(planted(room, `sql\`select 1 from orders where ${inner}\``, 'sql`select 1 from users`')).toEqual([
      'read users',
    ])
  })
})

describe('a mechanism', () => {
  it.each([
    'src/mechanisms/workflow/transition.ts',
    'src/lib/a.ts',
    'src/integrations/mail/a.ts',
    'hooks/a.ts',
    'globals/a.ts',
  ])('names no table of an area, but rows that an area keeps for mechanisms, and settings: %s', (file) => {
    expect(planted(file, 'sql`select 1 from users`')).toEqual(['read users'])
    expect(planted(file, 'sql`insert into throttles (id) select id from events_rels`')).toEqual([])
    expect(planted(file, 'sql`select 1 from portal_settings`', 'sql`select 1 from portal_settings_rels`')).toEqual([])
  })
})

it('what stands above areas may name all of them', () => {
  expect(planted('src/admin/people/a.ts', 'sql`select 1 from users, orders`')).toEqual([])
  expect(planted('app/page.tsx', 'sql`select 1 from users, orders`')).toEqual([])
})

describe('areas', () => {
  it('that stand in a circle are refused', () => {
    const circle = [
      area('one', [], { below: ['two'] }),
      area('two', [], { below: ['three'] }),
      area('three', [], { below: ['one'] }),
    ]
    expect(() => crossingsOf([], circle, [])).toThrow('one -> two -> three -> one')
  })

  it('that speak of one that is not there are refused', () => {
    expect(() => crossingsOf([], [area('one', [], { below: ['two'] })], [])).toThrow('There is no area two')
  })
})

describe('the ledger', () => {
  const found: Crossing[] = [
    { file: 'b.ts', table: 'users', kind: 'write' },
    { file: 'b.ts', table: 'users', kind: 'read' },
    { file: 'b.ts', table: 'users', kind: 'read' },
    { file: 'a.ts', table: 'skus', kind: 'read' },
  ]

  it('holds what is there, no more and no less', () => {
    const all = { 'a.ts': ['read skus'], 'b.ts': ['read users', 'write users'] }
    expect(againstLedger(found, all)).toEqual({ fresh: [], gone: [] })
    expect(againstLedger(found, { 'b.ts': ['read users', 'write users'] })).toEqual({
      fresh: ['a.ts: read skus'],
      gone: [],
    })
    expect(againstLedger(found.slice(1), all)).toEqual({ fresh: [], gone: ['b.ts: write users'] })
    expect(againstLedger(found, { ...all, 'c.ts': ['read skus'] })).toEqual({ fresh: [], gone: ['c.ts: read skus'] })
  })

  it('is written as it is read', () => {
    expect(asLedger(found)).toBe("  'a.ts': ['read skus'],\n  'b.ts': ['read users', 'write users'],")
  })
})
