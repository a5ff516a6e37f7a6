import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'
import { panelSections } from '@/src/mechanisms/panel/panelPlace'
import { sourceFiles } from '../../support/sourceFiles'

const files = sourceFiles()
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** Where a place of the panel that pages lead people to says its section. */
const PLACES: Record<string, string> = {
  'Узлы обмена': 'collections/exchange/exchange-nodes/exchange-node.collection.ts',
  'Exchange nodes': 'collections/exchange/exchange-nodes/exchange-node.collection.ts',
  'Журнал обмена': 'collections/exchange/exchange-runs/exchange-run.workplace.ts',
  Формы: 'collections/forms/forms/form.collection.ts',
  Модули: 'globals/modules.global.ts',
}

/** «Раздел → Место» of a page; longer ways are menus of 1C, and a colon makes it a sentence. */
const waysIn = (text: string): [section: string, place: string][] =>
  [...text.replace(/\s+/g, ' ').matchAll(/[«“]([^«»“”→:]+) → ([^«»“”→]+)[»”]/g)].map(([, section = '', place = '']) => [
    section,
    place,
  ])

function wrongIn(text: string): string[] {
  return waysIn(text).flatMap(([section, place]) => {
    const file = PLACES[place]
    if (!file) return [`${place}: not listed here`]
    const [, key = 'data'] = /section: '(\w+)'/.exec(read(file)) ?? []
    const { ru, en } = panelSections[key as keyof typeof panelSections].label // the compiler holds the file to its keys
    return [ru, en].some((label) => label === section) ? [] : [`${place}: under ${section}, and stands under ${ru}`]
  })
}

describe('places of the panel that the documentation names', () => {
  const pages = files.filter((file) => /^(docs\/.*|README.*)\.md$/.test(file))

  it('stand in the section that it says', () => {
    expect(pages.flatMap((page) => waysIn(read(page))).length).toBeGreaterThan(3)
    expect(pages.flatMap((page) => wrongIn(read(page)).map((wrong) => `${page}: ${wrong}`))).toEqual([])
  })

  it('and are told where they do not', () => {
    expect(wrongIn('«Обмен с 1С → Узлы обмена», «Продажи → Обмен → Создать», «Люди → Нечто»')).toEqual([
      'Узлы обмена: under Обмен с 1С, and stands under Настройки',
      'Нечто: not listed here',
    ])
  })
})
