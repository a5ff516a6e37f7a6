import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** The currency of records whose sender names none, by the portal's own setting. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`alter table portal_settings add column currency varchar default 'RUB'`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`alter table portal_settings drop column currency`)
}
