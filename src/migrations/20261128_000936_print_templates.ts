import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_print_templates_locale" AS ENUM('ru', 'en');
  CREATE TABLE "print_templates" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" varchar NOT NULL,
  	"locale" "enum_print_templates_locale" DEFAULT 'ru' NOT NULL,
  	"note" varchar,
  	"format" varchar,
  	"version" numeric,
  	"active" boolean DEFAULT false,
  	"staff_id" uuid,
  	"sha256" varchar,
  	"original_name" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric
  );
  
  CREATE TABLE "print_files" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"kind" varchar NOT NULL,
  	"entity" varchar NOT NULL,
  	"entity_id" varchar NOT NULL,
  	"company_id" uuid,
  	"template_id" uuid,
  	"template_version" numeric,
  	"user_id" uuid,
  	"staff_id" uuid,
  	"author_name" varchar,
  	"sha256" varchar NOT NULL,
  	"original_name" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric
  );
  
  ALTER TABLE "contractors" ADD COLUMN "signer_post" varchar;
  ALTER TABLE "contractors" ADD COLUMN "signer_name" varchar;
  ALTER TABLE "contractors" ADD COLUMN "signer_genitive" varchar;
  ALTER TABLE "contractors" ADD COLUMN "signer_basis" varchar;
  ALTER TABLE "company_details" ADD COLUMN "director_post" varchar;
  ALTER TABLE "company_details" ADD COLUMN "director_genitive" varchar;
  ALTER TABLE "company_details" ADD COLUMN "director_basis" varchar;
  ALTER TABLE "print_templates" ADD CONSTRAINT "print_templates_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "print_files" ADD CONSTRAINT "print_files_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "print_files" ADD CONSTRAINT "print_files_template_id_print_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."print_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "print_files" ADD CONSTRAINT "print_files_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "print_files" ADD CONSTRAINT "print_files_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "print_templates_kind_idx" ON "print_templates" USING btree ("kind");
  CREATE INDEX "print_templates_staff_idx" ON "print_templates" USING btree ("staff_id");
  CREATE INDEX "print_templates_created_at_idx" ON "print_templates" USING btree ("created_at");
  CREATE INDEX "print_templates_updated_at_idx" ON "print_templates" USING btree ("updated_at");
  CREATE UNIQUE INDEX "print_templates_filename_idx" ON "print_templates" USING btree ("filename");
  CREATE INDEX "print_files_company_idx" ON "print_files" USING btree ("company_id");
  CREATE INDEX "print_files_template_idx" ON "print_files" USING btree ("template_id");
  CREATE INDEX "print_files_user_idx" ON "print_files" USING btree ("user_id");
  CREATE INDEX "print_files_staff_idx" ON "print_files" USING btree ("staff_id");
  CREATE INDEX "print_files_created_at_idx" ON "print_files" USING btree ("created_at");
  CREATE INDEX "print_files_updated_at_idx" ON "print_files" USING btree ("updated_at");
  CREATE UNIQUE INDEX "print_files_filename_idx" ON "print_files" USING btree ("filename");
  CREATE INDEX "entity_entityId_idx" ON "print_files" USING btree ("entity","entity_id");`)
  await db.execute(sql`
    -- One version of a template prints; the same bytes of a record are kept once.
    create unique index print_templates_active_idx on print_templates (kind, format, locale) where active;
    create unique index print_templates_version_idx on print_templates (kind, format, locale, version);
    create unique index print_files_same_idx on print_files (entity, entity_id, sha256);
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "print_templates" CASCADE;
  DROP TABLE "print_files" CASCADE;
  ALTER TABLE "contractors" DROP COLUMN "signer_post";
  ALTER TABLE "contractors" DROP COLUMN "signer_name";
  ALTER TABLE "contractors" DROP COLUMN "signer_genitive";
  ALTER TABLE "contractors" DROP COLUMN "signer_basis";
  ALTER TABLE "company_details" DROP COLUMN "director_post";
  ALTER TABLE "company_details" DROP COLUMN "director_genitive";
  ALTER TABLE "company_details" DROP COLUMN "director_basis";
  DROP TYPE "public"."enum_print_templates_locale";`)
}
