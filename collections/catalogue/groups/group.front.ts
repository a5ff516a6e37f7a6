import { z } from 'zod'
import { defineRoute } from '@/src/mechanisms/front/defineRoute'
import { described } from '@/src/mechanisms/front/shown'
import { groupLabels } from './group.labels'
import { groupTree, type GroupNode } from './group.queries'

const section = z.object({
  slug: z.string(),
  name: z.string(),
  parent: described(z.string().nullable(), { ru: 'slug раздела выше', en: 'slug of the section above' }),
  depth: z.int(),
  count: described(z.int(), { ru: 'Товаров в нём и ниже', en: 'Goods in it and below' }),
})

/** The tree of sections, each after the one above it. */
export const sectionsRoute = defineRoute({
  name: 'sections.list',
  method: 'get',
  path: '/sections',
  group: groupLabels.many,
  title: groupLabels.many,
  answer: z.object({ items: z.array(section) }),
  run: async ({ context }) => ({ items: flat(await groupTree(context), null) }),
})

const flat = (nodes: readonly GroupNode[], parent: string | null): z.input<typeof section>[] =>
  nodes.flatMap(({ slug, name, depth, count, children }) => [
    { slug, name, parent, depth, count },
    ...flat(children, slug),
  ])
