import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Counts of series, and every number that was ever taken of one: for whom, until when, and what became of it. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table number_series (
      series varchar(60) not null,
      year integer not null,
      last bigint not null,
      primary key (series, year)
    );
    create table number_reservations (
      id uuid primary key default gen_random_uuid(),
      series varchar(60) not null,
      year integer not null,
      value bigint not null,
      number varchar(80) not null,
      holder varchar(120) not null,
      holder_name varchar(300),
      state varchar(10) not null default 'held' check (state in ('held', 'used', 'released', 'lapsed')),
      reserved_at timestamptz(3) not null default now(),
      until timestamptz(3) not null,
      entity varchar(63),
      entity_id varchar(63),
      closed_at timestamptz(3),
      closed_by varchar(300),
      reason varchar(500),
      unique (series, year, value),
      unique (series, number)
    );
    create index number_reservations_held_idx on number_reservations (until) where state = 'held';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table if exists number_reservations, number_series;`)
}
