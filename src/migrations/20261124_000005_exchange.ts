import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const TABLES = ['groups', 'brands', 'price_types', 'warehouses', 'products', 'skus', 'prices', 'stocks']

/** The moment of the data at the sender, by which older data are told from newer. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const table of TABLES) await db.execute(sql.raw(`alter table "${table}" add column sync_time timestamptz`))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const table of TABLES) await db.execute(sql.raw(`alter table "${table}" drop column if exists sync_time`))
}
