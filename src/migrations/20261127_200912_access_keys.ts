import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "access_keys" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"user_id" uuid NOT NULL,
  	"company_id" uuid NOT NULL,
  	"hint" varchar NOT NULL,
  	"hash" varchar NOT NULL,
  	"acts" boolean DEFAULT false,
  	"expires_at" timestamp(3) with time zone,
  	"last_used_at" timestamp(3) with time zone,
  	"ended_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "companies" ADD COLUMN "access_keys" boolean DEFAULT false;
  ALTER TABLE "portal_settings" ADD COLUMN "front_origins" varchar;
  ALTER TABLE "access_keys" ADD CONSTRAINT "access_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "access_keys" ADD CONSTRAINT "access_keys_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "access_keys_user_idx" ON "access_keys" USING btree ("user_id");
  CREATE INDEX "access_keys_company_idx" ON "access_keys" USING btree ("company_id");
  CREATE UNIQUE INDEX "access_keys_hash_idx" ON "access_keys" USING btree ("hash");
  CREATE INDEX "access_keys_created_at_idx" ON "access_keys" USING btree ("created_at");
  CREATE INDEX "access_keys_updated_at_idx" ON "access_keys" USING btree ("updated_at");

    -- Keys end with what ends sessions, whoever writes it; and with the membership of their company.
    create function access_keys_end() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'users' then
        update access_keys set ended_at = now() where user_id = new.id and ended_at is null;
      else
        update access_keys set ended_at = now() where user_id = old.user_id and company_id = old.company_id and ended_at is null;
      end if;
      return null;
    end $$;
    create trigger users_access_keys_end after update on users for each row
      when ((coalesce(old.active, false) and not coalesce(new.active, false)) or old.kind is distinct from new.kind
        or old.hash is distinct from new.hash or old.email is distinct from new.email)
      execute function access_keys_end();
    create trigger memberships_access_keys_end after update on memberships for each row
      when ((coalesce(old.active, false) and not coalesce(new.active, false)) or old.user_id is distinct from new.user_id
        or old.company_id is distinct from new.company_id)
      execute function access_keys_end();
    create trigger memberships_access_keys_gone after delete on memberships for each row execute function access_keys_end();`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   drop function if exists access_keys_end cascade;
   DROP TABLE "access_keys" CASCADE;
  ALTER TABLE "companies" DROP COLUMN "access_keys";
  ALTER TABLE "portal_settings" DROP COLUMN "front_origins";`)
}
