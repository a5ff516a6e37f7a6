CREATE TYPE "public"."enum_test_guarantees_status" AS ENUM('draft', 'offered', 'given', 'withdrawn');
CREATE TABLE "test_guarantees" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" varchar NOT NULL,
	"company_id" uuid NOT NULL,
	"currency" varchar DEFAULT 'RUB' NOT NULL,
	"amount" numeric NOT NULL,
	"pay_by" timestamp(3) with time zone NOT NULL,
	"status" "enum_test_guarantees_status" DEFAULT 'draft' NOT NULL,
	"external_id" varchar,
	"sync_node" varchar,
	"sync_run" varchar,
	"synced_at" timestamp(3) with time zone,
	"sync_hash" varchar,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
ALTER TABLE "test_guarantees" ADD CONSTRAINT "test_guarantees_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
CREATE INDEX "test_guarantees_number_idx" ON "test_guarantees" USING btree ("number");
CREATE INDEX "test_guarantees_company_idx" ON "test_guarantees" USING btree ("company_id");
CREATE INDEX "test_guarantees_status_idx" ON "test_guarantees" USING btree ("status");
CREATE UNIQUE INDEX "test_guarantees_external_id_idx" ON "test_guarantees" USING btree ("external_id");
CREATE INDEX "test_guarantees_created_at_idx" ON "test_guarantees" USING btree ("created_at");
CREATE INDEX "test_guarantees_updated_at_idx" ON "test_guarantees" USING btree ("updated_at");
