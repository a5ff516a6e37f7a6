import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Files that were applied whole, with the state in which they left their tables: the same bytes over the same state change nothing. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table exchange_applied (
      node_id uuid not null references exchange_nodes(id) on delete cascade,
      sha256 text not null,
      state text not null,
      counts jsonb not null,
      applied_at timestamptz not null default now(),
      primary key (node_id, sha256)
    )
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table if exists exchange_applied`)
}
