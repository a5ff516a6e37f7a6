import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What the words of a journal's line are made of, so that they can be said in the reader's language. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`alter table exchange_issues add column params jsonb`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`alter table exchange_issues drop column params`)
}
