import { beforeAll, describe, expect, it } from 'vitest'
import { loadModule } from 'libpg-query'
import { judge } from '../../../scripts/sql/names'
import { read } from '../../../scripts/sql/read'
import { piecesOf, tablesOf } from '../../../scripts/sql/statements'

const tables = tablesOf(`export type Tables = {
  orders: { id: string; number: string; company_id: string; total: string | null }
  companies: { id: string; name: string }
}`)

/** What is wrong with SQL whose places to fill are written `…`. */
function wrongOf(text: string): string[] | 'unread' {
  const found = read(text.split('…'))
  return found
    ? judge(found.tree, tables, { made: new Set(['told']), named: new Set(['debt']), framed: found.framed }).wrong
    : 'unread'
}

beforeAll(loadModule)

describe('names in SQL', () => {
  it.each([
    ['select number from orders where id = …'],
    [
      'select o.number, c.name from orders o join companies c on c.id = o.company_id where o.total > … order by o.number',
    ],
    [
      'select c.name, (select count(*) from orders o where o.company_id = c.id) as orders from companies c order by orders',
    ],
    [
      'with late as (select company_id, sum(total) as sum from orders group by company_id) select l.sum, c.name from late l join companies c on c.id = l.company_id',
    ],
    [
      'insert into orders (number, company_id) values (…, …) on conflict (number) do update set total = excluded.total where orders.total is null returning id',
    ],
    ['update orders o set total = … from companies c where c.id = o.company_id returning o.id'],
    ['delete from orders using companies c where c.id = company_id'],
    ['insert into … (…) values … returning id'],
    ['select * from … t where t.anything = 1'],
    ['select told.kind from told'],
    ['o.number = …'],
    ['left join companies c on c.id = o.company_id'],
    ['o.number desc, x.debt'],
    ['total = coalesce(…, total)'],
    ['select ctid, xmin from orders'],
    ['select x.value from orders o, unnest(…::text[]) as x(value)'],
  ])('are those of the database: %s', (text) => expect(wrongOf(text)).toEqual([]))

  it.each([
    ['select numbr from orders', 'there is no column numbr'],
    ['select o.numbr from orders o', 'o has no column numbr'],
    ['select 1 from order_s', 'there is no table order_s'],
    ['select (select 1 from companies c where c.id = o.firm) from orders o', 'o has no column firm'],
    ['select c.name from orders o join companies c on c.id = o.company', 'o has no column company'],
    [
      'select c.name from companies c, lateral (select o.sum from orders o where o.company_id = c.id) x',
      'o has no column sum',
    ],
    ['with late as (select firm from orders) select 1 from late', 'there is no column firm'],
    ['insert into orders (numbr) values (…)', 'orders has no column numbr'],
    ['insert into orders (number) values (…) on conflict (numbr) do nothing', 'orders has no column numbr'],
    ['insert into orders (number) values (…) on conflict (number) do update set sum = 1', 'orders has no column sum'],
    [
      'insert into orders (number) values (…) on conflict (number) do update set total = excluded.sum',
      'excluded has no column sum',
    ],
    ['update orders set sum = …', 'orders has no column sum'],
    ['update orders set total = sum where id = …', 'there is no column sum'],
    ['delete from orders where firm = …', 'there is no column firm'],
    ['o.numbr = …', 'no table has a column numbr (o.numbr)'],
    ['select number from orders union select title from companies', 'there is no column title'],
  ])('are not: %s', (text, wrong) => expect(wrongOf(text)).toEqual([wrong]))

  it('what no filling makes readable is said to be so', () => {
    expect(wrongOf('selct 1 frm')).toBe('unread')
  })

  it('are looked for in templates, those within others, and in plain statements, with their lines', () => {
    const hole = (name: string): string => `\${${name}}`
    const source = [
      `const a = sql\`select ${hole('sql`o.id`')} from orders o\``,
      "client.query('select 1')",
      `client.query(\`update ${hole('table')} set x = 1\`)`,
      `say('Select all', \`hello ${hole('name')}\`)`,
    ]
    const found = piecesOf('a.ts', source.join('\n'))
    expect(found).toEqual([
      { file: 'a.ts', line: 1, parts: ['select ', ' from orders o'] },
      { file: 'a.ts', line: 1, parts: ['o.id'] },
      { file: 'a.ts', line: 2, parts: ['select 1'] },
      { file: 'a.ts', line: 3, parts: ['update ', ' set x = 1'] },
    ])
  })
})
