import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { ENDED } from '@/src/mechanisms/exchange/bulk/bulkTable'
import { groupHomes } from '../groups/groupHomes'
import { forgetCounts } from './rememberedCounts'
import { keyboardWords } from '@/src/lib/keyboard'
import { execute, list, query, type Runner } from '@/src/mechanisms/database/query'

/**
 * Renews what the catalogue is searched, filtered and sorted by, for the given products or for all of
 * them. Set-based; called by the exchange after goods, prices or stock were merged, and by the panel
 * after a product was saved. Prices and quantities that people see never come from here.
 */
export async function refreshProductSearch(runner: Runner, ids?: readonly string[]): Promise<void> {
  if (ids?.length === 0) return
  const these = (column: string): SQL => (ids ? sql`${sql.raw(column)} = any(${list(ids, 'uuid')})` : sql`true`)
  await execute(runner, facts(these('p.id')))
  await execute(runner, documents(these('p.id')))
  await execute(runner, prices(these('k.product_id')))
  await execute(
    runner,
    sql`delete from product_prices pp where ${these('pp.product_id')} and not exists (
          select 1 from skus k join prices r on r.sku_id = k.id
          where k.product_id = pp.product_id and k.active and r.active is not false and r.price > 0 and r.min_qty = 0 and r.price_type_id = pp.price_type_id)`,
  )
  await execute(runner, words(ids))
  forgetCounts()
}

const facts = (these: SQL): SQL => sql`
  with recursive ${groupHomes}
  insert into product_facts as f (product_id, active, group_id, brand_id, name_key, article_key, stock, warehouses)
  select p.id, coalesce(p.active, false), home.at, p.brand_id, search_fold(p.name), search_fold(p.article),
         coalesce(s.qty, 0), coalesce(s.warehouses, '{}')
  from products p
  left join home on home.id = p.group_id
  left join (
    select k.product_id,
           coalesce(sum(greatest(t.qty, 0)) filter (where h.id is not null and t.sync_hash is distinct from ${ENDED}), sum(greatest(t.qty, 0)) filter (where t.warehouse_id is null)) as qty,
           array_agg(distinct h.id) filter (where h.id is not null and t.qty > 0) as warehouses
    from skus k join stocks t on t.sku_id = k.id left join warehouses h on h.id = t.warehouse_id and h.active
    where k.active and ${sql`k.product_id in (select p.id from products p where ${these})`} group by k.product_id
  ) s on s.product_id = p.id
  where ${these}
  on conflict (product_id) do update set active = excluded.active, group_id = excluded.group_id, brand_id = excluded.brand_id,
    name_key = excluded.name_key, article_key = excluded.article_key, stock = excluded.stock, warehouses = excluded.warehouses
  where (f.active, f.group_id, f.brand_id, f.name_key, f.article_key, f.stock, f.warehouses) is distinct from
        (excluded.active, excluded.group_id, excluded.brand_id, excluded.name_key, excluded.article_key, excluded.stock, excluded.warehouses)`

/** Raise it with every change of what a document is made of: then all of them are made anew. */
const RECIPE = 2

/**
 * Name and article weigh most, then brand, group, properties and SKUs, then the description. Reading words is what
 * costs: a document whose texts are the same as when it was made (`source`) is left as it is.
 */
const documents = (these: SQL): SQL => sql`
  with texts as materialized (
    select p.id, p.name, p.article, concat_ws(' ', search_code(p.article), k.codes) as codes, concat_ws(' ', k.text, b.name, g.name, v.text) as more, left(p.description, 4000) as description
    from products p
    left join brands b on b.id = p.brand_id
    left join groups g on g.id = p.group_id
    left join lateral (
      select string_agg(concat_ws(' ', nullif(s.name, p.name), s.article), ' ' order by s.name, s.article, s.id) as text,
             string_agg(search_code(s.article), ' ' order by s.article, s.id) as codes
      from skus s where s.product_id = p.id and s.active
    ) k on true
    left join lateral (
      select string_agg(value, ' ') as text from jsonb_each_text(case when jsonb_typeof(p.properties) = 'object' then p.properties else '{}' end)
    ) v on true
    where ${these}
  ), changed as materialized (
    select t.* from (select *, md5((${RECIPE}::int, name, article, codes, more, description)::text) as source from texts) t
    left join product_search d on d.product_id = t.id where d.source is distinct from t.source
  )
  insert into product_search as d (product_id, source, document)
  select id, source,
         setweight(to_tsvector('russian', search_clean(name || ' ' || coalesce(article, ''))), 'A') || setweight(to_tsvector('simple', codes), 'A') ||
         setweight(to_tsvector('russian', search_clean(more)), 'B') ||
         case when description is null then '' else setweight(to_tsvector('russian', search_clean(description)), 'D') end
  from changed
  on conflict (product_id) do update set document = excluded.document, source = excluded.source`

