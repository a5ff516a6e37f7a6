import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { importBench } from '../tests/load/import.bench'
import { importTable } from '../tests/load/import.table'
import { withPart } from '../tests/load/report'
import { build, isBuilt } from './build.mjs'
import { root } from './lib/paths.mjs'

/**
 * `npm run bench [-- import | pages | growth | json | visits | firstVisit]`: measures, prints, and writes its part of docs/benchmarks.md; the other parts stay.
 * BENCH_COUNT, BENCH_PART and BENCH_MINUTES make it smaller for a try, which is not written down.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const FILE = path.join(root, 'docs/benchmarks.md')

const parts: Record<string, () => Promise<string>> = {
  import: async () => importTable(await importBench(say)),
  pages: async () => {
    if (!isBuilt()) await build()
    const { pagesBench } = await import('../tests/load/pages.bench')
    const { pagesTable } = await import('../tests/load/pages.table')
    return pagesTable(await pagesBench(say))
  },
  growth: async () => {
    if (!isBuilt()) await build()
    const { growthBench } = await import('../tests/load/pages.bench')
    const { growthTable } = await import('../tests/load/pages.table')
    return growthTable(await growthBench(say))
  },
  visits: async () => {
    if (!isBuilt()) await build()
    const { visitsBench, visitsTable } = await import('../tests/load/visits.bench')
    return visitsTable(await visitsBench(say))
  },
  firstVisit: async () => {
    if (!isBuilt()) await build()
    const { firstVisitBench, firstVisitTable } = await import('../tests/load/firstVisit.bench')
    return firstVisitTable(await firstVisitBench(say))
  },
  json: async () => {
    if (!isBuilt()) await build()
    const { jsonBench } = await import('../tests/load/json.bench')
    const { jsonTable } = await import('../tests/load/json.table')
    return jsonTable(await jsonBench(say))
  },
}

const asked = process.argv.slice(2)
const names = asked.length > 0 ? asked : Object.keys(parts)
const unknown = names.find((name) => !parts[name])
if (unknown) {
  say(`There is no bench «${unknown}»: ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}
for (const name of names) {
  const table = (await parts[name]?.()) ?? ''
  say(table)
  if (process.env.BENCH_COUNT || process.env.BENCH_PART || process.env.BENCH_MINUTES) continue
  const measured = `Measured on ${new Date().toISOString().slice(0, 10)}: ${os.cpus().length} cores, Node ${process.version}, PostgreSQL of the tests (no fsync on either side).`
  mkdirSync(path.dirname(FILE), { recursive: true })
  writeFileSync(FILE, withPart(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '', name, `${measured}\n\n${table}`))
}
process.exit(0)
