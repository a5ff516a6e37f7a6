import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { query } from '@/src/mechanisms/database/query'
import { defineResource } from '@/src/mechanisms/exchange/items/defineResource'
import { externalId, words } from '@/src/mechanisms/exchange/items/fields'
import { matchesKeys, passportOf, upsert } from '@/src/mechanisms/exchange/items/rows'
import { shownFlag, shownId, shownSync, shownText } from '@/src/mechanisms/exchange/items/shown'
import { branchLabels as labels } from './branch.labels'

/** Филиалы: 1C's organisations' divisions, by which clients are spread. */
export const branchResource = defineResource({
  name: 'branches',
  area: 'clients',
  table: 'branches',
  title: labels.many,
  about: { ru: 'Филиалы и отделения компании', en: 'Branches of the company' },
  item: z.object({
    externalId,
    name: words(160).min(1, 'input.required'),
    address: words(300).nullable().optional(),
    phone: words(40).nullable().optional(),
    email: z.email('email.wrong').nullable().optional(),
    active: z.boolean().optional().describe('Новый филиал работает, если не сказано иное'),
  }),
  example: { externalId: 'b-001', name: 'Казань', address: 'Казань, ул. Баумана, 1', phone: '+7 843 200-00-00' },
  apply: async (context, item) => {
    const { externalId: id, ...fields } = item
    return upsert(context, 'branches', id, fields, { active: true })
  },
  gives: z.object({
    id: z.string(),
    externalId: shownId,
    name: shownText,
    address: shownText,
    phone: shownText,
    email: shownText,
    active: shownFlag,
    sync: shownSync,
  }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select b.id::text, b.external_id as "externalId", b.name, b.address, b.phone, b.email, b.active, ${passportOf('b')}
          from branches b where ${matchesKeys(ask, 'b')}`,
    ),
})
