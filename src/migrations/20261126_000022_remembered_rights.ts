import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * A session of the CommerceML dialogue knows which password it was opened with, and ends with it; those that are open
 * do not know and end now. An answer that held a secret is not kept with its key, and what was kept goes.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table exchange_sessions add column secret text;
    alter table idempotency_keys add column withheld boolean not null default false, add column rights text;
    update idempotency_keys set output = null, withheld = true where output ?| array['token', 'secret', 'password'];
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    alter table exchange_sessions drop column secret;
    alter table idempotency_keys drop column withheld, drop column rights;
  `)
}
