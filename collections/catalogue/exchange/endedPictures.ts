import type { ConsumerContext } from '@/src/mechanisms/exchange/consumer'
import type { ProductRecord } from '@/src/mechanisms/exchange/commerceml/records'

/** Of goods with pictures of the exchange, so many may lose them at once without a picture in the file. */
const MOST_SHARE = 0.1
const MOST_AT_ONCE = 10

export type EndedPictures = {
  begin: () => Promise<void>
  take: (record: ProductRecord) => void
  /** After the rows of a portion were written. */
  settle: () => Promise<void>
  end: () => Promise<void>
}

/**
 * Takes pictures of the exchange off whole goods that come without any. Those that an editor gave stay. A file without a
 * single picture, of a 1C that had sent many, has rather been told to leave them out: then nothing is taken away.
 */
export function createEndedPictures({ client, node, problem }: ConsumerContext): EndedPictures {
  let bare: string[] = []
  let some = false
  let named = false

  return {
    begin: async () => {
      await client.query('create temp table if not exists pictures_bare (product text primary key)')
      await client.query('truncate pictures_bare')
      const { rows } = await client.query(`select 1 ${WITH_PICTURES} limit 1`, [node.name])
      some = rows.length > 0
    },
    take: ({ externalId, name, partial, pictures }) => {
      if (pictures.length > 0) named = true
      else if (some && !partial && name !== null) bare.push(externalId)
    },
    settle: async () => {
      if (bare.length === 0) return
      const portion = bare
      bare = []
      await client.query('insert into pictures_bare select unnest($1::text[]) on conflict do nothing', [portion])
    },
    end: async () => {
      if (!some) return
      const { rows } = await client.query<{ gone: number; all: number }>(
        `select count(distinct p.id)::int as all, count(distinct p.id) filter (where b.product is not null)::int as gone
         ${WITH_PICTURES.replace('where', 'left join pictures_bare b on b.product = p.external_id where')}`,
        [node.name],
      )
      const { gone = 0, all = 0 } = rows[0] ?? {}
      if (gone === 0) return
      if (!named && gone > MOST_AT_ONCE && gone > all * MOST_SHARE) {
        await problem({ entity: 'pictures', externalId: null, code: 'pictures.noneSent', params: { count: gone } })
        return
      }
      await client.query(
        `delete from products_rels r using products p, media m, pictures_bare b
         where r.parent_id = p.id and r.path = 'images' and m.id = r.media_id and m.external_path is not null and p.sync_node = $1 and b.product = p.external_id`,
        [node.name],
      )
    },
  }
}

/** Rows of `products p` with a picture of the exchange. */
const WITH_PICTURES = `from products p join products_rels r on r.parent_id = p.id and r.path = 'images'
  join media m on m.id = r.media_id and m.external_path is not null where p.sync_node = $1`
