import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What a client answers to a reconciliation and to a contract to sign, what people put aside, how early a payment is reminded of. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create type "public"."enum_documents_answer" as enum('agreed', 'disputed');
    alter table "contracts" add column "signed_sent_at" timestamp(3) with time zone;
    alter table "documents" add column "answer" "enum_documents_answer";
    alter table "documents" add column "answered_at" timestamp(3) with time zone;
    alter table "documents" add column "answer_note" varchar;
    alter table "portal_settings" add column "remind_days" numeric default 3;

    -- What one person does not want to be asked now: until a moment, or until the thing itself says something new.
    create table ask_asides (
      user_id uuid not null references users(id) on delete cascade,
      key text not null,
      stamp text not null,
      until timestamptz,
      created_at timestamptz not null default now(),
      primary key (user_id, key)
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop table if exists ask_asides;
    alter table "contracts" drop column "signed_sent_at";
    alter table "documents" drop column "answer";
    alter table "documents" drop column "answered_at";
    alter table "documents" drop column "answer_note";
    alter table "portal_settings" drop column "remind_days";
    drop type "public"."enum_documents_answer";
  `)
}
