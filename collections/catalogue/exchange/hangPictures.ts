import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'

type Hung = { id: string; ofExchange: boolean }

/** Hangs what 1C names on a product, in the order of the file, beside what an editor hung there; rows of Payload's own relation table. */
export async function hangPictures(req: PayloadRequest, product: string, media: readonly string[]): Promise<void> {
  await inTransaction(req, async () => {
    // An editor who saves the product meanwhile waits, or is waited for.
    const [row] = await query<{ id: string }>(
      req,
      sql`select id::text from products where external_id = ${product} for update`,
    )
    if (!row) return
    const now = await query<Hung>(
      req,
      sql`select m.id::text, m.external_path is not null as "ofExchange" from products_rels r join media m on m.id = r.media_id
          where r.parent_id = ${row.id} and r.path = 'images' order by r."order"`,
    )
    const next = sideBySide(now, media)
    if (next === null) return
    await execute(req, sql`delete from products_rels where parent_id = ${row.id} and path = 'images'`)
    await execute(
      req,
      sql`insert into products_rels ("order", parent_id, path, media_id)
          select place, ${row.id}, 'images', id from unnest(${list(next, 'uuid')}) with ordinality as t(id, place)`,
    )
  })
}

/**
 * What a product shows: an editor's pictures that stood before the first one of 1C stay in front, the first of them the
 * main one, the others come behind those of 1C. Null while 1C names what hangs there: then nobody's order is touched.
 */
function sideBySide(now: readonly Hung[], media: readonly string[]): string[] | null {
  const former = now.filter(({ ofExchange }) => ofExchange).map(({ id }) => id)
  if (former.length === media.length && former.every((id, place) => id === media[place])) return null
  const first = now.findIndex(({ ofExchange }) => ofExchange)
  const own = (part: readonly Hung[]): string[] => part.filter(({ ofExchange }) => !ofExchange).map(({ id }) => id)
  return first < 0 ? [...own(now), ...media] : [...own(now.slice(0, first)), ...media, ...own(now.slice(first))]
}
