import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Single-use links, and the end of sessions whoever writes: a person switched off, given another
 * role or another password loses their sessions in the same statement, be it by the panel, an
 * action or an exchange; and a session once ended never comes back, though Payload rewrites the
 * whole list with every update of a person.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table person_tokens (
      id uuid primary key,
      purpose text not null,
      collection text not null,
      person uuid not null,
      about text,
      hash text not null unique,
      data jsonb not null default '{}',
      expires_at timestamptz not null,
      used_at timestamptz,
      created_at timestamptz not null default now()
    );
    create index person_tokens_person_idx on person_tokens (collection, person, purpose);
    create index login_sessions_open_user_idx on login_sessions (user_id) where ended_at is null;
    create index login_sessions_open_staff_idx on login_sessions (staff_id) where ended_at is null;

    create function sessions_end() returns trigger language plpgsql as $$
    declare
      -- The session that an action lets live: the one in which a person changes their own password.
      kept text := coalesce(current_setting('kabinet.kept_session', true), '');
    begin
      if tg_table_name = 'users' then
        update login_sessions set ended_at = now() where user_id = new.id and ended_at is null and sid <> kept;
        delete from users_sessions where _parent_id = new.id and id <> kept;
      else
        update login_sessions set ended_at = now() where staff_id = new.id and ended_at is null and sid <> kept;
        delete from staff_sessions where _parent_id = new.id and id <> kept;
      end if;
      return null;
    end $$;
    create trigger users_sessions_end after update on users for each row
      when ((coalesce(old.active, false) and not coalesce(new.active, false)) or old.kind is distinct from new.kind or old.hash is distinct from new.hash)
      execute function sessions_end();
    create trigger staff_sessions_end after update on staff for each row
      when ((coalesce(old.active, false) and not coalesce(new.active, false)) or old.role is distinct from new.role or old.hash is distinct from new.hash)
      execute function sessions_end();

    create function sessions_keep_ended() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from login_sessions where sid = new.id and ended_at is not null) then
        return null;
      end if;
      if tg_table_name = 'users_sessions' then
        insert into login_sessions (user_id, sid, last_seen, created_at, updated_at) values (new._parent_id, new.id, now(), now(), now())
          on conflict (sid) do nothing;
      else
        insert into login_sessions (staff_id, sid, last_seen, created_at, updated_at) values (new._parent_id, new.id, now(), now(), now())
          on conflict (sid) do nothing;
      end if;
      return new;
    end $$;
    create trigger users_sessions_keep_ended before insert on users_sessions for each row execute function sessions_keep_ended();
    create trigger staff_sessions_keep_ended before insert on staff_sessions for each row execute function sessions_keep_ended();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop function if exists sessions_end, sessions_keep_ended cascade;
    drop table if exists person_tokens;
  `)
}
