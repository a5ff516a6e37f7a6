import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** The 1C that an order was offered to, and the one that has it: its changes go there alone. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table orders add column offered_to_id uuid;
    alter table orders add column taken_by_id uuid;
    alter table orders add constraint orders_offered_to_id_exchange_nodes_id_fk foreign key (offered_to_id) references exchange_nodes (id) on delete set null;
    alter table orders add constraint orders_taken_by_id_exchange_nodes_id_fk foreign key (taken_by_id) references exchange_nodes (id) on delete set null;
    create index orders_offered_to_idx on orders using btree (offered_to_id);
    create index orders_taken_by_idx on orders using btree (taken_by_id);
    update orders o set taken_by_id = n.id from exchange_nodes n where n.name = o.sync_node;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    alter table orders drop column taken_by_id;
    alter table orders drop column offered_to_id;
  `)
}
