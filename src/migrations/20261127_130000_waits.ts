import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What was counted at each visit is kept or read from an index alone: how often a company has bought a product, totals
 * of its lists, orders that 1C has not got, and codes and sums of its own records.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table company_purchases (
      company_id uuid not null references companies(id) on delete cascade,
      product_id uuid not null references products(id) on delete cascade,
      times integer not null,
      primary key (company_id, product_id) include (times)
    );
    create index company_purchases_product_idx on company_purchases (product_id);
    insert into company_purchases (company_id, product_id, times)
      select l.company_id, k.product_id, count(*) from order_lines l join skus k on k.id = l.sku_id
      where l.company_id is not null and l.created_at > now() - interval '1 year' group by 1, 2;

    drop index if exists orders_company_list_idx;
    create index orders_company_list_idx on orders (company_id, placed_at desc nulls last, id) include (status, currency, total, paid, planned_date);
    drop index if exists documents_company_list_idx;
    create index documents_company_list_idx on documents (company_id, date desc nulls last, id) include (kind, currency, total, paid, cancelled);

    -- The condition word for word as the workplace has it.
    create index orders_not_exported_idx on orders (company_id)
      where (exported_at is null and external_id is null and status <> 'cancelled') or unsent_since is not null;

    create extension if not exists btree_gin;
    drop index if exists orders_codes_idx, documents_codes_idx;
    create index orders_codes_idx on orders using gin (company_id, (search_code(number) || '|' || search_code(erp_number) || '|' || search_code(client_reference)) gin_trgm_ops);
    create index documents_codes_idx on documents using gin (company_id, search_code(number) gin_trgm_ops);
    create index orders_company_total_idx on orders (company_id, total);
    create index documents_company_total_idx on documents (company_id, total);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index if exists orders_company_total_idx, documents_company_total_idx, orders_codes_idx, documents_codes_idx, orders_not_exported_idx, orders_company_list_idx, documents_company_list_idx;
    create index orders_codes_idx on orders using gin ((search_code(number) || '|' || search_code(erp_number) || '|' || search_code(client_reference)) gin_trgm_ops);
    create index documents_codes_idx on documents using gin (search_code(number) gin_trgm_ops);
    create index orders_company_list_idx on orders (company_id, placed_at desc nulls last, id);
    create index documents_company_list_idx on documents (company_id, date desc nulls last, id);
    drop table if exists company_purchases;
  `)
}
