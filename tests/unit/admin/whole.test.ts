import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'

const folder = path.join(root, 'src/admin')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }))

/** Opening tags that bear the class. */
const tagsWith = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<[A-Za-z]+[^<>]*className="${name}"[^<>]*>`, 'g'))].map(([tag]) => tag)

describe('[NAV-01] rows that grow while a page of the panel is read', () => {
  it('of fields to filter by are seen when their end has come', () => {
    const filters = sources.flatMap(({ name, text }) => tagsWith(text, 'kb-filter').map((tag) => ({ name, tag, text })))
    expect(filters.length).toBeGreaterThan(3)
    expect(filters.filter(({ tag, text }) => !/\sdata-whole\b/.test(tag) || !text.includes('<End />'))).toEqual([])
  })

  it('of buttons at the right of a heading are made by HeadActs alone', () => {
    const makers = sources.flatMap(({ name, text }) => tagsWith(text, 'kb-acts').map(() => path.basename(name)))
    expect(makers).toEqual(['HeadActs.tsx'])
  })
})
