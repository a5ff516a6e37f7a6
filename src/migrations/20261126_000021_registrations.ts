import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Registrations that wait for their address to be proved, one for each browser that asked: what a browser said counts
 * only in that browser, and several may wait for one address. All go when the address has been proved.
 * A password that came with an earlier registration proves nothing any more: its link asks for one.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table person_registrations (
      id uuid primary key default gen_random_uuid(),
      person uuid not null references users(id) on delete cascade,
      browser text not null unique,
      name text not null,
      phone text not null,
      company_name text,
      inn text,
      hash text not null,
      salt text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now()
    );
    create index person_registrations_person_idx on person_registrations (person);
    create index person_registrations_created_idx on person_registrations (created_at);

    update person_tokens set data = data - 'hash' - 'salt' where purpose = 'confirm';

    create function person_registrations_end() returns trigger language plpgsql as $$
    begin
      delete from person_registrations where person = new.id;
      return null;
    end $$;
    create trigger users_registrations_end after update on users for each row
      when (not coalesce(old._verified, false) and coalesce(new._verified, false))
      execute function person_registrations_end();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop function if exists person_registrations_end cascade;
    drop table if exists person_registrations;
  `)
}
