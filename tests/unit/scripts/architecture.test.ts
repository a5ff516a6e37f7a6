import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'
import { sourceFiles } from '../../support/sourceFiles'

type Named = { suffix: string; places: string[] }

/** The table of suffixes of docs/architecture.md. */
const listed: Named[] = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, suffix, , where = ''] = line.split('|').map((cell) => cell.trim())
    const named = /^`\.([\w-]+)\.ts`$/.exec(suffix ?? '')
    if (!named?.[1]) return []
    return [{ suffix: named[1], places: [...where.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place) }]
  })

/** The suffix of a file's name: `order.page.queries.ts` is one of queries; none where the name has one dot. */
const suffixOf = (file: string): string | undefined =>
  /^[^.].*\.([\w-]+)\.(?:ts|tsx|mjs|cjs)$/.exec(path.posix.basename(file))?.[1]

/** What is wrong with names of files, by the list. */
function wrongOf(files: readonly string[], list: readonly Named[]): string[] {
  const bySuffix = new Map(list.map((one) => [one.suffix, one]))
  const found = new Set<string>()
  const wrong = files.flatMap((file) => {
    const suffix = suffixOf(file)
    if (!suffix || file.startsWith('src/migrations/')) return []
    found.add(suffix)
    const one = bySuffix.get(suffix)
    if (!one) return [`${file}: .${suffix}.ts is not listed`]
    const stands =
      one.places.length === 0 ? !file.includes('/') : one.places.some((place) => file.startsWith(`${place}/`))
    return stands ? [] : [`${file}: .${suffix}.ts stands in ${one.places.join(', ') || 'the root'}`]
  })
  return [...wrong, ...list.filter(({ suffix }) => !found.has(suffix)).map(({ suffix }) => `.${suffix}.ts: no file`)]
}

describe('suffixes of files', () => {
  it('are those of docs/architecture.md, and stand where it says', () => {
    expect(listed.length).toBeGreaterThan(20)
    // The entity that suites have besides stands where it is, as one of an area would; the yardstick is an application of its own.
    const files = sourceFiles()
      .filter((file) => !file.startsWith('tests/load/yardstick/'))
      .map((file) => file.replace(/^tests\/specimen\//, 'collections/specimen/'))
    expect(wrongOf(files, listed)).toEqual([])
  })

  it('are told when they are new, out of place or gone', () => {
    const list = [
      { suffix: 'rules', places: ['collections'] },
      { suffix: 'config', places: [] },
      { suffix: 'page', places: ['app'] },
    ]
    const files = ['collections/sales/a.rules.ts', 'src/b.rules.ts', 'c.config.mjs', 'src/d.rulez.tsx', 'src/plain.ts']
    expect(wrongOf(files, list)).toEqual([
      'src/b.rules.ts: .rules.ts stands in collections',
      'src/d.rulez.tsx: .rulez.ts is not listed',
      '.page.ts: no file',
    ])
  })
})
