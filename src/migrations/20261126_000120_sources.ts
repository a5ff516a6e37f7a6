import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Every node speaks for a source, whose identifiers are apart from those of other sources; those that stood till now share one. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table exchange_nodes add column source varchar not null default '',
      add column same_base_as_id uuid constraint exchange_nodes_same_base_as_id_exchange_nodes_id_fk references exchange_nodes (id) on delete set null;
    create index exchange_nodes_same_base_as_idx on exchange_nodes (same_base_as_id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`alter table exchange_nodes drop column if exists source, drop column if exists same_base_as_id`)
}
