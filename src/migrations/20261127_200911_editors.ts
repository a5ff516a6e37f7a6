import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "forms_blocks_checkbox" ALTER COLUMN "name" DROP NOT NULL;
  ALTER TABLE "forms_blocks_email" ALTER COLUMN "name" DROP NOT NULL;
  ALTER TABLE "forms_blocks_number" ALTER COLUMN "name" DROP NOT NULL;
  ALTER TABLE "forms_blocks_select_options" ALTER COLUMN "value" DROP NOT NULL;
  ALTER TABLE "forms_blocks_select" ALTER COLUMN "name" DROP NOT NULL;
  ALTER TABLE "forms_blocks_text" ALTER COLUMN "name" DROP NOT NULL;
  ALTER TABLE "forms_blocks_textarea" ALTER COLUMN "name" DROP NOT NULL;
  ALTER TABLE "forms_blocks_date" ALTER COLUMN "name" DROP NOT NULL;
  ALTER TABLE "forms_blocks_radio_options" ALTER COLUMN "value" DROP NOT NULL;
  ALTER TABLE "forms_blocks_radio" ALTER COLUMN "name" DROP NOT NULL;
  ALTER TABLE "groups" ADD COLUMN "overrides" jsonb;
  ALTER TABLE "products" ADD COLUMN "overrides" jsonb;
  ALTER TABLE "forms_blocks_checkbox" ADD COLUMN "label_en" varchar;
  ALTER TABLE "forms_blocks_email" ADD COLUMN "label_en" varchar;
  ALTER TABLE "forms_blocks_message" ADD COLUMN "message_en" varchar;
  ALTER TABLE "forms_blocks_number" ADD COLUMN "label_en" varchar;
  ALTER TABLE "forms_blocks_select_options" ADD COLUMN "label_en" varchar;
  ALTER TABLE "forms_blocks_select" ADD COLUMN "label_en" varchar;
  ALTER TABLE "forms_blocks_text" ADD COLUMN "label_en" varchar;
  ALTER TABLE "forms_blocks_textarea" ADD COLUMN "label_en" varchar;
  ALTER TABLE "forms_blocks_date" ADD COLUMN "label_en" varchar;
  ALTER TABLE "forms_blocks_radio_options" ADD COLUMN "label_en" varchar;
  ALTER TABLE "forms_blocks_radio" ADD COLUMN "label_en" varchar;
  ALTER TABLE "forms" ADD COLUMN "title_en" varchar;
  ALTER TABLE "forms" ADD COLUMN "intro_en" varchar;
  ALTER TABLE "forms" ADD COLUMN "submit_en" varchar;
  ALTER TABLE "forms" ADD COLUMN "confirmation_en" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "forms_blocks_checkbox" ALTER COLUMN "name" SET NOT NULL;
  ALTER TABLE "forms_blocks_email" ALTER COLUMN "name" SET NOT NULL;
  ALTER TABLE "forms_blocks_number" ALTER COLUMN "name" SET NOT NULL;
  ALTER TABLE "forms_blocks_select_options" ALTER COLUMN "value" SET NOT NULL;
  ALTER TABLE "forms_blocks_select" ALTER COLUMN "name" SET NOT NULL;
  ALTER TABLE "forms_blocks_text" ALTER COLUMN "name" SET NOT NULL;
  ALTER TABLE "forms_blocks_textarea" ALTER COLUMN "name" SET NOT NULL;
  ALTER TABLE "forms_blocks_date" ALTER COLUMN "name" SET NOT NULL;
  ALTER TABLE "forms_blocks_radio_options" ALTER COLUMN "value" SET NOT NULL;
  ALTER TABLE "forms_blocks_radio" ALTER COLUMN "name" SET NOT NULL;
  ALTER TABLE "groups" DROP COLUMN "overrides";
  ALTER TABLE "products" DROP COLUMN "overrides";
  ALTER TABLE "forms_blocks_checkbox" DROP COLUMN "label_en";
  ALTER TABLE "forms_blocks_email" DROP COLUMN "label_en";
  ALTER TABLE "forms_blocks_message" DROP COLUMN "message_en";
  ALTER TABLE "forms_blocks_number" DROP COLUMN "label_en";
  ALTER TABLE "forms_blocks_select_options" DROP COLUMN "label_en";
  ALTER TABLE "forms_blocks_select" DROP COLUMN "label_en";
  ALTER TABLE "forms_blocks_text" DROP COLUMN "label_en";
  ALTER TABLE "forms_blocks_textarea" DROP COLUMN "label_en";
  ALTER TABLE "forms_blocks_date" DROP COLUMN "label_en";
  ALTER TABLE "forms_blocks_radio_options" DROP COLUMN "label_en";
  ALTER TABLE "forms_blocks_radio" DROP COLUMN "label_en";
  ALTER TABLE "forms" DROP COLUMN "title_en";
  ALTER TABLE "forms" DROP COLUMN "intro_en";
  ALTER TABLE "forms" DROP COLUMN "submit_en";
  ALTER TABLE "forms" DROP COLUMN "confirmation_en";`)
}
