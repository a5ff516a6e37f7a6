import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * The moment of the debt that 1C told last, apart from the moment of the figures as people see it: that one moves with
 * balances, too. And the items that were taken, so that the same item over the same record costs one look.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table companies add column debt_at timestamptz;
    alter table contracts add column debt_at timestamptz;

    create table exchange_taken (
      resource text not null,
      key text not null,
      node_id uuid not null references exchange_nodes(id) on delete cascade,
      hash text not null,
      record_id uuid not null,
      record_version text not null,
      primary key (resource, key)
    )
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table if exists exchange_taken;
    alter table contracts drop column if exists debt_at;
    alter table companies drop column if exists debt_at
  `)
}
