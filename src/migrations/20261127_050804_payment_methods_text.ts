import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "orders" ALTER COLUMN "payment_method" SET DATA TYPE varchar;
  ALTER TABLE "orders" ALTER COLUMN "payment_method" SET DEFAULT 'invoice';
  DROP TYPE "public"."enum_orders_payment_method";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_orders_payment_method" AS ENUM('invoice', 'credit');
  ALTER TABLE "orders" ALTER COLUMN "payment_method" DROP DEFAULT;
  ALTER TABLE "orders" ALTER COLUMN "payment_method" SET DATA TYPE "public"."enum_orders_payment_method" USING "payment_method"::"public"."enum_orders_payment_method";
  ALTER TABLE "orders" ALTER COLUMN "payment_method" SET DEFAULT 'invoice';`)
}
