import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Mutant } from './mutant'

/** What each fault was tried with when a test last killed it: `{ fault: fingerprint }`, kept in git. */
type Killed = Record<string, string>

const fileOf = (root: string): string => path.join(root, 'tests/mutants/killed.json')

/**
 * The fault itself, the source that it is planted in and the files of its tests, as one word: while it stays the same,
 * the same test kills it again. What these files import counts for no change; a run of all tries everything.
 */
export function fingerprint(root: string, mutant: Mutant): string {
  const hash = createHash('sha256').update(JSON.stringify(mutant))
  for (const file of [mutant.file, ...mutant.tests]) hash.update('\0').update(readFileSync(path.join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

export const readKilled = (root: string): Killed =>
  existsSync(fileOf(root)) ? (JSON.parse(readFileSync(fileOf(root), 'utf8')) as Killed) : {}

/** Mutants whose fault, source or tests are not those that they were killed with. */
export function unproven(root: string, mutants: readonly Mutant[]): Mutant[] {
  const killed = readKilled(root)
  return mutants.filter((mutant) => killed[mutant.fault] !== fingerprint(root, mutant))
}

/** Writes down the fingerprint of a fault that was killed, or takes out that of one which survived; the rest stays, but for what is listed no more. */
export function keepVerdict(root: string, all: readonly Mutant[], { fault }: Mutant, word: string | null): void {
  const before: Killed = { ...readKilled(root), [fault]: word ?? '' }
  const lines = all
    .flatMap((mutant) =>
      before[mutant.fault] ? [`  ${JSON.stringify(mutant.fault)}: ${JSON.stringify(before[mutant.fault])}`] : [],
    )
    .sort()
  writeFileSync(fileOf(root), `{\n${lines.join(',\n')}\n}\n`)
}
