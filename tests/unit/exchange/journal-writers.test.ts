import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'
import { sourceFiles } from '../../support/sourceFiles'

const JOURNAL = 'src/mechanisms/exchange/journal/'
/** Migrations make the tables; the demo company fills those of a whole portal with days gone by. */
const LEFT_OUT = /^src\/(?:migrations|demo)\//
const SOURCES = /^(?:app|collections|endpoints|globals|hooks|src)\/.*\.tsx?$/

const TABLES = 'exchange_(?:runs|issues|files|waiting)'
const WRITES = new RegExp(
  `\\b(?:insert\\s+into|update(?:\\s+only)?|delete\\s+from(?:\\s+only)?|merge\\s+into|truncate(?:\\s+table)?|copy)\\s+"?${TABLES}\\b` +
    `|\\binsertRows?\\([^)]*['"]${TABLES}['"]`,
  'i',
)

const writers = (files: readonly { file: string; source: string }[]): string[] =>
  files.flatMap(({ file, source }) => (WRITES.test(source) ? [file] : []))

describe('the journal of the exchange', () => {
  it('is written by its own module alone, whatever road a record comes or goes by', () => {
    const files = sourceFiles()
      .filter((file) => SOURCES.test(file) && !LEFT_OUT.test(file))
      .map((file) => ({ file, source: readFileSync(`${root}/${file}`, 'utf8') }))
    const inside = writers(files.filter(({ file }) => file.startsWith(JOURNAL)))
    expect(inside.map((file) => file.slice(JOURNAL.length)).sort()).toEqual([
      'closing.ts',
      'files.ts',
      'issues.ts',
      'runs.ts',
      'waits.ts',
    ])
    expect(writers(files.filter(({ file }) => !file.startsWith(JOURNAL)))).toEqual([])
  })

  it('is known by any statement that writes, and not by one that reads', () => {
    const wrote = [
      'sql`insert into exchange_issues (run_id)',
      'sql`UPDATE "exchange_runs" r set',
      'with gone as (delete\n  from exchange_issues i using told',
      "insertRow(payload, 'exchange_runs', {",
    ]
    const reads = ['select 1 from exchange_issues', 'update exchange_nodes set', 'from exchange_runs r for update of r']
    expect(wrote.map((source) => WRITES.test(source))).toEqual([true, true, true, true])
    expect(reads.map((source) => WRITES.test(source))).toEqual([false, false, false])
  })
})
