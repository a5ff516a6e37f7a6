import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Capabilities of portal roles are text: modules declare which there are, and a new one needs no migration. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table portal_roles_capabilities alter column value set data type varchar;
    drop type enum_portal_roles_capabilities;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    create type enum_portal_roles_capabilities as enum ('orders.read', 'orders.create', 'contracts.read', 'documents.read', 'balance.read', 'company.read', 'company.manage');
    -- What was declared later has no place in the type.
    delete from portal_roles_capabilities where not value = any (enum_range(null::enum_portal_roles_capabilities)::text[]);
    alter table portal_roles_capabilities alter column value set data type enum_portal_roles_capabilities using value::enum_portal_roles_capabilities;
  `)
}
