import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** A file keeps the name it came with beside the one it is stored under, which tells nothing from now on. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table "document_files" add column "original_name" varchar;
    alter table "media" add column "original_name" varchar;
    update "document_files" set "original_name" = "filename";
    update "media" set "original_name" = "filename";
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    alter table "document_files" drop column "original_name";
    alter table "media" drop column "original_name";
  `)
}
