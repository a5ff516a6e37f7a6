import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Roles of the cabinet have a name for those who read it in English. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table portal_roles add column name_en varchar;
    update portal_roles set name_en = 'New client' where code = 'starter' and name = 'Новый клиент';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`alter table portal_roles drop column if exists name_en`)
}
