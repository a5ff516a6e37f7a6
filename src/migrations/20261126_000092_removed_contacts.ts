import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** A contact that 1C says is removed stands in no list of the client any more. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`alter table contacts add column removed boolean default false;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`alter table contacts drop column removed;`)
}
