import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { importBench } from '../tests/load/import.bench'
import { importTable } from '../tests/load/import.table'
import { root } from './lib/paths.mjs'

/** `npm run bench`: measures, prints, and writes docs/benchmarks.md. */
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const figures = await importBench(say)
const table = importTable(figures)
say(table)
if (!process.env.BENCH_COUNT) {
  const machine = `Measured on ${new Date().toISOString().slice(0, 10)}: ${os.cpus().length} cores, Node ${process.version}, PostgreSQL of the tests (no fsync on either side).`
  mkdirSync(path.join(root, 'docs'), { recursive: true })
  writeFileSync(path.join(root, 'docs/benchmarks.md'), `# Benchmarks\n\n${machine} Times are of one run; what counts are the ratios. \`npm run bench\` makes this page.\n\n${table}`)
}
process.exit(0)
