import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What has become of a membership is a stored word of its own, not read from a link that may be used, old or swept.
 * Who writes only `active` still may: the trigger makes the word follow, but nobody who has not accepted gets in by it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create type enum_memberships_state as enum ('invited', 'withdrawn', 'active', 'closed');
    alter table memberships add column state enum_memberships_state;

    update memberships m set state = case
      when m.active then 'active'
      when exists (select 1 from person_tokens t where t.purpose = 'invite' and t.about = m.id::text and t.used_at is null) then 'invited'
      when exists (select 1 from events e where e.entity = 'memberships' and e.entity_id = m.id::text and e.type = 'memberships.invited')
        and not exists (select 1 from events e where e.entity = 'memberships' and e.entity_id = m.id::text and e.type = 'memberships.accepted') then 'withdrawn'
      else 'closed' end::enum_memberships_state;

    create function membership_state() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        new.state := coalesce(new.state, case when coalesce(new.active, false) then 'active' else 'closed' end::enum_memberships_state);
      elsif new.state is not distinct from old.state and coalesce(new.active, false) <> coalesce(old.active, false) and old.state not in ('invited', 'withdrawn') then
        new.state := case when new.active then 'active' else 'closed' end;
      end if;
      new.active := new.state = 'active';
      if new.state = 'withdrawn' and new.closed_by is null then new.closed_by := 'portal'; end if;
      if new.state in ('invited', 'active') then new.closed_by := null; end if;
      return new;
    end $$;
    -- By its name before memberships_closed_by, which looks at what this one has made of the row.
    create trigger memberships_access_state before insert or update on memberships for each row execute function membership_state();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    drop function if exists membership_state cascade;
    alter table memberships drop column state;
    drop type enum_memberships_state;
  `)
}
