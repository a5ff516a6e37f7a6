import { readFileSync } from 'node:fs'
import { loadModule } from 'libpg-query'
import { beforeAll, describe, expect, it } from 'vitest'
import { judge } from '../../../scripts/sql/names'
import { read } from '../../../scripts/sql/read'
import { judgeRow, rowOfStatement, rowOfType } from '../../../scripts/sql/rows'
import { piecesOf, tablesOf, typesOf } from '../../../scripts/sql/statements'
import { root } from '../../../scripts/lib/paths.mjs'

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

/** What a source says of the rows of its one `query`, held against the statement. */
function heldOf(...lines: string[]) {
  const source = lines.join('\n')
  const said = piecesOf('a.ts', source).find(({ row }) => row)?.row
  const given = said && rowOfStatement(read(said.parts)?.tree ?? {}, tables)
  const row = said && rowOfType(said.type, typesOf(source))
  return row && given ? judgeRow(row, given) : 'unheld'
}
const asked = (row: string, statement: string): string => `query<${row}>(req, sql\`${statement}\`)`

describe('the type of a row that is written by hand', () => {
  it.each([
    [
      '{ number: string; name: string }',
      'select o.number, c.name from orders o join companies c on c.id = o.company_id',
    ],
    ['{ total: number | null }', 'select total::float8 as total from orders'],
    ['{ total: number }', 'select coalesce(sum(total), 0)::float8 as total from orders'],
    ['{ late: boolean }', 'select total is null as late from orders'],
    ['{ name: string | null }', 'select c.name from orders o left join companies c on c.id = o.company_id'],
    ['{ id: string; more?: string }', 'insert into orders (number) values (1) returning id::text'],
    ["Pick<{ id: string; gone: number }, 'id'>", 'update orders o set total = 1 from companies c returning c.id'],
    ["{ number: 'a' | 'b' }", 'select number from orders union select name from companies'],
    ['{ ids: string[] }', 'select array_agg(id)::text[] as ids from orders'],
  ])('holds: %s of %s', (row, statement) =>
    expect(heldOf(asked(row, statement))).toMatchObject({ wrong: [], untold: 0, narrowed: 0 }),
  )

  it.each([
    ['{ number: number }', 'select number from orders', 'number is string, not number'],
    ['{ total: number }', 'select o.total as total from orders o', 'total is string, not number'],
    ['{ numbr: string }', 'select number from orders', 'numbr is not among what the statement selects'],
    ['{ id: string; name: string }', 'select id from orders', 'name is not among what the statement selects'],
    ['{ late: string }', 'select exists (select 1 from orders) as late', 'late is boolean, not string'],
    ['{ ids: string }', 'select array_agg(id)::text[] as ids from orders', 'ids is list, not string'],
    ['{ id: number }', 'delete from orders returning id', 'id is string, not number'],
  ])('does not: %s of %s', (row, statement, wrong) => {
    const held = heldOf(asked(row, statement))
    expect(held === 'unheld' ? held : held.wrong).toEqual([wrong])
  })

  it.each([
    ['{ total: string }', 'select total from orders'],
    ['{ name: string }', 'select c.name from orders o left join companies c on c.id = o.company_id'],
    ['{ name: string }', 'select c.name from companies c right join orders o on c.id = o.company_id'],
  ])('is counted where it says that a value is never missing: %s of %s', (row, statement) =>
    expect(heldOf(asked(row, statement))).toMatchObject({ wrong: [], narrowed: 1 }),
  )

  it('is found under its name, and the columns under theirs', () => {
    const columns = ['type Row = { id: string; total: number }', 'const columns = sql`o.id, o.total`']
    const called = ['type Row = { id: string; total: number }', 'const columns = (a: string) => sql`o.id, o.total`']
    for (const [lines, hole] of [
      [columns, 'columns'],
      [called, "columns('a')"],
    ] as const)
      expect(heldOf(...lines, asked('Row', `select \${${hole}} from orders o where o.id = \${id}`))).toMatchObject({
        wrong: ['total is string, not number'],
        known: 1,
      })
  })

  it('is left alone, and counted, where the statement cannot be read so far', () => {
    expect(heldOf(asked('{ id: string }', `select \${columns} from orders`))).toMatchObject({ wrong: [], untold: 1 })
    expect(heldOf(asked('{ sum: string }', 'select sum(total) from orders'))).toMatchObject({ wrong: [], untold: 1 })
    expect(heldOf(asked('Record<string, unknown>', 'select * from orders'))).toBe('unheld')
  })
})

describe('a column that is renamed', () => {
  it('fails wherever SQL of the portal names it, columns chosen by a helper as well', () => {
    const written = readFileSync(`${root}/src/mechanisms/database/tables.ts`, 'utf8')
    const renamed = tablesOf(written.replace(/(\n {2}branches: \{\n {4}id: string\n {4})name:/, '$1title:'))
    const wrongIn = (file: string, known: ReturnType<typeof tablesOf>): string[] =>
      piecesOf(file, readFileSync(`${root}/${file}`, 'utf8')).flatMap(({ parts }) => {
        const found = read(parts)
        return found ? judge(found.tree, known, { made: new Set(), named: new Set(), framed: found.framed }).wrong : []
      })
    for (const [file, wrong] of [
      ['collections/sales/orders/order.actions.ts', 'there is no column name'],
      ['collections/sales/orders/order.page.queries.ts', 'b has no column name'],
    ] as const) {
      expect(wrongIn(file, tablesOf(written))).toEqual([])
      expect(wrongIn(file, renamed)).toContain(wrong)
    }
  })
})
