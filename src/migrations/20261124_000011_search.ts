import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Substring search compares folded texts now; indexes of the plain ones would not be used. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    drop index if exists orders_number_trgm_idx, documents_number_trgm_idx, companies_name_trgm_idx, products_name_trgm_idx;
    create index orders_number_fold_idx on orders using gin (search_fold(number) gin_trgm_ops);
    create index documents_number_fold_idx on documents using gin (search_fold(number) gin_trgm_ops);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index if exists orders_number_fold_idx, documents_number_fold_idx;
    create index orders_number_trgm_idx on orders using gin (number gin_trgm_ops);
    create index documents_number_trgm_idx on documents using gin (number gin_trgm_ops);
    create index companies_name_trgm_idx on companies using gin (name gin_trgm_ops);
    create index products_name_trgm_idx on products using gin (name gin_trgm_ops);
  `)
}
