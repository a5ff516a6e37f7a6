import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** The panel finds goods by a part of the article or of the barcode, as it does by the name: 100,000 rows without walking them. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create index products_article_trgm_idx on products using gin (article gin_trgm_ops);
    create index products_barcode_trgm_idx on products using gin (barcode gin_trgm_ops);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index if exists products_barcode_trgm_idx;
    drop index if exists products_article_trgm_idx;
  `)
}
