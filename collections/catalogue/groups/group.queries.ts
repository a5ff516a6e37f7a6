import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { groupHomes, LOOSE } from './groupHomes'
import { rememberedCount } from '../products/rememberedCounts'

export type GroupNode = {
  id: string
  name: string
  slug: string
  parent: string | null
  depth: number
  count: number
  children: GroupNode[]
}
export type GroupPlace = { id: string; name: string; slug: string }

type Row = Omit<GroupNode, 'children'> & { parent: string | null }

/**
 * The classifier as a tree; `count` is how many visible products lie in the group and below it. Empty groups stay out.
 * Goods in no section stand last, under `LOOSE`, where there are sections at all.
 */
export function groupTree(context: QueryContext): Promise<GroupNode[]> {
  return rememberedCount(`tree:${context.actor.role}`, () => readTree(context))
}

async function readTree({ req, actor }: QueryContext): Promise<GroupNode[]> {
  const all = query<Row>(
    req,
    sql`with recursive ${groupHomes}
        select g.id::text, g.name, g.slug, home.at::text as parent, 0 as depth, coalesce(c.count, 0)::int as count
        from groups g left join home on home.id = g.parent_id
        left join (select f.group_id, count(*) as count from product_facts f
                   where ${accessOf('products').sql(actor, 'read', 'f')} group by f.group_id) c on c.group_id = g.id
        where ${accessOf('groups').sql(actor, 'read', 'g')}
        order by g.sort nulls last, search_fold(g.name), g.id`,
  )
  const nowhere = query<{ count: number }>(
    req,
    sql`select count(*)::int as count from product_facts f where f.group_id is null and ${accessOf('products').sql(actor, 'read', 'f')}`,
  )
  const [rows, [loose]] = await Promise.all([all, nowhere])
  const tree = grow(rows)
  return tree.length > 0 && loose && loose.count > 0
    ? [...tree, { ...LOOSE_PLACE, parent: null, depth: 0, count: loose.count, children: [] }]
    : tree
}

export const LOOSE_PLACE: GroupPlace = { id: LOOSE, name: LOOSE, slug: LOOSE }

/** The way from the root to a group, the group itself last; empty when there is no such group. */
export async function groupTrail(context: QueryContext, slug: string): Promise<GroupPlace[]> {
  return slug === LOOSE ? [LOOSE_PLACE] : query<GroupPlace>(context.req, trailRows(context, slug))
}

/** `groupTrail` as a select. */
export const trailRows = ({ actor }: QueryContext, slug: string): SQL =>
  sql`with recursive up as (
          select g.id, g.name, g.slug, g.parent_id, 0 as step from groups g
          where g.slug = ${slug} and ${accessOf('groups').sql(actor, 'read', 'g')}
          union all
          select g.id, g.name, g.slug, g.parent_id, up.step + 1 from groups g join up on g.id = up.parent_id where up.step < 20
        )
        select g.id::text, g.name, g.slug from up join groups g on g.id = up.id where ${accessOf('groups').sql(actor, 'read', 'g')} order by up.step desc`

/** Ids of a group and everything under it, hidden groups on the way as well; empty when there is no such group. */
export async function groupBranch(context: QueryContext, slug: string): Promise<string[]> {
  const rows = await query<{ id: string }>(context.req, branchRows(context, slug))
  return rows.map(({ id }) => id)
}

/** `groupBranch` as a select. */
export const branchRows = ({ actor }: QueryContext, slug: string): SQL =>
  sql`with recursive down as (
          select g.id from groups g where g.slug = ${slug} and ${accessOf('groups').sql(actor, 'read', 'g')}
          union
          select g.id from groups g join down on g.parent_id = down.id
        )
        select id::text from down`

/** Builds the tree and carries counts up. A group whose parent is missing or runs in a circle stands at the top. */
function grow(rows: readonly Row[]): GroupNode[] {
  const nodes = new Map(rows.map((row) => [row.id, { ...row, children: [] as GroupNode[] }]))
  const top: GroupNode[] = []
  for (const node of nodes.values()) {
    const parent = node.parent && !circles(node, nodes) ? nodes.get(node.parent) : undefined
    ;(parent?.children ?? top).push(node)
  }
  return top.map((node) => counted(node, 0)).filter(({ count }) => count > 0)
}

function circles(node: GroupNode, nodes: ReadonlyMap<string, GroupNode>): boolean {
  const seen = new Set([node.id])
  for (let parent = node.parent; parent; parent = nodes.get(parent)?.parent ?? null) {
    if (seen.has(parent)) return true
    seen.add(parent)
  }
  return false
}

function counted(node: GroupNode, depth: number): GroupNode {
  const children = node.children.map((child) => counted(child, depth + 1)).filter(({ count }) => count > 0)
  return { ...node, depth, children, count: node.count + children.reduce((sum, { count }) => sum + count, 0) }
}
