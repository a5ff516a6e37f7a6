import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What a person switched off stays off, among payers and branches too. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table contractors add column hidden_by_hand boolean default false;
    alter table branches add column hidden_by_hand boolean default false;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    alter table branches drop column hidden_by_hand;
    alter table contractors drop column hidden_by_hand;
  `)
}
