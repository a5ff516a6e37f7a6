import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** The panel searches folded texts (`withFoldedOperators`): indexes of the plain ones only made every import of goods slower. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`drop index if exists products_article_trgm_idx, products_barcode_trgm_idx`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    create index products_article_trgm_idx on products using gin (article gin_trgm_ops);
    create index products_barcode_trgm_idx on products using gin (barcode gin_trgm_ops);
  `)
}
