import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { capabilityInput } from '@/src/mechanisms/access/capabilities'
import { idIn } from '@/src/mechanisms/database/ids'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { defineResource, type ItemContext } from '@/src/mechanisms/exchange/items/defineResource'
import { words } from '@/src/mechanisms/exchange/items/fields'
import { passportOf } from '@/src/mechanisms/exchange/items/rows'
import { shownSync, shownText } from '@/src/mechanisms/exchange/items/shown'
import { portalRoleLabels as labels } from './portal-role.labels'

/** Roles of the cabinet by code: what a contact with this role may see and do. */
export const portalRoleResource = defineResource({
  name: 'portal-roles',
  area: 'clients',
  table: 'portal_roles',
  title: labels.many,
  about: {
    ru: 'Роли в кабинете. Ключ — код; права меняются сразу у всех, кому роль дана',
    en: 'Portal roles by code; rights change at once for everyone who holds the role',
  },
  item: z.object({
    code: words(60).regex(/^[a-z0-9-]+$/, 'input.invalid'),
    name: words(160).min(1, 'input.required'),
    nameEn: words(160).nullable().describe('Название для тех, кто читает кабинет по-английски').optional(),
    capabilities: z.array(capabilityInput).max(50),
  }),
  example: { code: 'buyer', name: 'Закупки', capabilities: ['orders.read', 'orders.create'] },
  key: ({ code }) => code,
  apply: async (context, item) => {
    const [made] = await query<{ id: string }>(
      context.req,
      sql`insert into portal_roles (code, name, external_id, sync_node, sync_run, synced_at, created_at, updated_at)
          values (${item.code}, ${item.name}, ${item.code}, ${context.node.name}, ${context.run}, now(), now(), now())
          on conflict (code) do nothing returning id::text`,
    )
    const id = made?.id ?? (await lock(context, item.code))
    const { name, nameEn } = item
    const renamed = await execute(
      context.req,
      sql`update portal_roles set name = ${name}, name_en = ${nameEn === undefined ? sql`name_en` : nameEn}, updated_at = now()
          where id = ${id} and (name, name_en) is distinct from (${name}, ${nameEn === undefined ? sql`name_en` : nameEn})`,
    )
    const granted = await grant(context, id, item.capabilities)
    if (made) return { id, result: 'created' }
    if (renamed === 0 && !granted) return { id, result: 'same' }
    await execute(
      context.req,
      sql`update portal_roles set sync_node = ${context.node.name}, sync_run = ${context.run}, synced_at = now() where id = ${id}`,
    )
    return { id, result: 'changed' }
  },
  gives: z.object({
    id: z.string(),
    externalId: shownText,
    code: shownText,
    name: shownText,
    nameEn: shownText,
    capabilities: z.array(z.string()),
    sync: shownSync,
  }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select r.id::text, r.code as "externalId", r.code, r.name, r.name_en as "nameEn",
                 array(select value::text from portal_roles_capabilities c where c.parent_id = r.id order by c."order") as capabilities, ${passportOf('r')}
          from portal_roles r where r.code = any(${list(ask.externalIds)}) or ${idIn(sql`r.id`, ask.ids)}`,
    ),
})

async function lock({ req }: ItemContext, code: string): Promise<string> {
  const [row] = await selectFrom(req, 'portal_roles', ['id'], sql`where code = ${code} for update`)
  if (!row) throw new Error('The portal role vanished')
  return row.id
}

async function grant({ req }: ItemContext, role: string, wanted: readonly string[]): Promise<boolean> {
  const unique = [...new Set(wanted)].sort()
  const rows = await query<{ value: string }>(
    req,
    sql`select value::text from portal_roles_capabilities where parent_id = ${role}`,
  )
  if (JSON.stringify(rows.map(({ value }) => value).sort()) === JSON.stringify(unique)) return false
  await execute(req, sql`delete from portal_roles_capabilities where parent_id = ${role}`)
  await execute(
    req,
    sql`insert into portal_roles_capabilities ("order", parent_id, value)
        select n::int, ${role}, v from unnest(${list(unique)}) with ordinality as t(v, n)`,
  )
  return true
}
