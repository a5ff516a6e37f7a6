import { LOOSE } from '@/collections/catalogue/groups/groupHomes'
import type { GroupNode, GroupPlace } from '@/collections/catalogue/groups/group.queries'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'
import { toSearch, withChange, withoutFilter } from '@/src/lib/lists/listQuery'
import { labelWords } from '@/src/ui/list/filterWords'
import type { TreeGroup, TreeItem } from '@/src/ui/shelf/CategoryTree'
import { say, type Locale } from '@/src/lib/i18n'
import { cataloguePage as words } from './catalogue.labels'
import { PROPERTY } from './catalogueAddress'

/** Address of a group: the way down to it, in words. */
export const groupPath = (trail: ReadonlyArray<{ slug: string }>): string =>
  ['/catalogue', ...trail.map(({ slug }) => encodeURIComponent(slug))].join('/')

/** What a section is called; goods that stand in none have a place of their own. */
export const sectionName = ({ slug, name }: Pick<GroupPlace, 'slug' | 'name'>, locale: Locale): string =>
  slug === LOOSE ? say(words.loose, locale) : name

type Place = {
  tree: readonly GroupNode[]
  trail: readonly GroupPlace[]
  href: (path: string) => string
  locale: Locale
}

/** All sections, opened down to the current one. */
export function sectionItems({ tree, trail, href, locale }: Place): TreeItem[] {
  const whole: TreeItem = {
    key: 'all',
    label: say(words.all, locale),
    href: href('/catalogue'),
    count: tree.reduce((sum, { count }) => sum + count, 0),
    current: trail.length === 0,
  }
  return [whole, ...branch(tree, [], { trail, href, locale })]
}

function branch(nodes: readonly GroupNode[], above: readonly GroupNode[], place: Omit<Place, 'tree'>): TreeItem[] {
  return nodes.flatMap((node) => {
    const way = [...above, node]
    const open = place.trail[above.length]?.slug === node.slug
    const item: TreeItem = {
      key: node.id,
      label: sectionName(node, place.locale),
      href: place.href(groupPath(way)),
      count: node.count,
      current: open && place.trail.length === way.length,
      depth: Math.min(above.length, 3) as 0 | 1 | 2 | 3, // clamped
    }
    return open ? [item, ...branch(node.children, way, place)] : [item]
  })
}

const VALUES = 8

/** Warehouses and the first property beside the sections: one press puts a value in and takes it out. */
export function facetGroups(query: ListQuery, spec: ListSpec, path: string, locale: Locale): TreeGroup[] {
  const warehouses = spec.filters.find(({ key }) => key === 'warehouse')
  const property = spec.filters.find(({ key }) => key.startsWith(PROPERTY))
  return [warehouses, property].flatMap((filter) => {
    if (filter?.kind !== 'select') return []
    const held = query.filters[filter.key]
    const chosen = held?.kind === 'select' ? held.values : []
    const options = filter.options
      .filter(({ value, count }) => (count ?? 0) > 0 || chosen.includes(value))
      .slice(0, VALUES)
    const items = options.map(({ value, label, count }): TreeItem => {
      const current = chosen.includes(value)
      const next = current
        ? withoutFilter(query, filter.key)
        : withChange(query, { filters: { ...query.filters, [filter.key]: { kind: 'select', values: [value] } } })
      return { key: value, label: labelWords(label, locale), href: path + toSearch(next, spec), count, current }
    })
    return items.length > 0 ? [{ key: filter.key, title: say(filter.label, locale), items }] : []
  })
}
