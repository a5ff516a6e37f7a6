import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What Payload's schema cannot say: the ledger and its guards, idempotency, throttling, search words,
 * sequences, and the indexes of hot lists.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create extension if not exists pg_trgm;
    create extension if not exists btree_gin;

    create table ledger_transactions (
      id uuid primary key default gen_random_uuid(),
      kind text not null,
      external_id text unique,
      occurred_at timestamptz not null,
      currency text not null,
      memo jsonb not null default '{}',
      created_at timestamptz not null default now()
    );
    create table ledger_postings (
      id bigserial primary key,
      transaction_id uuid not null references ledger_transactions(id),
      account text not null,
      occurred_at timestamptz not null,
      amount bigint not null check (amount <> 0)
    );
    create index ledger_postings_account_idx on ledger_postings (account, occurred_at, id) include (amount);
    create index ledger_postings_transaction_idx on ledger_postings (transaction_id);
    create index ledger_reversals_idx on ledger_transactions ((memo->>'reverses')) where kind = 'reversal';

    create function ledger_refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
    end $$;
    create trigger ledger_postings_append_only before update or delete on ledger_postings
      for each row execute function ledger_refuse_change();
    create trigger ledger_transactions_append_only before update or delete on ledger_transactions
      for each row execute function ledger_refuse_change();

    create function ledger_check_balance() returns trigger language plpgsql as $$
    begin
      if (select sum(amount) from ledger_postings where transaction_id = new.transaction_id) <> 0 then
        raise exception 'ledger transaction % does not sum to zero', new.transaction_id using errcode = 'check_violation';
      end if;
      return null;
    end $$;
    create constraint trigger ledger_postings_balanced after insert on ledger_postings
      deferrable initially deferred for each row execute function ledger_check_balance();

    create table idempotency_keys (
      actor text not null,
      action text not null,
      key text not null,
      body text not null,
      output jsonb,
      created_at timestamptz not null default now(),
      primary key (actor, action, key)
    );

    create table throttles (
      key text primary key,
      count integer not null,
      resets_at timestamptz not null
    );

    create sequence order_number_seq start 1001;
    create sequence exchange_changes_seq;
    alter table exchange_changes alter column seq set default nextval('exchange_changes_seq');

    create unique index notifications_once_user_idx on notifications (event_id, key, user_id) where user_id is not null;
    create unique index notifications_once_staff_idx on notifications (event_id, key, staff_id) where staff_id is not null;
    create index notifications_unread_user_idx on notifications (user_id) where read_at is null and in_feed;
    create index notifications_feed_user_idx on notifications (user_id, created_at desc);
    create index events_history_idx on events (entity, entity_id, created_at);
    create index comments_thread_idx on comments (entity, entity_id, created_at);
    create index orders_live_idx on orders (company_id, placed_at desc) where status in ('submitted', 'confirmed', 'working', 'shipped');
    create index schedule_lines_upcoming_idx on schedule_lines (company_id, due_date);
    create unique index warehouses_stock_total_idx on stocks (sku_id) where warehouse_id is null;

    create table product_search (
      product_id uuid primary key references products(id) on delete cascade,
      document tsvector not null
    );
    create index product_search_document_idx on product_search using gin (document);
    create table search_words (word text primary key, uses integer not null);
    create index search_words_trgm_idx on search_words using gin (word gin_trgm_ops);
    create index products_name_trgm_idx on products using gin (name gin_trgm_ops);
    create index products_group_name_idx on products (group_id, name) where active;
    create index groups_path_prefix_idx on groups (path text_pattern_ops);
    create index companies_name_trgm_idx on companies using gin (name gin_trgm_ops);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table if exists product_search, search_words, throttles, idempotency_keys, ledger_postings, ledger_transactions cascade;
    drop function if exists ledger_refuse_change, ledger_check_balance cascade;
    drop sequence if exists order_number_seq cascade;
    drop sequence if exists exchange_changes_seq cascade;
  `)
}
