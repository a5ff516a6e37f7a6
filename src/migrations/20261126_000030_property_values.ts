import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What 1C has sent as a product's properties: by name the property's id and its values, which may be ids of listed
 * words. Names that stand at goods of the exchange already are taken for 1C's own.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table products add column property_refs jsonb;
    update products set property_refs = (select jsonb_object_agg(key, '[]'::jsonb) from jsonb_object_keys(properties) key)
      where sync_node is not null and jsonb_typeof(properties) = 'object' and properties <> '{}';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`alter table products drop column property_refs`)
}
