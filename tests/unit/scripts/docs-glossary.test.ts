import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'
import { sourceFiles } from '../../support/sourceFiles'

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

type Entry = { ru: string; en: string; code: string[] }

/** Rows of the glossary's tables; what stands in brackets explains. */
const entriesOf = (text: string): Entry[] =>
  text.split('\n').flatMap((line) => {
    const [, ru = '', en = '', code = ''] = line.split('|').map((cell) => cell.trim())
    const names = [...code.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name)
    return names.length > 0 && en ? [{ ru: plain(ru), en: plain(en), code: names }] : []
  })
const plain = (words: string): string =>
  words
    .replace(/\(.*?\)/g, '')
    .trim()
    .toLowerCase()

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** What a collection calls one of its records, by its name in code: `document-request` is documentRequest. */
const labels = new Map(
  sourceFiles().flatMap((file) => {
    const [, slug, name] = /^collections\/[\w-]+\/([\w-]+)\/([\w-]+)\.labels\.ts$/.exec(file) ?? []
    const [, ru = '', en = ''] = /^ {2}one: \{ ru: '([^']+)', en: '([^']+)' \}/m.exec(name ? read(file) : '') ?? []
    return slug && name && ru ? [[camel(name), { slug: camel(slug), ru, en }] as const] : []
  }),
)

/** Entries that call a record otherwise than its collection does on the screen. */
const otherwise = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ ru, en, code }) => {
    const [name = ''] = code
    const label = labels.get(name) ?? [...labels.values()].find(({ slug }) => slug === name)
    if (!label) return []
    const same = ru.split(', ').some((one) => one.startsWith(label.ru.toLowerCase())) && en === label.en.toLowerCase()
    return same ? [] : [`${name}: «${ru}», ${en}; on the screen «${label.ru}», ${label.en}`]
  })

describe('the glossary', () => {
  it('calls records as the screen does', () => {
    const entries = entriesOf(read('docs/glossary.md'))
    expect(entries.length).toBeGreaterThan(60)
    expect(labels.size).toBeGreaterThan(30)
    expect(otherwise(entries)).toEqual([])
  })

  it('is told where it does not', () => {
    expect(otherwise(entriesOf('| марка | brand | `brand` | manufacturer |\n| бренд | brand | `brand` | |'))).toEqual([
      'brand: «марка», brand; on the screen «Бренд», Brand',
    ])
  })
})
