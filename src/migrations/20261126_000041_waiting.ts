import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What each parked row waits for, so that it is asked for by what has come. Rows that wait already get theirs from
 * what the journal keeps of them; a row that waits for something else besides is told so at its next try.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter type enum_exchange_issues_status add value 'expired' before 'resolved';
    alter table portal_settings add column parked_days numeric default 90;

    create table exchange_waiting (
      issue_id uuid not null references exchange_issues(id) on delete cascade,
      kind text not null,
      key text not null,
      primary key (issue_id, kind, key)
    );
    create index exchange_waiting_key_idx on exchange_waiting (kind, key);

    insert into exchange_waiting (issue_id, kind, key)
      select i.id, replace(i."row"->'waitsFor'->>'entity', '-', '_'), i."row"->'waitsFor'->>'externalId'
      from exchange_issues i where i.status = 'parked' and i."row"->'waitsFor'->>'externalId' is not null
    on conflict do nothing;
    insert into exchange_waiting (issue_id, kind, key)
      select i.id, w.kind, i."row"->'values'->>w.field
      from exchange_issues i join (values ('skus', 'product', 'products'), ('prices', 'sku', 'skus'), ('prices', 'price_type', 'price_types'),
        ('stocks', 'sku', 'skus'), ('stocks', 'warehouse', 'warehouses'), ('total-stocks', 'sku', 'skus')) w(entity, field, kind) on w.entity = i.entity
      where i.status = 'parked' and i."row"->'values'->>w.field is not null
    on conflict do nothing;
    insert into exchange_waiting (issue_id, kind, key)
      select i.id, w.kind, case when w.kind like '%.inn' then p->>'inn' else p->>'externalId' end
      from exchange_issues i cross join lateral jsonb_array_elements(i."row"->'counterparties') p
        cross join (values ('contractors'), ('companies'), ('contractors.inn'), ('companies.inn')) w(kind)
      where i.status = 'parked' and i.entity = 'orders' and jsonb_typeof(i."row"->'counterparties') = 'array'
        and coalesce(case when w.kind like '%.inn' then p->>'inn' else p->>'externalId' end, '') <> ''
    on conflict do nothing;
    insert into exchange_waiting (issue_id, kind, key)
      select i.id, w.kind, i."row"->>'baseExternalId'
      from exchange_issues i cross join (values ('orders'), ('orders.number'), ('orders.id')) w(kind)
      where i.status = 'parked' and i.entity = 'documents' and coalesce(i."row"->>'baseExternalId', '') <> ''
    on conflict do nothing
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table if exists exchange_waiting;
    alter table portal_settings drop column if exists parked_days;
    alter table exchange_issues alter column status drop default;
    alter table exchange_issues alter column status type text;
    update exchange_issues set status = 'resolved' where status = 'expired';
    drop type enum_exchange_issues_status;
    create type enum_exchange_issues_status as enum ('open', 'parked', 'replayed', 'resolved');
    alter table exchange_issues alter column status type enum_exchange_issues_status using status::enum_exchange_issues_status;
    alter table exchange_issues alter column status set default 'open'
  `)
}
