import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Numbers and articles are compared without what people leave out: dashes and spaces, leading zeros, the alphabet of
 * look-alike letters (К and K). In Latin signs, for pg_trgm knows no Cyrillic in a database whose locale is C; names
 * are qualified, for an index is built with an empty search path.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create function search_code(value text) returns text language sql immutable parallel safe as $$
      select translate(replace(regexp_replace(public.search_clean(value), '(^|[^0-9])0+', '\\1', 'g'), ' ', ''),
        'абвгдежзийклмнопрстуфхцчшщъыьэюя', 'abvgdejziiklmnoprstufhcqwxyyyeuy')
    $$;
    create index orders_codes_idx on orders using gin ((search_code(number) || '|' || search_code(erp_number) || '|' || search_code(client_reference)) gin_trgm_ops);
    create index documents_codes_idx on documents using gin (search_code(number) gin_trgm_ops);
    drop index if exists orders_number_fold_idx, documents_number_fold_idx;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    create index orders_number_fold_idx on orders using gin (search_fold(number) gin_trgm_ops);
    create index documents_number_fold_idx on documents using gin (search_fold(number) gin_trgm_ops);
    drop index if exists orders_codes_idx, documents_codes_idx;
    drop function if exists search_code(text);
  `)
}
