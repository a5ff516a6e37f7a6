import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "companies" ADD COLUMN "site_id" uuid;
  ALTER TABLE "events" ADD COLUMN "site_id" uuid;
  ALTER TABLE "companies" ADD CONSTRAINT "companies_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "events" ADD CONSTRAINT "events_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "companies_site_idx" ON "companies" USING btree ("site_id");
  CREATE INDEX "events_site_idx" ON "events" USING btree ("site_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "companies" DROP CONSTRAINT "companies_site_id_sites_id_fk";
  
  ALTER TABLE "events" DROP CONSTRAINT "events_site_id_sites_id_fk";
  
  DROP INDEX "companies_site_idx";
  DROP INDEX "events_site_idx";
  ALTER TABLE "companies" DROP COLUMN "site_id";
  ALTER TABLE "events" DROP COLUMN "site_id";`)
}
