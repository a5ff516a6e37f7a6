import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What the exchange over REST keeps below Payload: statement lines, announced balances, feed positions. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create unique index accounts_identity_idx on accounts
      (company_id, coalesce(contract_id, '00000000-0000-0000-0000-000000000000'::uuid), currency);

    -- One row per line of 1C's statement: which ledger transaction stands for it now.
    create table statement_lines (
      external_id text primary key,
      account_id uuid not null references accounts(id),
      version integer not null,
      hash text not null,
      removed boolean not null default false,
      sync_node text,
      synced_at timestamptz not null default now()
    );
    create index statement_lines_account_idx on statement_lines (account_id);

    -- The balance that 1C announced last: the ledger's opening entry is kept such that it holds.
    create table account_anchors (
      account_id uuid primary key references accounts(id),
      amount bigint not null,
      at timestamptz not null,
      opening bigint not null default 0,
      version integer not null default 0,
      sync_node text,
      synced_at timestamptz not null default now()
    );

    alter table exchange_changes alter column seq drop default;
    create sequence exchange_changes_order_seq;
    alter table exchange_changes add column ord bigint not null default nextval('exchange_changes_order_seq');
    create index exchange_changes_unnumbered_idx on exchange_changes (ord) where seq is null;

    create table exchange_acks (
      node_id uuid not null references exchange_nodes(id) on delete cascade,
      entity text not null,
      seq bigint not null,
      at timestamptz not null default now(),
      primary key (node_id, entity)
    );

    create index document_requests_queue_idx on document_requests (created_at) where status in ('waiting', 'leased');
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table if exists exchange_acks, account_anchors, statement_lines;
    drop index if exists accounts_identity_idx;
    alter table exchange_changes drop column if exists ord;
    drop sequence if exists exchange_changes_order_seq;
  `)
}
