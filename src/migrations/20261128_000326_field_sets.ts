import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_forms_when_is" AS ENUM('equals', 'oneOf', 'filled', 'greater');
  CREATE TYPE "public"."enum_forms_blocks_rows_columns_kind" AS ENUM('number', 'money', 'date', 'text', 'email', 'phone', 'inn', 'kpp', 'ogrn', 'snils');
  CREATE TYPE "public"."enum_forms_blocks_computed_by" AS ENUM('sum', 'product', 'columnSum');
  CREATE TYPE "public"."enum_forms_blocks_record_source" AS ENUM('contracts', 'orders', 'documents', 'contacts');
  CREATE TABLE "forms_blocks_money" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"currency" varchar DEFAULT 'RUB',
  	"required" boolean,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_period" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"required" boolean,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_bank" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"required" boolean,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_files_papers" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"required" boolean
  );
  
  CREATE TABLE "forms_blocks_files" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_phone" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"required" boolean,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_inn" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"required" boolean,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_kpp" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"required" boolean,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_ogrn" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"required" boolean,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_snils" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"required" boolean,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_rows_columns" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"kind" "enum_forms_blocks_rows_columns_kind" DEFAULT 'text' NOT NULL,
  	"required" boolean,
  	"summed" boolean
  );
  
  CREATE TABLE "forms_blocks_rows" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"min_rows" numeric,
  	"max_rows" numeric,
  	"required" boolean,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_computed" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"by" "enum_forms_blocks_computed_by" DEFAULT 'sum' NOT NULL,
  	"currency" varchar,
  	"of" varchar NOT NULL,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_record" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"name" varchar,
  	"source" "enum_forms_blocks_record_source" DEFAULT 'contracts' NOT NULL,
  	"required" boolean,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_page" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"label_en" varchar,
  	"when_field" varchar,
  	"when_is" "enum_forms_when_is" DEFAULT 'equals',
  	"when_value" varchar,
  	"block_name" varchar
  );
  
  ALTER TABLE "forms_blocks_checkbox" ADD COLUMN "when_field" varchar;
  ALTER TABLE "forms_blocks_checkbox" ADD COLUMN "when_is" "enum_forms_when_is" DEFAULT 'equals';
  ALTER TABLE "forms_blocks_checkbox" ADD COLUMN "when_value" varchar;
  ALTER TABLE "forms_blocks_email" ADD COLUMN "when_field" varchar;
  ALTER TABLE "forms_blocks_email" ADD COLUMN "when_is" "enum_forms_when_is" DEFAULT 'equals';
  ALTER TABLE "forms_blocks_email" ADD COLUMN "when_value" varchar;
  ALTER TABLE "forms_blocks_message" ADD COLUMN "when_field" varchar;
  ALTER TABLE "forms_blocks_message" ADD COLUMN "when_is" "enum_forms_when_is" DEFAULT 'equals';
  ALTER TABLE "forms_blocks_message" ADD COLUMN "when_value" varchar;
  ALTER TABLE "forms_blocks_number" ADD COLUMN "when_field" varchar;
  ALTER TABLE "forms_blocks_number" ADD COLUMN "when_is" "enum_forms_when_is" DEFAULT 'equals';
  ALTER TABLE "forms_blocks_number" ADD COLUMN "when_value" varchar;
  ALTER TABLE "forms_blocks_select" ADD COLUMN "when_field" varchar;
  ALTER TABLE "forms_blocks_select" ADD COLUMN "when_is" "enum_forms_when_is" DEFAULT 'equals';
  ALTER TABLE "forms_blocks_select" ADD COLUMN "when_value" varchar;
  ALTER TABLE "forms_blocks_text" ADD COLUMN "when_field" varchar;
  ALTER TABLE "forms_blocks_text" ADD COLUMN "when_is" "enum_forms_when_is" DEFAULT 'equals';
  ALTER TABLE "forms_blocks_text" ADD COLUMN "when_value" varchar;
  ALTER TABLE "forms_blocks_textarea" ADD COLUMN "when_field" varchar;
  ALTER TABLE "forms_blocks_textarea" ADD COLUMN "when_is" "enum_forms_when_is" DEFAULT 'equals';
  ALTER TABLE "forms_blocks_textarea" ADD COLUMN "when_value" varchar;
  ALTER TABLE "forms_blocks_date" ADD COLUMN "when_field" varchar;
  ALTER TABLE "forms_blocks_date" ADD COLUMN "when_is" "enum_forms_when_is" DEFAULT 'equals';
  ALTER TABLE "forms_blocks_date" ADD COLUMN "when_value" varchar;
  ALTER TABLE "forms_blocks_radio" ADD COLUMN "when_field" varchar;
  ALTER TABLE "forms_blocks_radio" ADD COLUMN "when_is" "enum_forms_when_is" DEFAULT 'equals';
  ALTER TABLE "forms_blocks_radio" ADD COLUMN "when_value" varchar;
  ALTER TABLE "form_submissions" ADD COLUMN "version" varchar;
  ALTER TABLE "form_submissions" ADD COLUMN "values" jsonb;
  ALTER TABLE "forms_blocks_money" ADD CONSTRAINT "forms_blocks_money_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_period" ADD CONSTRAINT "forms_blocks_period_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_bank" ADD CONSTRAINT "forms_blocks_bank_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_files_papers" ADD CONSTRAINT "forms_blocks_files_papers_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms_blocks_files"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_files" ADD CONSTRAINT "forms_blocks_files_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_phone" ADD CONSTRAINT "forms_blocks_phone_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_inn" ADD CONSTRAINT "forms_blocks_inn_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_kpp" ADD CONSTRAINT "forms_blocks_kpp_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_ogrn" ADD CONSTRAINT "forms_blocks_ogrn_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_snils" ADD CONSTRAINT "forms_blocks_snils_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_rows_columns" ADD CONSTRAINT "forms_blocks_rows_columns_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms_blocks_rows"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_rows" ADD CONSTRAINT "forms_blocks_rows_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_computed" ADD CONSTRAINT "forms_blocks_computed_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_record" ADD CONSTRAINT "forms_blocks_record_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_page" ADD CONSTRAINT "forms_blocks_page_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "forms_blocks_money_order_idx" ON "forms_blocks_money" USING btree ("_order");
  CREATE INDEX "forms_blocks_money_parent_id_idx" ON "forms_blocks_money" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_money_path_idx" ON "forms_blocks_money" USING btree ("_path");
  CREATE INDEX "forms_blocks_period_order_idx" ON "forms_blocks_period" USING btree ("_order");
  CREATE INDEX "forms_blocks_period_parent_id_idx" ON "forms_blocks_period" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_period_path_idx" ON "forms_blocks_period" USING btree ("_path");
  CREATE INDEX "forms_blocks_bank_order_idx" ON "forms_blocks_bank" USING btree ("_order");
  CREATE INDEX "forms_blocks_bank_parent_id_idx" ON "forms_blocks_bank" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_bank_path_idx" ON "forms_blocks_bank" USING btree ("_path");
  CREATE INDEX "forms_blocks_files_papers_order_idx" ON "forms_blocks_files_papers" USING btree ("_order");
  CREATE INDEX "forms_blocks_files_papers_parent_id_idx" ON "forms_blocks_files_papers" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_files_order_idx" ON "forms_blocks_files" USING btree ("_order");
  CREATE INDEX "forms_blocks_files_parent_id_idx" ON "forms_blocks_files" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_files_path_idx" ON "forms_blocks_files" USING btree ("_path");
  CREATE INDEX "forms_blocks_phone_order_idx" ON "forms_blocks_phone" USING btree ("_order");
  CREATE INDEX "forms_blocks_phone_parent_id_idx" ON "forms_blocks_phone" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_phone_path_idx" ON "forms_blocks_phone" USING btree ("_path");
  CREATE INDEX "forms_blocks_inn_order_idx" ON "forms_blocks_inn" USING btree ("_order");
  CREATE INDEX "forms_blocks_inn_parent_id_idx" ON "forms_blocks_inn" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_inn_path_idx" ON "forms_blocks_inn" USING btree ("_path");
  CREATE INDEX "forms_blocks_kpp_order_idx" ON "forms_blocks_kpp" USING btree ("_order");
  CREATE INDEX "forms_blocks_kpp_parent_id_idx" ON "forms_blocks_kpp" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_kpp_path_idx" ON "forms_blocks_kpp" USING btree ("_path");
  CREATE INDEX "forms_blocks_ogrn_order_idx" ON "forms_blocks_ogrn" USING btree ("_order");
  CREATE INDEX "forms_blocks_ogrn_parent_id_idx" ON "forms_blocks_ogrn" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_ogrn_path_idx" ON "forms_blocks_ogrn" USING btree ("_path");
  CREATE INDEX "forms_blocks_snils_order_idx" ON "forms_blocks_snils" USING btree ("_order");
  CREATE INDEX "forms_blocks_snils_parent_id_idx" ON "forms_blocks_snils" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_snils_path_idx" ON "forms_blocks_snils" USING btree ("_path");
  CREATE INDEX "forms_blocks_rows_columns_order_idx" ON "forms_blocks_rows_columns" USING btree ("_order");
  CREATE INDEX "forms_blocks_rows_columns_parent_id_idx" ON "forms_blocks_rows_columns" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_rows_order_idx" ON "forms_blocks_rows" USING btree ("_order");
  CREATE INDEX "forms_blocks_rows_parent_id_idx" ON "forms_blocks_rows" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_rows_path_idx" ON "forms_blocks_rows" USING btree ("_path");
  CREATE INDEX "forms_blocks_computed_order_idx" ON "forms_blocks_computed" USING btree ("_order");
  CREATE INDEX "forms_blocks_computed_parent_id_idx" ON "forms_blocks_computed" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_computed_path_idx" ON "forms_blocks_computed" USING btree ("_path");
  CREATE INDEX "forms_blocks_record_order_idx" ON "forms_blocks_record" USING btree ("_order");
  CREATE INDEX "forms_blocks_record_parent_id_idx" ON "forms_blocks_record" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_record_path_idx" ON "forms_blocks_record" USING btree ("_path");
  CREATE INDEX "forms_blocks_page_order_idx" ON "forms_blocks_page" USING btree ("_order");
  CREATE INDEX "forms_blocks_page_parent_id_idx" ON "forms_blocks_page" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_page_path_idx" ON "forms_blocks_page" USING btree ("_path");

    -- What a form asked when an answer came: written once. A form may go, its answers are still read by these.
    create table form_versions (
      id uuid primary key default gen_random_uuid(),
      form_id uuid not null,
      digest varchar(64) not null,
      definition jsonb not null,
      created_at timestamptz not null default now(),
      unique (form_id, digest)
    );
    create function form_versions_stay() returns trigger language plpgsql as $$
    begin
      raise exception 'a version of a form is never changed';
    end $$;
    create trigger form_versions_stay before update on form_versions for each row execute function form_versions_stay();

    create table form_drafts (
      user_id uuid not null references users(id) on delete cascade,
      form_id uuid not null references forms(id) on delete cascade,
      typed jsonb not null,
      page integer not null default 0,
      updated_at timestamptz not null default now(),
      expires_at timestamptz not null,
      primary key (user_id, form_id)
    );
    create index form_drafts_form_idx on form_drafts (form_id);
    create index form_drafts_expires_idx on form_drafts (expires_at);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table form_drafts;
    drop table form_versions;
    drop function form_versions_stay;
   DROP TABLE "forms_blocks_money" CASCADE;
  DROP TABLE "forms_blocks_period" CASCADE;
  DROP TABLE "forms_blocks_bank" CASCADE;
  DROP TABLE "forms_blocks_files_papers" CASCADE;
  DROP TABLE "forms_blocks_files" CASCADE;
  DROP TABLE "forms_blocks_phone" CASCADE;
  DROP TABLE "forms_blocks_inn" CASCADE;
  DROP TABLE "forms_blocks_kpp" CASCADE;
  DROP TABLE "forms_blocks_ogrn" CASCADE;
  DROP TABLE "forms_blocks_snils" CASCADE;
  DROP TABLE "forms_blocks_rows_columns" CASCADE;
  DROP TABLE "forms_blocks_rows" CASCADE;
  DROP TABLE "forms_blocks_computed" CASCADE;
  DROP TABLE "forms_blocks_record" CASCADE;
  DROP TABLE "forms_blocks_page" CASCADE;
  ALTER TABLE "forms_blocks_checkbox" DROP COLUMN "when_field";
  ALTER TABLE "forms_blocks_checkbox" DROP COLUMN "when_is";
  ALTER TABLE "forms_blocks_checkbox" DROP COLUMN "when_value";
  ALTER TABLE "forms_blocks_email" DROP COLUMN "when_field";
  ALTER TABLE "forms_blocks_email" DROP COLUMN "when_is";
  ALTER TABLE "forms_blocks_email" DROP COLUMN "when_value";
  ALTER TABLE "forms_blocks_message" DROP COLUMN "when_field";
  ALTER TABLE "forms_blocks_message" DROP COLUMN "when_is";
  ALTER TABLE "forms_blocks_message" DROP COLUMN "when_value";
  ALTER TABLE "forms_blocks_number" DROP COLUMN "when_field";
  ALTER TABLE "forms_blocks_number" DROP COLUMN "when_is";
  ALTER TABLE "forms_blocks_number" DROP COLUMN "when_value";
  ALTER TABLE "forms_blocks_select" DROP COLUMN "when_field";
  ALTER TABLE "forms_blocks_select" DROP COLUMN "when_is";
  ALTER TABLE "forms_blocks_select" DROP COLUMN "when_value";
  ALTER TABLE "forms_blocks_text" DROP COLUMN "when_field";
  ALTER TABLE "forms_blocks_text" DROP COLUMN "when_is";
  ALTER TABLE "forms_blocks_text" DROP COLUMN "when_value";
  ALTER TABLE "forms_blocks_textarea" DROP COLUMN "when_field";
  ALTER TABLE "forms_blocks_textarea" DROP COLUMN "when_is";
  ALTER TABLE "forms_blocks_textarea" DROP COLUMN "when_value";
  ALTER TABLE "forms_blocks_date" DROP COLUMN "when_field";
  ALTER TABLE "forms_blocks_date" DROP COLUMN "when_is";
  ALTER TABLE "forms_blocks_date" DROP COLUMN "when_value";
  ALTER TABLE "forms_blocks_radio" DROP COLUMN "when_field";
  ALTER TABLE "forms_blocks_radio" DROP COLUMN "when_is";
  ALTER TABLE "forms_blocks_radio" DROP COLUMN "when_value";
  ALTER TABLE "form_submissions" DROP COLUMN "version";
  ALTER TABLE "form_submissions" DROP COLUMN "values";
  DROP TYPE "public"."enum_forms_when_is";
  DROP TYPE "public"."enum_forms_blocks_rows_columns_kind";
  DROP TYPE "public"."enum_forms_blocks_computed_by";
  DROP TYPE "public"."enum_forms_blocks_record_source";`)
}
