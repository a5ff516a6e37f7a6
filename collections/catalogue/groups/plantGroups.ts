import { sql } from '@payloadcms/db-postgres/drizzle'
import { execute, type Runner } from '@/src/mechanisms/database/query'

/** Depth and path of every group, from the top down. A circle, which 1C should never send, stays where it was. */
export async function plantGroups(runner: Runner): Promise<void> {
  await execute(
    runner,
    sql`with recursive tree as (
          select id, slug::text as path, 0 as depth from groups where parent_id is null
          union all
          select g.id, tree.path || '/' || g.slug, tree.depth + 1 from groups g join tree on g.parent_id = tree.id where tree.depth < 30
        )
        update groups g set path = tree.path, depth = tree.depth from tree
        where g.id = tree.id and (g.path, g.depth) is distinct from (tree.path, tree.depth::numeric)`,
  )
}
