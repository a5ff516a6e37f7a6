import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_interactions_kind" AS ENUM('note', 'call', 'meeting');
  CREATE TYPE "public"."enum_interactions_status" AS ENUM('kept', 'planned', 'due', 'done');
  CREATE TABLE "interactions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"company_id" uuid NOT NULL,
  	"kind" "enum_interactions_kind" NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"contact_id" uuid,
  	"body" varchar NOT NULL,
  	"outcome" varchar,
  	"next_step" varchar,
  	"status" "enum_interactions_status" DEFAULT 'kept' NOT NULL,
  	"remind_at" timestamp(3) with time zone,
  	"assignee_id" uuid,
  	"author_id" uuid,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "interactions" ADD CONSTRAINT "interactions_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interactions" ADD CONSTRAINT "interactions_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interactions" ADD CONSTRAINT "interactions_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "interactions" ADD CONSTRAINT "interactions_author_id_staff_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "interactions_company_idx" ON "interactions" USING btree ("company_id");
  CREATE INDEX "interactions_contact_idx" ON "interactions" USING btree ("contact_id");
  CREATE INDEX "interactions_status_idx" ON "interactions" USING btree ("status");
  CREATE INDEX "interactions_assignee_idx" ON "interactions" USING btree ("assignee_id");
  CREATE INDEX "interactions_author_idx" ON "interactions" USING btree ("author_id");
  CREATE INDEX "interactions_created_at_idx" ON "interactions" USING btree ("created_at");
  CREATE INDEX "interactions_updated_at_idx" ON "interactions" USING btree ("updated_at");
  CREATE INDEX "company_at_idx" ON "interactions" USING btree ("company_id","at");
  CREATE INDEX "status_remindAt_idx" ON "interactions" USING btree ("status","remind_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "interactions" CASCADE;
  DROP TYPE "public"."enum_interactions_kind";
  DROP TYPE "public"."enum_interactions_status";`)
}
