import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "list_views" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"list" varchar NOT NULL,
  	"user_id" uuid NOT NULL,
  	"company_id" uuid,
  	"search" varchar,
  	"look" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "list_views" ADD CONSTRAINT "list_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "list_views" ADD CONSTRAINT "list_views_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "list_views_list_idx" ON "list_views" USING btree ("list");
  CREATE INDEX "list_views_user_idx" ON "list_views" USING btree ("user_id");
  CREATE INDEX "list_views_company_idx" ON "list_views" USING btree ("company_id");
  CREATE INDEX "list_views_created_at_idx" ON "list_views" USING btree ("created_at");
  CREATE INDEX "list_views_updated_at_idx" ON "list_views" USING btree ("updated_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "list_views" CASCADE;`)
}
