import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingNames } from '@/src/lib/settings'
import { root } from '../../../scripts/lib/paths.mjs'

/** Variables that are not the portal's: of Node and Next, of npm, of the machine's language and folders, of the measurements. */
const FOREIGN = [
  'NEXT_RUNTIME',
  'NEXT_PHASE',
  'NEXT_MANUAL_SIG_HANDLE',
  'npm_execpath',
  'npm_lifecycle_event',
  'LC_ALL',
  'LC_MESSAGES',
  'LANG',
  'PATH',
  'HOME',
  'TMPDIR',
  'BENCH_COUNT',
  'BENCH_MINUTES',
  'BENCH_PART',
]
/** Of what the portal reads, these are set by Node's own convention and by nobody's `.env`. */
const CONVENTION = ['NODE_ENV']

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) return sources(at)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [at] : []
  })
}

const files = [
  ...['app', 'collections', 'endpoints', 'globals', 'src', 'scripts'].flatMap(sources),
  'payload.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
]
const readIn = (file: string): string[] =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/process\.env(?:\.(\w+)|\[['"](\w+)['"]\])/g)].map(
    ([, dotted, quoted]) => dotted ?? quoted ?? '',
  )

const example = [...readFileSync(path.join(root, '.env.example'), 'utf8').matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(
  ([, name]) => name ?? '',
)

describe('variables of the environment', () => {
  it('each that is read is a setting, or is known not to be the portal’s', () => {
    const unknown = files.flatMap((file) =>
      readIn(file)
        .filter((name) => ![...settingNames, ...FOREIGN].includes(name))
        .map((name) => `${file}: ${name}`),
    )
    expect(unknown).toEqual([])
    expect(files.flatMap(readIn).length).toBeGreaterThan(10)
  })

  it('each setting is explained in .env.example, and nothing else is', () => {
    expect([...example].sort()).toEqual(settingNames.filter((name) => !CONVENTION.includes(name)).sort())
  })

  it('collections and mechanisms ask the settings, not the environment', () => {
    const direct = files
      .filter((file) => /^(app|collections|endpoints|globals|src\/(?!lib\/))/.test(file))
      .flatMap((file) =>
        readIn(file)
          .filter((name) => settingNames.includes(name))
          .map((name) => `${file}: ${name}`),
      )
    expect(direct).toEqual([])
  })
})
