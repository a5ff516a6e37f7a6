import { sql } from '@payloadcms/db-postgres/drizzle'
import { insertRow, insertRows } from '@/src/mechanisms/database/insertRows'
import { query, type Runner } from '@/src/mechanisms/database/query'
import { companyData, type CompanyKey } from './companyData'
import type { Companies } from './companies'
import { credentials } from './logins'
import { passport, type Source } from './passport'
import type { Person } from './staff'

const capabilities = {
  director: [
    'orders.read',
    'orders.create',
    'contracts.read',
    'documents.read',
    'balance.read',
    'company.read',
    'company.manage',
  ],
  buyer: ['orders.read', 'orders.create', 'company.read'],
  accountant: ['orders.read', 'contracts.read', 'documents.read', 'balance.read', 'company.read'],
  viewer: ['orders.read', 'documents.read'],
} as const
type RoleKey = keyof typeof capabilities
const roleNames: Record<RoleKey, { name: string; nameEn: string }> = {
  director: { name: 'Директор', nameEn: 'Director' },
  buyer: { name: 'Закупщик', nameEn: 'Buyer' },
  accountant: { name: 'Бухгалтер', nameEn: 'Accountant' },
  viewer: { name: 'Наблюдатель', nameEn: 'Observer' },
}

export type DemoUsers = Record<'client' | 'buyer' | 'partner' | 'employee', Person>

type Membership = { company: CompanyKey; role: RoleKey; position: string }
const people: Record<
  keyof DemoUsers,
  { name: string; kind: 'client' | 'partner' | 'employee'; phone: string; in: readonly Membership[] }
> = {
  client: {
    name: 'Олег Крылов',
    kind: 'client',
    phone: '+79035552010',
    in: [
      { company: 'stroygrad', role: 'director', position: 'Генеральный директор' },
      { company: 'service', role: 'director', position: 'Учредитель' },
    ],
  },
  buyer: {
    name: 'Мария Зимина',
    kind: 'client',
    phone: '+79035552012',
    in: [{ company: 'stroygrad', role: 'buyer', position: 'Закупщик' }],
  },
  partner: {
    name: 'Роман Беляев',
    kind: 'partner',
    phone: '+79035552020',
    in: [{ company: 'partner', role: 'director', position: 'Коммерческий директор' }],
  },
  employee: { name: 'Сергей Дорохов', kind: 'employee', phone: '+79035550120', in: [] },
}

/** People of the cabinet with their roles in companies; addresses are confirmed, everyone can sign in. */
export async function seedUsers(db: Runner, companies: Companies, source: Source): Promise<DemoUsers> {
  const roles = await seedRoles(db)
  const known: Partial<DemoUsers> = {}
  for (const [key, person] of Object.entries(people) as Array<[keyof DemoUsers, (typeof people)[keyof DemoUsers]]>) {
    const first = person.in[0]
    const id = await insertRow(db, 'users', {
      name: person.name,
      kind: person.kind,
      phone: person.phone,
      companyId: first ? companies[first.company].id : null,
      ...(await credentials(key)),
      locale: 'ru',
      timezone: 'Europe/Moscow',
      mailNotifications: true,
      active: true,
      _verified: true,
    })
    for (const { company, role, position } of person.in) {
      await insertRow(db, 'memberships', {
        userId: id,
        companyId: companies[company].id,
        portalRoleId: roles[role],
        position,
        active: true,
      })
    }
    known[key] = { id, name: person.name }
  }
  // The loop above walks over every key.
  const users = known as DemoUsers
  await seedContacts(db, { companies, users, roles, source })
  return users
}

async function seedRoles(db: Runner): Promise<Record<RoleKey, string>> {
  const ids: Partial<Record<RoleKey, string>> = {}
  for (const [code, list] of Object.entries(capabilities) as Array<[RoleKey, readonly string[]]>) {
    const id = await insertRow(db, 'portal_roles', { code, ...roleNames[code] })
    for (const [order, value] of list.entries()) {
      await query(
        db,
        sql`insert into portal_roles_capabilities ("order", parent_id, value) values (${order + 1}, ${id}, ${value})`,
      )
    }
    ids[code] = id
  }
  return ids as Record<RoleKey, string>
}

type Made = { companies: Companies; users: DemoUsers; roles: Record<RoleKey, string>; source: Source }

/** Whom 1C knows in each company; those with a login are tied to it. */
async function seedContacts(db: Runner, { companies, users, roles, source }: Made): Promise<void> {
  const logins: Partial<Record<string, { id: string; role: string; email: string }>> = {
    'Олег Крылов': { id: users.client.id, role: roles.director, email: 'client@demo.kabinet' },
    'Роман Беляев': { id: users.partner.id, role: roles.director, email: 'partner@demo.kabinet' },
    'Мария Зимина': { id: users.buyer.id, role: roles.buyer, email: 'buyer@demo.kabinet' },
  }
  const rows = [
    ...companyData.map(({ key, contact, phone }) => ({ key, phone, ...contact })),
    { key: 'stroygrad' as const, phone: '+79035552012', name: 'Мария Зимина', position: 'Закупщик' },
    { key: 'stroygrad' as const, phone: '+79035552013', name: 'Елена Тарасова', position: 'Главный бухгалтер' },
    { key: 'stroygrad' as const, phone: '+79035552014', name: 'Виктор Гусев', position: 'Прораб' },
  ]
  await insertRows(
    db,
    'contacts',
    rows.map(({ key, name, position, phone }, n) => ({
      companyId: companies[key].id,
      name,
      position,
      phone,
      email: logins[name]?.email ?? `contact${n + 1}@${key}.example`,
      portalRoleId: logins[name]?.role ?? null,
      portalAccess: logins[name] !== undefined,
      userId: logins[name]?.id ?? null,
      ...passport(source, 'contact', `${key} ${name}`),
    })),
  )
}
