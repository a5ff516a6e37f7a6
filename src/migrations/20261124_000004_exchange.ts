import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What the CommerceML dialogue keeps between two requests, and the names of 1C's properties. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table exchange_sessions (
      id text primary key,
      node_id uuid not null references exchange_nodes(id) on delete cascade,
      run_id uuid references exchange_runs(id) on delete set null,
      schema_version text,
      offered jsonb not null default '[]',
      fresh jsonb not null default '{}',
      address text not null,
      created_at timestamptz not null default now(),
      seen_at timestamptz not null default now()
    );
    create index exchange_sessions_node_idx on exchange_sessions (node_id, seen_at desc);
    create table exchange_properties (
      external_id text primary key,
      name text not null,
      options jsonb not null default '{}'
    );
    create unique index exchange_files_once_idx on exchange_files (run_id, name) where status in ('received', 'running');
    create index exchange_issues_parked_idx on exchange_issues (entity, created_at) where status = 'parked';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table if exists exchange_sessions, exchange_properties;
    drop index if exists exchange_files_once_idx, exchange_issues_parked_idx;
  `)
}
