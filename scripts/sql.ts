import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { loadModule } from 'libpg-query'
import { root } from './lib/paths.mjs'
import { againstLedger, asLedger, crossingsOf, type Crossing } from './sql/areas'
import { CROSSINGS } from './sql/crossings'
import { readAreas } from './sql/modules'
import { judge } from './sql/names'
import { read } from './sql/read'
import { judgeRow, rowOfStatement, rowOfType, type Types } from './sql/rows'
import { piecesOf, tablesOf, typesOf } from './sql/statements'

/**
 * Every piece of SQL in the sources is read by PostgreSQL's own grammar, and the tables and columns it names are held
 * against `src/mechanisms/database/tables.ts`: a renamed field fails here, in seconds. What is put together from parts
 * and cannot be read by itself is counted; the count may only shrink. Tables that the SQL of an area or of a mechanism
 * names across its border stand in `sql/crossings.ts`: none may come, and one that is gone leaves the list.
 */

const SOURCES = ['app', 'collections', 'endpoints', 'globals', 'hooks', 'src']
const LEFT_OUT = /^src\/migrations\/|\.test\.tsx?$/
/** Pieces that no filling makes readable, and names whose alias stands outside of their piece, as they are today: whoever makes them fewer lowers the number, nobody raises it. */
const UNREAD = 3
const LOOSE = 532
/** What types of rows that are written by hand say and nothing holds them to: whole rows, values of expressions, values that their columns may be without. They shrink as LOOSE does. */
const UNHELD = 14
const UNTOLD = 299
const NARROWED = 83

/** What joins others, and names nothing. */
const NAMELESS = /^(?:\W|\b(?:union|all|and|or|any|uuid|text|true|false)\b)*$/i

const filesOf = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !LEFT_OUT.test(file))

await loadModule()
const tables = tablesOf(readFileSync(path.join(root, 'src/mechanisms/database/tables.ts'), 'utf8'))
const sources = SOURCES.flatMap(filesOf).map((file) => ({ file, source: readFileSync(path.join(root, file), 'utf8') }))
const sourceOf = new Map(sources.map(({ file, source }) => [file, source]))
const pieces = sources.flatMap(({ file, source }) => piecesOf(file, source))
/** Tables of the queue and of the migrations, which are not the portal's own; and what statements make for themselves, for one or with others. */
const OTHERS = ['job', 'payload_migrations']
const MADE = [
  /create (?:temp|temporary|unlogged) table (?:if not exists )?"?(\w+)/gi,
  /\b(\w+)(?: \([\w, ]+\))? as (?:materialized |not materialized )?\(/gi,
]
const made = new Set([
  ...OTHERS,
  ...sources.flatMap(({ source }) =>
    MADE.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name = '']) => name)),
  ),
])
const named = new Set(
  pieces.flatMap(({ parts }) =>
    parts.flatMap((part) => [...part.matchAll(/\bas "?(\w+)"?/gi)].map(([, name = '']) => name)),
  ),
)

const wrong: string[] = []
const unread: string[] = []
const uses: Crossing[] = []
const unheld: string[] = []
let [loose, untold, narrowed] = [0, 0, 0]
/** Types that a file has of its own or takes from another. */
const typesIn = (file: string): Types => {
  const source = sourceOf.get(file) ?? ''
  const types = new Map(typesOf(source))
  for (const [, names = '', from = ''] of source.matchAll(/import (?:type )?\{([^}]*)\} from '([^']+)'/g)) {
    const place = path.posix.normalize(from.startsWith('@/') ? from.slice(2) : `${path.posix.dirname(file)}/${from}`)
    const theirs = typesOf(sourceOf.get(`${place}.ts`) ?? sourceOf.get(`${place}.tsx`) ?? '')
    for (const name of names.split(',').map((one) => one.replace('type ', '').trim())) {
      const found = theirs.get(name)
      if (found) types.set(name, found)
    }
  }
  return types
}
for (const { file, line, parts, row: said } of pieces) {
  if (NAMELESS.test(parts.join(' '))) continue
  const found = read(parts)
  if (!found) {
    unread.push(`${file}:${line} ${parts.join('…').replace(/\s+/g, ' ').slice(0, 100)}`)
    continue
  }
  const judged = judge(found.tree, tables, { made, named, framed: found.framed })
  loose += judged.loose
  uses.push(...judged.uses.map((use) => ({ file, ...use })))
  for (const what of new Set(judged.wrong)) wrong.push(`${file}:${line} ${what}`)
  // Rows of a table by its own type are held by tsc.
  if (!said || said.type.getText().startsWith('RowOf<')) continue
  const row = rowOfType(said.type, typesIn(file))
  const whole = read(said.parts) ?? found
  const given = whole.framed ? null : rowOfStatement(whole.tree, tables)
  if (!row || !given) {
    unheld.push(`${file}:${line} ${said.type.getText().replace(/\s+/g, ' ')}`)
    continue
  }
  const held = judgeRow(row, given)
  untold += held.untold
  narrowed += held.narrowed
  for (const what of held.wrong) wrong.push(`${file}:${line} ${what}`)
}

const { areas, globals } = await readAreas()
const crossings = crossingsOf(uses, areas, globals)
const { fresh, gone } = againstLedger(crossings, CROSSINGS)

const ledger = [
  { what: 'pieces that cannot be read by themselves', now: unread.length, kept: UNREAD, name: 'UNREAD', where: unread },
  { what: 'names that stand outside of their piece', now: loose, kept: LOOSE, name: 'LOOSE', where: [] },
  {
    what: 'rows that no statement can be held against',
    now: unheld.length,
    kept: UNHELD,
    name: 'UNHELD',
    where: unheld,
  },
  { what: 'values of rows of a kind that cannot be told', now: untold, kept: UNTOLD, name: 'UNTOLD', where: [] },
  {
    what: 'values that may be empty and are said not to be',
    now: narrowed,
    kept: NARROWED,
    name: 'NARROWED',
    where: [],
  },
]
const off = ledger.filter(({ now, kept }) => now !== kept)

console.log(`${pieces.length} pieces of SQL, ${ledger.map(({ what, now }) => `${now} ${what}`).join(', ')}`)
if (process.argv.includes('--unread')) console.log(unread.join('\n'))
if (process.argv.includes('--crossings')) console.log(asLedger(crossings))
if (wrong.length > 0) console.error(wrong.join('\n'))
if (fresh.length > 0) console.error(`Across a border of areas (docs/mechanisms/areas.md):\n${fresh.join('\n')}`)
if (gone.length > 0)
  console.error(`No longer across a border, to be struck out of scripts/sql/crossings.ts:\n${gone.join('\n')}`)
for (const { what, now, kept, name, where } of off) {
  console.error(
    now > kept
      ? `More ${what} than before (${kept}):\n${where.join('\n')}`
      : `Fewer ${what} than before: write ${now} for ${name} in scripts/sql.ts`,
  )
}
process.exit([wrong, fresh, gone, off].some(({ length }) => length > 0) ? 1 : 0)
