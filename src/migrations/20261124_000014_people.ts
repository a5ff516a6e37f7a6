import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What must hold whoever writes: links on their way die with the password, the address or the access they were
 * made under; a closed login or membership remembers whether 1C or a person closed it; an ended session is told
 * to the streams that it still holds open.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create function person_links_end() returns trigger language plpgsql as $$
    begin
      delete from person_tokens where collection = tg_table_name and person = new.id and used_at is null
        and (purpose in ('confirm', 'recover', 'email') or not coalesce(new.active, false));
      return null;
    end $$;
    create trigger users_links_end after update on users for each row
      when (old.hash is distinct from new.hash or old.email is distinct from new.email
        or (coalesce(old.active, false) and not coalesce(new.active, false))
        or (not coalesce(old._verified, false) and coalesce(new._verified, false)))
      execute function person_links_end();
    create trigger staff_links_end after update on staff for each row
      when (old.hash is distinct from new.hash or old.email is distinct from new.email
        or (coalesce(old.active, false) and not coalesce(new.active, false)))
      execute function person_links_end();

    create function closed_by_set() returns trigger language plpgsql as $$
    begin
      if coalesce(new.active, false) then
        new.closed_by := null;
      elsif coalesce(old.active, false) and new.closed_by is null then
        new.closed_by := 'portal';
      end if;
      return new;
    end $$;
    create trigger users_closed_by before update on users for each row execute function closed_by_set();
    create trigger memberships_closed_by before update on memberships for each row execute function closed_by_set();

    create function session_ended_tell() returns trigger language plpgsql as $$
    begin
      perform pg_notify('kabinet_live', json_build_object(
        'user', case when new.user_id is null then 'staff:' || new.staff_id else 'users:' || new.user_id end, 'kind', 'session')::text);
      return null;
    end $$;
    create trigger login_sessions_ended after update on login_sessions for each row
      when (old.ended_at is null and new.ended_at is not null) execute function session_ended_tell();

    -- Payload sets a lost relation to null, and a photograph that names nobody would be seen by everybody.
    alter table media drop constraint media_person_id_users_id_fk,
      add constraint media_person_id_users_id_fk foreign key (person_id) references users(id) on delete cascade;

    create index users_unconfirmed_idx on users (created_at) where not coalesce(_verified, false);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop index if exists users_unconfirmed_idx;
    alter table media drop constraint media_person_id_users_id_fk,
      add constraint media_person_id_users_id_fk foreign key (person_id) references users(id) on delete set null;
    drop function if exists person_links_end, closed_by_set, session_ended_tell cascade;
  `)
}