const prices = (these: SQL): SQL => sql`
  insert into product_prices as pp (price_type_id, product_id, price)
  select r.price_type_id, k.product_id, min(round(case when t.vat_included then r.price else r.price * (100 + coalesce(p.vat_rate, 0)) / 100 end * 1000 / r.per_qty))
  from skus k join prices r on r.sku_id = k.id join price_types t on t.id = r.price_type_id join products p on p.id = k.product_id
  where k.active and r.active is not false and r.price > 0 and r.min_qty = 0 and ${these} group by 1, 2
  on conflict (price_type_id, product_id) do update set price = excluded.price where pp.price <> excluded.price`

/** Words people may misspell: of names alone, articles would only mislead the mending. Some products alone only add words. */
const words = (ids?: readonly string[]): SQL => sql`
  insert into search_words as s (word, uses)
  select word, ${ids ? sql`1` : sql`count(*)::int`} from products p, lateral (select distinct string_to_table(search_clean(p.name), ' ') as word) w
  where p.active and ${ids ? sql`p.id = any(${list(ids, 'uuid')})` : sql`true`} and word ~ '^[a-zа-я]{3,40}$' group by word
  on conflict (word) do update set uses = excluded.uses where s.uses < excluded.uses`

/** What was asked for, mended: `query` is its tsquery, null when nothing readable was typed. */
export type Search = { text: string; query: SQL | null; mended: string[] }

/** `code`: the word as a number or an article is compared, `near`: the words it may have been meant for. */
type AskedWord = { word: string; code: string; stop: boolean; known: boolean; near: string[] }

/**
 * Reads a search phrase: stems by the Russian dictionary, the beginning of a word counts as the word, a misspelt one
 * (or one typed in the wrong keyboard layout) is replaced by the nearest words of the catalogue. An article is found
 * however its parts are divided: by a word of the phrase, or by the phrase as a whole.
 */
export async function readSearch(runner: Runner, phrase: string): Promise<Search> {
  const typed = keyboardWords(phrase.slice(0, 200))
  const words = await query<AskedWord & { text: string; whole: string }>(
    runner,
    sql`with asked as (
          select search_clean(typed) as typed, search_clean(meant) as meant, place
          from unnest(${list(typed.map((word) => word.typed))}, ${list(typed.map((word) => word.meant))}) with ordinality as a(typed, meant, place)
        ), split as (
          select word, nullif(meant, typed) as meant, place, part from asked, regexp_split_to_table(typed, ' ') with ordinality as w(word, part) where word <> '' order by place, part limit 12
        ), judged as (
          select *, search_code(word) as code, numnode(to_tsquery('russian', word)) = 0 as stop, ${isKnown(sql`word`)} as known,
                 meant ~ '^[a-zа-я0-9]+$' and ${isKnown(sql`meant`)} as swapped
          from split
        )
        select (select coalesce(string_agg(typed, ' ' order by place), '') from asked) as text,
               (select search_code(string_agg(typed, ' ' order by place)) from asked) as whole, word, code, stop, known,
               case when known or stop then array[]::text[] when swapped then array[meant] when word ~ '[0-9]' then array[]::text[] else array(
                 select s.word from search_words s, (values (word), (meant)) as variant(form)
                 where s.sound % search_sound(variant.form)
                 order by similarity(s.sound, search_sound(variant.form)) desc, s.uses desc limit 3) end as near
        from judged order by place, part`,
  )
  const parts = words.filter(({ stop }) => !stop).map(termOf)
  const whole = words[0]?.whole ?? ''
  const code = /\d/.test(whole) && whole.length > 2 ? sql` || to_tsquery('simple', ${`${whole}:*`})` : sql``
  return {
    text: words[0]?.text ?? '',
    query: parts.length > 0 ? sql`((${sql.join(parts, sql` && `)})${code})` : null,
    mended: words.flatMap(({ near }) => near.slice(0, 1)),
  }
}

/** Whether a word, as a stem, a beginning or a code, stands in the document of some product. */
const isKnown = (word: SQL): SQL => sql`exists (select 1 from product_search d where d.document @@ (
  to_tsquery('russian', ${word}) || to_tsquery('simple', ${word} || case when length(${word}) > 1 then ':*' else '' end)
  || case when ${word} ~ '[0-9]' and length(search_code(${word})) > 1 then to_tsquery('simple', search_code(${word}) || ':*') else ''::tsquery end))`

/**
 * One word as a condition: its stem, the words it may have been meant for, its code, or a word that begins with it
 * as typed (never with its stem: «анна» is no beginning of «анкер»). Words hold letters and digits only.
 */
function termOf({ word, code, near }: AskedWord): SQL {
  const stems = sql`to_tsquery('russian', ${[word, ...near].join(' | ')})`
  // «60» must not find 600, nor one letter half of the catalogue: only longer ones may be a beginning.
  if (/^(\d{1,3}|.)$/.test(word)) return stems
  const codes = /\d/.test(word) && code.length > 1 ? sql` || to_tsquery('simple', ${`${code}:*`})` : sql``
  return sql`(${stems} || to_tsquery('simple', ${`${word}:*`})${codes})`
}
