import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** A price that holds from a quantity on may end at another. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`alter table prices add column max_qty numeric`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`alter table prices drop column max_qty`)
}
