import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Where the bytes of a session lie: each beginning of it has a folder of its own, since a run outlives the next one. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table exchange_sessions add column spool text;
    update exchange_sessions set spool = id;
    alter table exchange_sessions alter column spool set not null;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`alter table exchange_sessions drop column spool`)
}
