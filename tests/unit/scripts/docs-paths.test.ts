import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'
import { sourceFiles } from '../../support/sourceFiles'

const files = sourceFiles()
const pages = files.filter((file) => /^(docs\/.*|README.*)\.md$/.test(file))
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8')

/** Files of the example that docs/mechanisms/modules.md walks through: they are made by whoever follows it. */
const EXAMPLE = /\bannouncement\./

/** Paths and names of files that a page names in backticks. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\s*<>{}$…]+\.(?:tsx?|mjs|cjs|md|css|tsv))`/g)]
    .map(([, name = '']) => name.replace(/^@?\//, ''))
    .filter((name) => !name.startsWith('.') && !EXAMPLE.test(name))

/** Folders that a page names in backticks: a path that begins with a folder of the root. */
const foldersIn = (text: string): string[] =>
  [...text.matchAll(/`((?:app|collections|deploy|docs|endpoints|globals|hooks|scripts|src|tests)\/[^`\s*<>{}$…]*)`/g)]
    .map(([, name = '']) => name.replace(/\/$/, ''))
    .filter((name) => !/\.\w+$/.test(name))

const isThere = (name: string): boolean => files.some((file) => file === name || file.startsWith(`${name}/`))

/** Commands that a page tells people to run: the names of `npm run`, files behind `node` and `npx tsx`, `npm start` and `npm test`. */
function wrongCommands(text: string): string[] {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const asked = [...text.matchAll(/\bnpm (?:run )?([\w:]+)/g)].filter(([whole, name = '']) =>
    whole.startsWith('npm run') ? true : ['start', 'test'].includes(name),
  )
  const run = [...text.matchAll(/\b(?:node|npx tsx) ((?:scripts|dist|\.next)\/[\w./-]+\.m?[jt]s)/g)]
  return [
    ...asked.filter(([, name = '']) => !(name in scripts)).map(([whole]) => whole),
    ...run.filter(([, file = '']) => file.startsWith('scripts/') && !files.includes(file)).map(([whole]) => whole),
  ]
}

describe('files that the documentation names', () => {
  it.each(pages)('are there: %s', (page) => {
    expect(
      namedIn(read(page)).filter((name) => !files.some((file) => file === name || file.endsWith(`/${name}`))),
    ).toEqual([])
  })

  it.each(pages)('and folders: %s', (page) => {
    expect(foldersIn(read(page)).filter((name) => !isThere(name))).toEqual([])
  })

  it.each(pages)('links lead somewhere: %s', (page) => {
    const text = read(page).replace(/```[\s\S]*?```/g, '')
    const links = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link)
    const targets = links
      .filter((link) => !/^[a-z]+:/.test(link))
      .map((link) => path.posix.join(path.posix.dirname(page), link).replace(/\/$/, ''))
    expect(targets.filter((target) => !isThere(target))).toEqual([])
  })
})

describe('commands that the documentation names', () => {
  it.each(pages)('are there: %s', (page) => expect(wrongCommands(read(page))).toEqual([]))

  it('are read where they are wrong', () => {
    expect(foldersIn('`src/mechanisms/credit` and `src/lib/`')).toEqual(['src/mechanisms/credit', 'src/lib'])
    expect(isThere('src/mechanisms/credit')).toBe(false)
    expect(
      wrongCommands('`npm start`, `npm run chek`, `node scripts/none.mjs`, `npx tsx scripts/sql.ts`, npm ci'),
    ).toEqual(['npm run chek', 'node scripts/none.mjs'])
  })

  it('of the table of README are its shorthand for `npm run` too', () => {
    for (const page of ['README.md', 'README.en.md']) {
      const cells = [...read(page).matchAll(/^\| (`npm run [^|]*) \|/gm)].map(([, cell = '']) => cell)
      const names = cells.flatMap((cell) => [...cell.matchAll(/`(?:npm run )?([\w:]+)`/g)].map(([, name = '']) => name))
      expect(names.length).toBeGreaterThan(8)
      expect(wrongCommands(names.map((name) => `npm run ${name}`).join('\n'))).toEqual([])
    }
  })
})
