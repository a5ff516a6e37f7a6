import { describe, expect, it } from 'vitest'
import { countOf, matching, stepOf, type SectionNode } from '@/src/admin/sections/sectionNode'
import { groupChoices } from '@/collections/catalogue/groups/groupChoices'
import { growTree } from '@/collections/catalogue/groups/group.tree.rules'

const row = (id: string, parent: string | null, goods = 1) => ({ id, parent, goods, shownGoods: goods - 1 })

describe('[SHOP-01] sections as a tree', () => {
  it('carry what lies below them up, in the order of the rows', () => {
    const [a, b] = growTree([row('a', null), row('b', null), row('c', 'a', 3), row('d', 'c', 5)])
    expect([a?.id, a?.allGoods, a?.allShown, a?.children[0]?.allGoods]).toEqual(['a', 9, 6, 8])
    expect([b?.id, b?.allGoods, b?.children]).toEqual(['b', 1, []])
  })

  it('stand whole where 1C sent a circle, or a parent that is not there', () => {
    const grown = growTree([row('a', 'b'), row('b', 'a'), row('c', 'a'), row('d', 'gone'), row('e', 'e')])
    expect(grown.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('are choices of one list, each behind its parent and further in, once', () => {
    const named = (id: string, parent: string | null) => ({ id, name: id.toUpperCase(), parent })
    expect(
      groupChoices([named('b', 'a'), named('a', null), named('x', 'y'), named('y', 'x'), named('c', 'gone')]),
    ).toEqual([
      { id: 'a', name: 'A' },
      { id: 'b', name: '\u2003B' },
      { id: 'c', name: 'C' },
      { id: 'x', name: 'X' },
      { id: 'y', name: 'Y' },
    ])
  })
})

describe('steps of a section among those beside it', () => {
  const node = (id: string, children: SectionNode[] = []): SectionNode => ({
    id,
    name: `Раздел ${id}`,
    parent: 'up',
    shown: true,
    goods: '',
    origin: null,
    taken: [],
    children,
  })
  const beside = [node('a'), node('b', [node('d')]), node('c')]

  it.each([
    ['b', -1, { parent: 'up', before: 'a' }],
    ['a', 1, { parent: 'up', before: 'c' }],
    ['b', 1, { parent: 'up', before: null }],
    ['a', -1, null],
    ['c', 1, null],
    ['none', 1, null],
  ] as const)('%s by %d', (id, by, to) => expect(stepOf(beside, id, by)).toEqual(to))

  it('are found by their names with the way to each, and counted in all', () => {
    expect(matching(beside, 'раздел d')).toMatchObject([{ id: 'b', children: [{ id: 'd' }] }])
    expect(matching(beside, 'нет')).toEqual([])
    expect(countOf(beside)).toBe(4)
  })
})
