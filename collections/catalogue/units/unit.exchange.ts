import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { idIn } from '@/src/mechanisms/database/ids'
import { execute, list, query } from '@/src/mechanisms/database/query'
import { defineResource } from '@/src/mechanisms/exchange/items/defineResource'
import { words } from '@/src/mechanisms/exchange/items/fields'
import { shownText } from '@/src/mechanisms/exchange/items/shown'
import { unitLabels as labels } from './unit.labels'

/** Единицы измерения (КлассификаторЕдиницИзмерения): told apart by their ОКЕИ code, as CommerceML tells them. */
export const unitResource = defineResource({
  name: 'units',
  area: 'catalogue',
  table: 'units',
  title: labels.many,
  about: {
    ru: 'Единицы измерения. Ключ — код ОКЕИ: его же называют файлы CommerceML',
    en: 'Units of measure. The key is the OKEI code, as in CommerceML files',
  },
  item: z.object({
    code: words(10, 'Код ОКЕИ').min(1, 'input.required'),
    name: words(40, 'Обозначение').min(1, 'input.required'),
    fullName: words(120).nullable().optional(),
  }),
  example: { code: '778', name: 'упак', fullName: 'Упаковка' },
  key: ({ code }) => code,
  apply: async ({ req }, { code, name, fullName }) => {
    const [known] = await query<{ id: string; name: string; full: string | null }>(
      req,
      sql`select id::text, name, full_name as "full" from units where code = ${code} for update`,
    )
    if (!known) {
      const [made] = await query<{ id: string }>(
        req,
        sql`insert into units (code, name, full_name, created_at, updated_at) values (${code}, ${name}, ${fullName ?? null}, now(), now()) returning id::text`,
      )
      return { result: 'created', id: made?.id }
    }
    const full = fullName === undefined ? known.full : fullName
    if (known.name === name && known.full === full) return { result: 'same', id: known.id }
    await execute(
      req,
      sql`update units set name = ${name}, full_name = ${full}, updated_at = now() where id = ${known.id}`,
    )
    return { result: 'changed', id: known.id }
  },
  gives: z.object({ id: z.string(), externalId: shownText, code: shownText, name: shownText, fullName: shownText }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select id::text, code as "externalId", code, name, full_name as "fullName" from units where code = any(${list(ask.externalIds)}) or ${idIn(sql`id`, ask.ids)}`,
    ),
})
