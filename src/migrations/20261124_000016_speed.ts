import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const INDEXES = [
  'orders_list_idx', 'orders_company_list_idx', 'orders_status_list_idx', 'order_lines_frequent_idx', 'documents_company_list_idx', 'product_facts_neighbours_idx',
  'notifications_unread_user_idx', 'notifications_unread_staff_idx', 'notifications_feed_staff_idx', 'exchange_runs_done_idx', 'comments_last_word_idx',
]

/** Indexes in the very order and under the very conditions that lists, counters and the frame of every page ask for. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create index orders_list_idx on orders (placed_at desc nulls last, id);
    create index orders_company_list_idx on orders (company_id, placed_at desc nulls last, id);
    create index orders_status_list_idx on orders (status, placed_at desc nulls last, id) include (company_id);
    create index order_lines_frequent_idx on order_lines (company_id, created_at) include (sku_id);
    create index product_facts_neighbours_idx on product_facts (group_id, (stock > 0) desc, name_key, product_id);
    create index documents_company_list_idx on documents (company_id, date desc nulls last, id);
    create index comments_last_word_idx on comments (entity, entity_id, created_at desc) include (user_id) where not coalesce(internal, false);

    -- The condition word for word as the queries have it: another one would not be recognised.
    drop index documents_unpaid_idx;
    create index documents_unpaid_idx on documents (company_id, due_date)
      where kind = 'invoice' and coalesce(paid, 0) < total and not coalesce(cancelled, false);

    -- A mark of the texts that a search document was made of.
    alter table product_search add column source text;

    drop index notifications_unread_user_idx;
    create index notifications_unread_user_idx on notifications (user_id) where read_at is null and coalesce(in_feed, true);
    create index notifications_unread_staff_idx on notifications (staff_id) where read_at is null and coalesce(in_feed, true);
    create index notifications_feed_staff_idx on notifications (staff_id, created_at desc);
    create index exchange_runs_done_idx on exchange_runs (finished_at) where status in ('done', 'partial');
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(`drop index if exists ${INDEXES.join(', ')}`))
  await db.execute(sql`
    alter table product_search drop column if exists source;
    create index notifications_unread_user_idx on notifications (user_id) where read_at is null and in_feed;
    drop index if exists documents_unpaid_idx;
    create index documents_unpaid_idx on documents (company_id, due_date) where kind = 'invoice' and paid < total;
  `)
}
