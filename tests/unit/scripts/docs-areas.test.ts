import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'
import { sourceFiles } from '../../support/sourceFiles'

type Below = ReadonlyMap<string, readonly string[]>

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** What each area names below it: `dependsOn` and `knows` of its module. */
const declared: Below = new Map(
  sourceFiles().flatMap((file) => {
    const [, area] = /^collections\/(\w+)\/\w+\.module\.ts$/.exec(file) ?? []
    if (!area) return []
    const lists = [...read(file).matchAll(/^ {2}(?:dependsOn|knows): \[([^\]]*)\]/gm)]
    return [
      [area, lists.flatMap(([, list = '']) => [...list.matchAll(/'(\w+)'/g)].map(([, one = '']) => one))],
    ] as const
  }),
)

/** Arrows of the drawing: `a <- b` says that b stands on a. */
function drawnIn(text: string): [upper: string, lower: string][] {
  const drawing = [...text.matchAll(/```\n([\s\S]*?)```/g)]
    .map(([, block = '']) => block)
    .find((block) => /<-/.test(block))
  return (drawing ?? '')
    .split('\n')
    .filter((line) => line.includes('<-'))
    .flatMap((line) => {
      const row = line.split('<-').map((name) => name.trim())
      return row.slice(1).map((upper, place): [string, string] => [upper, row[place] ?? ''])
    })
}

const reaches = (below: Below, upper: string, lower: string): boolean =>
  (below.get(upper) ?? []).some((one) => one === lower || reaches(below, one, lower))

function wrongIn(text: string, areas: Below): string[] {
  const arrows = drawnIn(text)
  const drawn = new Map([...areas.keys()].map((area) => [area, arrows.flatMap(([u, l]) => (u === area ? [l] : []))]))
  return [
    ...arrows
      .filter(([upper, lower]) => !areas.get(upper)?.includes(lower))
      .map((pair) => `${pair.join(' on ')}: not so`),
    ...[...areas].flatMap(([area, below]) =>
      below.filter((lower) => !reaches(drawn, area, lower)).map((lower) => `${area} on ${lower}: not drawn`),
    ),
  ]
}

describe('the drawing of areas', () => {
  it('has the arrows that modules declare, or those by which they are reached', () => {
    expect(declared.size).toBeGreaterThan(10)
    expect(wrongIn(read('docs/mechanisms/areas.md'), declared)).toEqual([])
  })

  it('is told what it lacks and what it has without need', () => {
    const areas: Below = new Map([
      ['low', []],
      ['middle', ['low']],
      ['high', ['middle', 'low']],
      ['aside', ['low']],
    ])
    expect(wrongIn('```\nlow <- middle <- high\n       high <- middle\n```\n', areas)).toEqual([
      'middle on high: not so',
      'aside on low: not drawn',
    ])
  })
})
