import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Another try of a run stands beside it; who was not let in is counted; files at work are found at once. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table exchange_runs add column attempt_of_id uuid;
    alter table exchange_runs add constraint exchange_runs_attempt_of_id_exchange_runs_id_fk foreign key (attempt_of_id) references exchange_runs (id) on delete set null;
    create index exchange_runs_attempt_of_idx on exchange_runs using btree (attempt_of_id);
    create index exchange_files_at_work_idx on exchange_files (created_at) where status in ('received', 'running');
    create table exchange_refusals (
      id uuid primary key default gen_random_uuid(),
      node_id uuid references exchange_nodes (id) on delete cascade,
      address text not null,
      reason text not null,
      tries integer not null default 1,
      first_at timestamptz not null default now(),
      last_at timestamptz not null default now()
    );
    create unique index exchange_refusals_key on exchange_refusals (coalesce(node_id::text, ''), address, reason);
    create index exchange_refusals_last_idx on exchange_refusals (last_at);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table exchange_refusals;
    drop index exchange_files_at_work_idx;
    alter table exchange_runs drop column attempt_of_id;
  `)
}
