import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Facts of an order and of a document that lists ask for in every row are kept in the row: the codes it is found by, and
 * whose word was the last one in what is written about it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop index if exists orders_codes_idx, documents_codes_idx;
    alter table orders
      add column codes text generated always as (search_code(number) || '|' || search_code(erp_number) || '|' || search_code(client_reference)) stored,
      add column last_word text check (last_word in ('client', 'company'));
    alter table documents add column codes text generated always as (search_code(number)) stored;
    create index orders_codes_idx on orders using gin (company_id, codes gin_trgm_ops);
    create index documents_codes_idx on documents using gin (company_id, codes gin_trgm_ops);

    -- Of the comments that the client sees: the side of the newest.
    create function orders_last_word() returns trigger language plpgsql as $$
    declare
      told comments := coalesce(new, old);
    begin
      if told.entity <> 'orders' then return null; end if;
      update orders o set last_word = last.side
      from (select (
        select case when k.user_id is null then 'company' else 'client' end from comments k
        where k.entity = 'orders' and k.entity_id = told.entity_id and not coalesce(k.internal, false)
        order by k.created_at desc limit 1
      ) as side) last
      where o.id = told.entity_id::uuid and o.last_word is distinct from last.side;
      return null;
    end $$;
    create trigger orders_last_word_added after insert or delete on comments for each row execute function orders_last_word();
    create trigger orders_last_word_changed after update of user_id, internal, created_at on comments for each row execute function orders_last_word();

    update orders o set last_word = last.side
    from (select distinct on (k.entity_id) k.entity_id, case when k.user_id is null then 'company' else 'client' end as side
          from comments k where k.entity = 'orders' and not coalesce(k.internal, false) order by k.entity_id, k.created_at desc) last
    where o.id::text = last.entity_id;
    -- The condition word for word as the workplace has it.
    create index orders_awaits_idx on orders (company_id) where status in ('submitted', 'confirmed', 'working', 'shipped') and last_word = 'client';
    -- Whether the order of an invoice is off is asked for every invoice of a list.
    create index orders_cancelled_idx on orders (id) where status = 'cancelled';
    drop index if exists documents_company_list_idx;
    create index documents_company_list_idx on documents (company_id, date desc nulls last, id) include (kind, currency, total, paid, cancelled, order_id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop trigger if exists orders_last_word_added on comments;
    drop trigger if exists orders_last_word_changed on comments;
    drop function if exists orders_last_word();
    drop index if exists orders_cancelled_idx, orders_awaits_idx, orders_codes_idx, documents_codes_idx;
    alter table orders drop column codes, drop column last_word;
    alter table documents drop column codes;
    drop index if exists documents_company_list_idx;
    create index documents_company_list_idx on documents (company_id, date desc nulls last, id) include (kind, currency, total, paid, cancelled);
    create index orders_codes_idx on orders using gin (company_id, (search_code(number) || '|' || search_code(erp_number) || '|' || search_code(client_reference)) gin_trgm_ops);
    create index documents_codes_idx on documents using gin (company_id, search_code(number) gin_trgm_ops);
  `)
}
