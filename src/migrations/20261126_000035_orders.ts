import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_documents_kind" ADD VALUE 'refund' BEFORE 'other';
  ALTER TABLE "orders" ADD COLUMN "offered_at" timestamp(3) with time zone;
  ALTER TABLE "orders" ADD COLUMN "unsent_since" timestamp(3) with time zone;
  ALTER TABLE "documents" ADD COLUMN "goods" jsonb;
  CREATE INDEX "orders_unsent_since_idx" ON "orders" USING btree ("unsent_since");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "documents" ALTER COLUMN "kind" SET DATA TYPE text;
  UPDATE "documents" SET "kind" = 'other' WHERE "kind" = 'refund';
  DROP TYPE "public"."enum_documents_kind";
  CREATE TYPE "public"."enum_documents_kind" AS ENUM('invoice', 'waybill', 'act', 'upd', 'vatInvoice', 'reconciliation', 'payment', 'other');
  ALTER TABLE "documents" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_documents_kind" USING "kind"::"public"."enum_documents_kind";
  DROP INDEX "orders_unsent_since_idx";
  ALTER TABLE "orders" DROP COLUMN "offered_at";
  ALTER TABLE "orders" DROP COLUMN "unsent_since";
  ALTER TABLE "documents" DROP COLUMN "goods";`)
}
