import { spawnSync } from 'node:child_process'
import { fingerprint, keepVerdict, unproven } from '../tests/mutants/killed'
import { openLane, type Verdict } from '../tests/mutants/lane'
import type { Mutant } from '../tests/mutants/mutant'
import { mutants } from '../tests/mutants/mutants'
import { root } from './lib/paths.mjs'

/**
 * `npm run mutants [-- WORDS …] [--changed[=BASE]] [--most N] [--lanes N] [--no-record]`: plants each fault of tests/mutants
 * in a copy of the sources, one at a time, and runs its tests, which must fail; without a fault they must pass there.
 * Words choose the mutants whose fault or file contains one of them. `--changed` tries those, the quickest first, whose
 * source or tests are not as they were when the fault was last killed (tests/mutants/killed.json, which every run keeps
 * but one with `--no-record`), or differ from the commit BASE; `--most` tries N of them.
 * Ends with `N killed, N survived` and with 1 when a fault went unnoticed or could not be planted.
 */

type Wish = { words: string[]; changed: boolean; base: string | null; most: number; lanes: number; record: boolean }

function wished(args: readonly string[]): Wish {
  const wish: Wish = { words: [], changed: false, base: null, most: Infinity, lanes: 2, record: true }
  const rest = [...args]
  const next = (): string | undefined => (rest[0] && !rest[0].startsWith('--') ? rest.shift() : undefined)
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg.startsWith('--changed')) Object.assign(wish, { changed: true, base: arg.split('=')[1] ?? null })
    else if (arg === '--most') wish.most = Number(next() ?? Infinity)
    else if (arg === '--lanes') wish.lanes = Math.max(1, Number(next() ?? 1))
    else if (arg === '--no-record') wish.record = false
    else wish.words.push(arg)
  }
  return wish
}

/** The mutants to try, how many more there would have been, and how many need not be. */
function chosen({ words, changed, base, most }: Wish): { tried: Mutant[]; left: number; proven: number } {
  const named = mutants.filter(
    ({ fault, file }) => words.length === 0 || words.some((word) => fault.includes(word) || file.includes(word)),
  )
  const asked = !changed ? [...named] : base ? differing(base, named) : unproven(root, named)
  // Those without a database are over in seconds; otherwise as they are listed.
  const quickest = !changed
    ? asked
    : asked.toSorted((one, other) => Number(needsDatabase(one)) - Number(needsDatabase(other)))
  return { tried: quickest.slice(0, most), left: Math.max(0, asked.length - most), proven: named.length - asked.length }
}

const needsDatabase = ({ tests }: Mutant): boolean => tests.some((test) => !test.startsWith('tests/unit/'))

function differing(base: string, from: readonly Mutant[]): Mutant[] {
  const { status, stdout, stderr } = spawnSync('git', ['diff', '--name-only', base, '--'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`git does not know ${base}: ${stderr.trim()}`)
  const files = new Set(stdout.split('\n'))
  return from.filter(({ file, tests }) => [file, ...tests].some((each) => files.has(each)))
}

/** Tries them in `lanes` at once, in the order of the list. */
async function tryAll(all: readonly Mutant[], { lanes, changed, record }: Wish): Promise<Verdict[]> {
  // Taken before the copy is made: what somebody edits meanwhile was not tried.
  const words = new Map(all.map((mutant) => [mutant, fingerprint(root, mutant)]))
  const queue = [...all]
  const verdicts: Verdict[] = []
  const drain = async (number: number, isFirst: boolean): Promise<void> => {
    const lane = await openLane(number)
    try {
      if (isFirst && !changed) await soundTests(lane, all)
      for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
        const verdict = await lane.plant(mutant)
        verdicts.push(verdict)
        if (record) keepVerdict(root, mutants, mutant, verdict.killed ? (words.get(mutant) ?? null) : null)
        process.stdout.write(
          `${verdict.killed ? '✓' : '✗'} ${mutant.file}: ${mutant.fault}  ${verdict.seconds} s\n    ${verdict.killed ? verdict.by : verdict.why}\n`,
        )
      }
    } finally {
      await lane.close()
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, all.length) }, (_each, at) => drain(at + 1, at === 0)))
  return verdicts
}

/** @throws Error when a test fails without any fault: it would kill whatever is planted */
async function soundTests(lane: Awaited<ReturnType<typeof openLane>>, all: readonly Mutant[]): Promise<void> {
  const failing = await lane.sound([...new Set(all.flatMap(({ tests }) => tests))])
  if (failing.length > 0)
    throw new Error(`These tests fail without a fault, so they prove nothing:\n${failing.join('\n')}`)
}

const wish = wished(process.argv.slice(2))
const { tried, left, proven } = chosen(wish)
const verdicts = await tryAll(tried, wish)
const killed = verdicts.filter((verdict) => verdict.killed).length
if (wish.changed)
  process.stdout.write(`\nmutants: ${tried.length} tried, ${proven} proven before, ${left} changed and not tried\n`)
process.stdout.write(`\n${killed} killed, ${verdicts.length - killed} survived\n`)
process.exit(killed === verdicts.length ? 0 : 1)
