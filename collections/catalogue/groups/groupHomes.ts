import { sql } from '@payloadcms/db-postgres/drizzle'

/**
 * CTEs (`with recursive`) that give each group its home: itself while it is shown, else the nearest group above that is.
 * Goods of a group that 1C deleted or an editor hid stay in sale and stand there, or in no section at all: such a group
 * has no row in `home`.
 */
export const groupHomes = sql`
  climb as (
    select g.id, g.id as at, g.parent_id, coalesce(g.active, false) as shown, 0 as step from groups g
    union all
    select c.id, g.id, g.parent_id, coalesce(g.active, false), c.step + 1 from climb c join groups g on g.id = c.parent_id where not c.shown and c.step < 30
  ), home as (
    select id, at from climb where shown
  )`

/** Address of the goods that stand in no section; no group has it, for it is no word. */
export const LOOSE = '~'
