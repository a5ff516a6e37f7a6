import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { slugify } from '@/src/lib/translit'
import { actorOf } from '@/src/mechanisms/access/actor'
import type { StaffRole, UserKind } from '@/src/mechanisms/access/roles'
import { contextOf, type QueryContext } from '@/src/mechanisms/access/context'
import { insertRow, type Row } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'

let count = 0
/** A number that no other call of this process has got. */
export const next = (): number => (count += 1)

const ALL = [
  'orders.read',
  'orders.create',
  'contracts.read',
  'documents.read',
  'balance.read',
  'company.read',
  'company.manage',
] as const
export type Capability = (typeof ALL)[number]
type Fields = Row & { id?: never }
/** A price in 1/10,000, of roubles unless it says otherwise. */
type Price = number | { price: number; currency: string }

/** Test builders: a test names only the fields it cares about. Relations are given as `companyId` and the like. */
export function builders(payload: Payload) {
  const add = (table: string, row: Row): Promise<string> => insertRow(payload, table, row)

  const company = (fields: Fields = {}): Promise<string> =>
    add('companies', {
      name: `Компания ${next()}`,
      status: 'active',
      currency: 'RUB',
      creditLimit: 0,
      debt: 0,
      overdue: 0,
      balance: 0,
      ...fields,
    })

  const portalRole = async (capabilities: readonly Capability[]): Promise<string> => {
    const id = await add('portal_roles', { code: `role-${next()}`, name: 'Роль' })
    for (const [order, value] of capabilities.entries()) {
      await query(
        payload,
        sql`insert into portal_roles_capabilities ("order", parent_id, value, id) values (${order}, ${id}, ${value}, gen_random_uuid())`,
      )
    }
    return id
  }

  /** A person of the cabinet, in `companies` (with all rights unless `capabilities` says otherwise). */
  const user = async (
    options: {
      companies?: readonly string[]
      kind?: UserKind
      capabilities?: readonly Capability[]
      active?: boolean
    } & Row = {},
  ): Promise<string> => {
    const { companies = [], kind = 'client', capabilities = ALL, ...fields } = options
    const id = await add('users', {
      name: `Клиент ${next()}`,
      email: `user${next()}@example.com`,
      kind,
      locale: 'ru',
      active: true,
      _verified: true,
      companyId: companies[0] ?? null,
      ...fields,
    })
    const role = companies.length > 0 ? await portalRole(capabilities) : null
    for (const companyId of companies)
      await add('memberships', { userId: id, companyId, portalRoleId: role, active: true })
    return id
  }

  const staff = (fields: { role?: StaffRole } & Fields = {}): Promise<string> =>
    add('staff', {
      name: `Сотрудник ${next()}`,
      email: `staff${next()}@example.com`,
      role: 'manager',
      locale: 'ru',
      active: true,
      ...fields,
    })

  const priceType = (fields: Fields = {}): Promise<string> =>
    add('price_types', {
      name: `Цены ${next()}`,
      currency: 'RUB',
      vatIncluded: true,
      base: false,
      retail: false,
      active: true,
      ...fields,
    })

  const warehouse = (fields: Fields = {}): Promise<string> =>
    add('warehouses', { name: `Склад ${next()}`, pickup: true, active: true, ...fields })

  const group = (fields: { name?: string } & Fields = {}): Promise<string> => {
    const name = fields.name ?? `Группа ${next()}`
    return add('groups', { name, slug: `${slugify(name)}-${next()}`, depth: 0, sort: 0, active: true, ...fields })
  }

  const brand = (fields: { name?: string } & Fields = {}): Promise<string> => {
    const name = fields.name ?? `Бренд ${next()}`
    return add('brands', { name, slug: `${slugify(name)}-${next()}`, active: true, ...fields })
  }

  /** A product with one SKU. `prices`: price type -> 1/10,000; `stock`: warehouse -> thousandths. */
  const product = async (
    options: { name?: string; prices?: Record<string, Price>; stock?: Record<string, number> } & Fields = {},
  ): Promise<{ product: string; sku: string; slug: string }> => {
    const { prices = {}, stock = {}, ...fields } = options
    const name = options.name ?? `Товар ${next()}`
    const slug = `${slugify(name)}-${next()}`
    const id = await add('products', {
      name,
      slug,
      article: `А-${next()}`,
      unit: 'шт',
      vatRate: 20,
      active: true,
      ...fields,
    })
    return { product: id, sku: await sku(id, { name, prices, stock }), slug }
  }

  const sku = async (
    productId: string,
    options: { name?: string; prices?: Record<string, Price>; stock?: Record<string, number> } & Fields = {},
  ): Promise<string> => {
    const { prices = {}, stock = {}, ...fields } = options
    const id = await add('skus', { productId, name: 'Вариант', active: true, ...fields })
    for (const [priceTypeId, price] of Object.entries(prices)) {
      await add('prices', {
        skuId: id,
        priceTypeId,
        ...(typeof price === 'number' ? { price, currency: 'RUB' } : price),
      })
    }
    for (const [warehouseId, qty] of Object.entries(stock)) await add('stocks', { skuId: id, warehouseId, qty })
    return id
  }

  const order = (fields: { companyId: string } & Fields): Promise<string> =>
    add('orders', {
      number: `T-${String(next()).padStart(6, '0')}`,
      status: 'submitted',
      placedAt: new Date(),
      deliveryMethod: 'pickup',
      paymentMethod: 'invoice',
      total: 100_00,
      vat: 16_67,
      paid: 0,
      currency: 'RUB',
      lineCount: 0,
      ...fields,
    })

  const orderLine = (fields: { orderId: string; companyId: string } & Fields): Promise<string> =>
    add('order_lines', {
      position: next(),
      name: 'Товар',
      unit: 'шт',
      qty: 1_000,
      price: 1_000_000,
      total: 100_00,
      discount: 0,
      vatRate: 20,
      shippedQty: 0,
      ...fields,
    })

  const contract = (fields: { companyId: string } & Fields): Promise<string> =>
    add('contracts', {
      number: `Д-${next()}`,
      date: new Date(),
      kind: 'main',
      status: 'active',
      currency: 'RUB',
      amount: 0,
      creditLimit: 0,
      debt: 0,
      overdue: 0,
      ...fields,
    })

  const scheduleLine = (fields: { contractId: string; companyId: string } & Fields): Promise<string> =>
    add('schedule_lines', { dueDate: new Date(), amount: 100_00, paid: 0, currency: 'RUB', ...fields })

  const document = (fields: { companyId: string } & Fields): Promise<string> =>
    add('documents', {
      kind: 'invoice',
      number: `С-${next()}`,
      date: new Date(),
      total: 100_00,
      paid: 0,
      currency: 'RUB',
      cancelled: false,
      ...fields,
    })

  /** The row of a private file; nothing lies in the storage behind it. */
  const documentFile = (fields: { companyId: string } & Fields): Promise<string> => {
    const filename = `file-${next()}.pdf`
    return add('document_files', {
      title: filename,
      filename,
      mimeType: 'application/pdf',
      filesize: 100,
      internal: false,
      ...fields,
    })
  }

  const contractor = (fields: { companyId: string } & Fields): Promise<string> =>
    add('contractors', { kind: 'legal', name: `ООО «Плательщик ${next()}»`, active: true, ...fields })

  const contact = (fields: { companyId: string } & Fields): Promise<string> =>
    add('contacts', { name: `Контакт ${next()}`, portalAccess: false, ...fields })

  /** A note of colleagues about a client. */
  const interaction = (fields: { companyId: string } & Fields): Promise<string> =>
    add('interactions', { kind: 'note', at: new Date(), body: `Заметка ${next()}`, status: 'kept', ...fields })

  const account = (fields: { companyId: string } & Fields): Promise<string> =>
    add('accounts', { number: `ЛС-${next()}`, currency: 'RUB', balance: 0, ...fields })

  const branch = (fields: Fields = {}): Promise<string> =>
    add('branches', { name: `Филиал ${next()}`, active: true, ...fields })

  /** A branch that the company belongs to. */
  const branchOf = async (companyId: string, fields: Fields = {}): Promise<string> => {
    const id = await branch(fields)
    await query(
      payload,
      sql`insert into companies_rels ("order", parent_id, path, branches_id) values (1, ${companyId}, 'branches', ${id})`,
    )
    return id
  }

  /** A request of this person, as the cabinet or the panel would make it. */
  const as = (collection: 'users' | 'staff', id: string, name = 'Тест'): Promise<PayloadRequest> =>
    // Payload's session user is the whole document; the portal reads its id, collection and name only.
    createLocalReq({ user: { id, collection, name } as unknown as NonNullable<PayloadRequest['user']> }, payload)

  /** What a query takes: this person, with the company chosen in the switcher. */
  const context = async (collection: 'users' | 'staff', id: string, companyId?: string): Promise<QueryContext> =>
    contextOf(await as(collection, id), companyId)

  return {
    company,
    portalRole,
    user,
    staff,
    priceType,
    warehouse,
    group,
    brand,
    product,
    sku,
    order,
    orderLine,
    contract,
    scheduleLine,
    document,
    documentFile,
    contractor,
    contact,
    interaction,
    account,
    branch,
    branchOf,
    as,
    context,
    actorOf,
  }
}

export type Builders = ReturnType<typeof builders>
