import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { normalisePhone } from '@/src/lib/checks'
import { AppError } from '@/src/lib/errors'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { defineResource, type ItemContext, type Warning } from '@/src/mechanisms/exchange/items/defineResource'
import { externalId, reference, words } from '@/src/mechanisms/exchange/items/fields'
import { matchesKeys, findAll, needId, passportOf, upsert, type Values } from '@/src/mechanisms/exchange/items/rows'
import { shownFlag, shownId, shownSync, shownText } from '@/src/mechanisms/exchange/items/shown'
import { wakeParked } from '@/src/mechanisms/exchange/items/wakeParked'
import { applyPortalAccess } from './contact.actions'
import { contactLabels as labels } from './contact.labels'

/** КонтактныеЛицаПартнеров: the flag «Доступ в личный кабинет» opens and closes the portal for a person. */
export const contactResource = defineResource({
  name: 'contacts',
  area: 'clients',
  table: 'contacts',
  title: labels.many,
  about: {
    ru: 'Контактные лица. portalAccess: true заводит пользователя кабинета и шлёт приглашение, false сразу закрывает доступ. Доступ, который закрыл сотрудник или администратор клиента, флажок не откроет: ответ придёт с предупреждением contact.closedByHand. removed: true — контакт удалён',
    en: 'Contacts. portalAccess opens (with an invitation by mail) or closes the portal at once; what a person closed in the portal stays closed, with the warning contact.closedByHand; removed takes the contact away',
  },
  item: z.object({
    externalId,
    company: reference('клиент'),
    name: words(200).min(1, 'input.required'),
    position: words(160).nullable().optional(),
    email: z.email('email.wrong').max(200).nullable().optional(),
    phone: words(60).nullable().optional(),
    portalRole: words(60, 'Код роли в кабинете').optional(),
    portalAccess: z
      .boolean()
      .optional()
      .describe('Флажок «Доступ в личный кабинет»; у нового контакта без него доступа нет'),
    removed: z.boolean().optional().describe('Контакт удалён в 1С'),
  }),
  example: {
    externalId: 'p-001',
    company: '7c8a3c1e-0d55-11ef-9f0a-00155d011c01',
    name: 'Анна Ким',
    position: 'Закупки',
    email: 'anna@sever-stroy.example',
    phone: '+7 903 123-45-67',
    portalRole: 'buyer',
    portalAccess: true,
  },
  prepare: (context, items) =>
    findAll(
      context,
      'companies',
      items.map(({ company }) => company),
    ),
  apply: async (context, item) => {
    const company = await needId(context, 'companies', item.company, 'company')
    const moved = await leaveFormerCompany(context, item.externalId, company)
    const values: Values = {
      company_id: company,
      name: item.name,
      position: item.position,
      email: item.email?.toLowerCase() ?? item.email,
      phone: phoneOf(item.phone),
      portal_role_id: item.portalRole ? await roleOf(context, item.portalRole) : undefined,
      portal_access: item.removed ? false : item.portalAccess,
      // Whoever is given access is there again.
      removed: item.removed ?? (item.portalAccess ? false : undefined),
    }
    const { id, result } = await upsert(context, 'contacts', item.externalId, values, { portal_access: false })
    if (result === 'same' && !moved) return { id, result }
    const access = await runAction(applyPortalAccess, { req: context.req, input: { contact: id }, as: context.actor })
    if (access.access === 'granted') await wakeParked(context.req, 'memberships', [item.company])
    const warnings: Warning[] =
      access.access === 'closed' ? [{ code: 'contact.closedByHand', field: 'portalAccess' }] : []
    return { id, result, warnings }
  },
  gives: z.object({
    id: z.string(),
    externalId: shownId,
    company: shownId,
    name: shownText,
    position: shownText,
    email: shownText,
    phone: shownText,
    portalRole: shownText,
    portalAccess: shownFlag,
    removed: shownFlag,
    hasLogin: shownFlag,
    accessOpen: shownFlag,
    closedBy: shownText,
    sync: shownSync,
  }),
  read: ({ req }, ask) =>
    query(
      req,
      sql`select p.id::text, p.external_id as "externalId", c.external_id as company, p.name, p.position, p.email, p.phone,
                 r.code as "portalRole", p.portal_access as "portalAccess", coalesce(p.removed, false) as removed, p.user_id is not null as "hasLogin",
                 coalesce(u.active and m.active, false) as "accessOpen", case when u.active then m.closed_by::text else u.closed_by::text end as "closedBy",
                 ${passportOf('p')}
          from contacts p join companies c on c.id = p.company_id left join portal_roles r on r.id = p.portal_role_id
          left join users u on u.id = p.user_id left join memberships m on m.user_id = p.user_id and m.company_id = p.company_id where ${matchesKeys(ask, 'p')}`,
    ),
})

/** What 1C wrote, as E.164 where it is a phone number, else as it is. */
const phoneOf = (phone: string | null | undefined): string | null | undefined =>
  phone ? (normalisePhone(phone) ?? phone.slice(0, 40)) : phone

async function roleOf({ req }: ItemContext, code: string): Promise<string> {
  const [role] = await selectFrom(req, 'portal_roles', ['id'], sql`where code = ${code}`)
  if (!role) throw new AppError('contact.roleUnknown', { code }, { status: 422, field: 'portalRole' })
  return role.id
}

/** A person who went over to another client loses the former one's membership first. */
async function leaveFormerCompany(context: ItemContext, externalId: string, company: string): Promise<boolean> {
  const [former] = await query<{ id: string }>(
    context.req,
    sql`update contacts set portal_access = false where external_id = ${externalId} and company_id <> ${company} and portal_access returning id::text`,
  )
  if (former) await runAction(applyPortalAccess, { req: context.req, input: { contact: former.id }, as: context.actor })
  return former !== undefined
}
