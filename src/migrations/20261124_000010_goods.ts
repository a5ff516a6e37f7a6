import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What the exchange of goods remembers beside the goods: relations that wait for their record, runs that
 * have ended, and what a full export no longer named while somebody has to confirm it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table exchange_late (
      table_name text not null,
      column_name text not null,
      external_id text not null,
      wanted text not null,
      primary key (table_name, column_name, external_id)
    );
    create index exchange_late_wanted_idx on exchange_late (table_name, column_name, wanted);
    create table exchange_settled (
      run_id uuid primary key references exchange_runs(id) on delete cascade,
      node_id uuid not null references exchange_nodes(id) on delete cascade,
      outcome text not null,
      files text,
      catalogues text[] not null default '{}',
      settled_at timestamptz not null default now()
    );
    create index exchange_settled_node_idx on exchange_settled (node_id, settled_at desc);
    create table exchange_absent (
      run_id uuid not null references exchange_runs(id) on delete cascade,
      table_name text not null,
      external_id text not null,
      primary key (table_name, external_id, run_id)
    );
    create index skus_sole_idx on skus (product_id) where sync_hash = 'sole'
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index if exists skus_sole_idx;
    drop table if exists exchange_absent, exchange_settled, exchange_late
  `)
}
