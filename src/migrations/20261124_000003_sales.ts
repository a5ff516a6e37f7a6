import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What makes the catalogue quick: cleaned words, facts to filter and sort by, prices by type; indexes of lists. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Lower case, ё as е, Latin look-alikes as Cyrillic (M12 = М12), sizes and marks apart: 12×60 -> 12 60.
    create function search_clean(value text) returns text language sql immutable parallel safe as $$
      select trim(regexp_replace(
        regexp_replace(translate(lower(coalesce(value, '') collate "und-x-icu"), 'ёabcehkmoptxy', 'еавсенкмортху'), '([0-9])\\s*[х×*]\\s*(?=[0-9])', '\\1 ', 'g'),
        '[^a-zа-я0-9]+', ' ', 'g'))
    $$;

    -- How a word sounds, in Latin signs: о and а, е and и are what people mistake; doubled letters count once.
    -- Latin, because pg_trgm knows no Cyrillic in a database whose locale is C.
    create function search_sound(value text) returns text language sql immutable parallel safe as $$
      select regexp_replace(translate(value, 'абвгдежзийклмнопрстуфхцчшщыэюяъь', 'abvgdejzeeklmnaprstufhcqwxee34'), '(.)\\1', '\\1', 'g')
    $$;
    -- For comparing names without regard to case; lower() alone knows no Cyrillic there either.
    create function search_fold(value text) returns text language sql immutable parallel safe as $$
      select translate(lower(coalesce(value, '') collate "und-x-icu"), 'ё', 'е')
    $$;
    alter table search_words add column sound text generated always as (search_sound(word)) stored;
    create index search_words_sound_idx on search_words using gin (sound gin_trgm_ops);
    drop index search_words_trgm_idx;

    create table product_facts (
      product_id uuid primary key references products(id) on delete cascade,
      active boolean not null,
      group_id uuid,
      brand_id uuid,
      name_key text not null,
      article_key text not null,
      stock bigint not null,
      warehouses uuid[] not null
    );
    create index product_facts_name_idx on product_facts (name_key, product_id);
    create index product_facts_group_name_idx on product_facts (group_id, name_key);
    create index product_facts_brand_idx on product_facts (brand_id);
    create index product_facts_article_idx on product_facts (article_key text_pattern_ops);
    create index product_facts_stock_idx on product_facts (stock desc, name_key);

    create table product_prices (
      price_type_id uuid not null references price_types(id) on delete cascade,
      product_id uuid not null references products(id) on delete cascade,
      price bigint not null,
      primary key (price_type_id, product_id)
    );
    create index product_prices_order_idx on product_prices (price_type_id, price, product_id);
    create index product_prices_product_idx on product_prices (product_id);

    create index skus_barcode_idx on skus (barcode) where barcode is not null;
    create index products_barcode_idx on products (barcode) where barcode is not null;
    create index products_properties_idx on products using gin (properties jsonb_path_ops);
    create index orders_number_trgm_idx on orders using gin (number gin_trgm_ops);
    create index documents_number_trgm_idx on documents using gin (number gin_trgm_ops);
    create index documents_unpaid_idx on documents (company_id, due_date) where kind = 'invoice' and paid < total;
    create index orders_export_idx on orders (created_at, id) where exported_at is null;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index if exists skus_barcode_idx, products_barcode_idx, products_properties_idx, orders_number_trgm_idx,
      documents_number_trgm_idx, documents_unpaid_idx, orders_export_idx;
    drop table if exists product_prices, product_facts cascade;
    drop function if exists search_clean, search_sound, search_fold cascade;
  `)
}
