import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createLocalReq, type CollectionSlug, type Payload, type PayloadRequest } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { insertRow, type Row } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { tableOf } from '@/src/mechanisms/database/tableOf'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { openSession } from '@/src/mechanisms/sessions/sessions'
import { companies, type Company, type Person, type Who } from './people'

/** A row of the world with what the oracle may ask about it. */
export type WorldRow = {
  id: string
  company?: Company
  person?: Person
  active?: boolean
  internal?: boolean
  entity?: string
  filename?: string
}

export type World = {
  payload: Payload
  companies: Record<Company, string>
  people: Record<Exclude<Person, 'anonymous'>, { collection: 'users' | 'staff'; id: string; email: string }>
  rows: Map<string, WorldRow[]>
  /** Puts the files back that somebody deleted: a transaction thrown away brings rows back, not bytes. */
  restoreFiles: () => Promise<void>
  /** A request of this person, as new as the next one would be. */
  as: (who: Who) => Promise<PayloadRequest>
  /** Headers of a signed-in browser. */
  browser: (who: Who) => Promise<Headers>
}

const ALL = [
  'orders.read',
  'orders.create',
  'contracts.read',
  'documents.read',
  'balance.read',
  'company.read',
  'company.manage',
]
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** A mark in every secret field and file, different for each company, that must never come out elsewhere. */
export const canary = (company: Company): string => `canary-${company}-7f3a`

/** Fills an empty database with one of everything for everybody. */
export async function makeWorld(payload: Payload): Promise<World> {
  // Refusals are what these tests are made of; Payload would write each into the log.
  payload.logger.level = 'silent'
  const rows = new Map<string, WorldRow[]>()
  const add = async (slug: string, row: Row, facts: Omit<WorldRow, 'id'> = {}): Promise<string> => {
    const id = await insertRow(payload, tableOf(slug), row)
    rows.set(slug, [...(rows.get(slug) ?? []), { id, ...facts }])
    return id
  }

  const staff = async (person: Person, role: string, row: Row = {}): Promise<string> =>
    add(
      'staff',
      {
        name: person,
        email: `${person}@staff.example`,
        role,
        locale: 'ru',
        active: true,
        phone: '+74950000000',
        ...row,
      },
      { person },
    )
  const admin = await staff('admin', 'admin')
  const head = await staff('head', 'head')
  const otherHead = await insertRow(payload, 'staff', {
    name: 'otherHead',
    email: 'other-head@staff.example',
    role: 'head',
    active: true,
  })
  rows.get('staff')?.push({ id: otherHead })
  const manager = await staff('manager', 'manager', { headId: head })
  const colleague = await staff('colleague', 'manager', { headId: head })
  const stranger = await staff('stranger', 'manager', { headId: otherHead })
  const editor = await staff('editor', 'editor')
  const accountant = await staff('accountant', 'accountant')
  const dismissed = await staff('dismissed', 'manager', { headId: head, active: false })

  const priceType = await add('price-types', { name: 'Розница', currency: 'RUB', active: true })
  const managers: Record<Company, string> = {
    own: manager,
    partner: manager,
    sub: stranger,
    team: colleague,
    left: stranger,
    foreign: stranger,
  }
  const ids = {} as Record<Company, string>
  for (const key of companies) {
    ids[key] = await add(
      'companies',
      {
        name: `Компания ${key}`,
        status: 'active',
        currency: 'RUB',
        managerId: managers[key],
        priceTypeId: priceType,
        creditLimit: 100,
        debt: 200,
        overdue: 300,
        balance: 400,
        inn: '7700000000',
        address: canary(key),
        ...(key === 'sub' ? { partnerId: ids.partner } : {}),
      },
      { company: key },
    )
  }

  const role = async (code: string, capabilities: readonly string[]): Promise<string> => {
    const id = await add('portal-roles', { code, name: code })
    for (const [order, value] of capabilities.entries()) {
      await query(
        payload,
        sql`insert into portal_roles_capabilities ("order", parent_id, value) values (${order}, ${id}, ${value})`,
      )
    }
    return id
  }
  const full = await role('full', ALL)
  const card = await role('card', ['company.read'])

  const user = async (person: Person, kind: string, company: Company | null, row: Row = {}): Promise<string> =>
    add(
      'users',
      {
        name: person,
        email: `${person}@users.example`,
        kind,
        locale: 'ru',
        active: true,
        _verified: true,
        phone: company ? canary(company) : null,
        companyId: company ? ids[company] : null,
        ...row,
      },
      { person, ...(company ? { company } : {}) },
    )
  const client = await user('client', 'client', 'own')
  const narrow = await user('narrow', 'client', 'own')
  const partner = await user('partner', 'partner', 'partner')
  const employee = await user('employee', 'employee', null)
  const blocked = await user('blocked', 'client', 'foreign', { active: false })
  const teamClient = await user('teamClient', 'client', 'team')
  const subClient = await user('subClient', 'client', 'sub')
  const foreignClient = await user('foreignClient', 'client', 'foreign')
  const users = { client, narrow, partner, employee, blocked, teamClient, subClient, foreignClient }

  const join = (person: keyof typeof users, company: Company, portalRoleId = full, active = true): Promise<string> =>
    add('memberships', { userId: users[person], companyId: ids[company], portalRoleId, active }, { person, company })
  await join('client', 'own')
  await join('client', 'left', full, false)
  await join('narrow', 'own', card)
  await join('partner', 'partner')
  await join('blocked', 'foreign')
  await join('teamClient', 'team')
  await join('subClient', 'sub')
  await join('foreignClient', 'foreign')

  const people = Object.fromEntries([
    ...Object.entries({ admin, head, manager, colleague, stranger, editor, accountant, dismissed }).map(
      ([person, id]) => [person, { collection: 'staff', id, email: `${person}@staff.example` }] as const,
    ),
    ...Object.entries(users).map(
      ([person, id]) => [person, { collection: 'users', id, email: `${person}@users.example` }] as const,
    ),
  ]) as World['people'] // each person is in one of the two lists

  const world: World = {
    payload,
    companies: ids,
    people,
    rows,
    restoreFiles,
    as: (who) => requestOf(payload, people, who),
    browser: (who) => browserOf(payload, people, who),
  }
  await addCatalogue(payload, add, priceType)
  await addForPeople(world, add)
  for (const key of companies) await addForCompany(world, add, key)
  await addExchange(add)
  await restoreFiles()
  return world
}

type Add = (slug: string, row: Row, facts?: Omit<WorldRow, 'id'>) => Promise<string>

async function addCatalogue(payload: Payload, add: Add, priceTypeId: string): Promise<void> {
  for (const active of [true, false]) {
    const suffix = String(active)
    await add('branches', { name: suffix, active }, { active })
    await add('brands', { name: suffix, slug: suffix, active }, { active })
    const groupId = await add('groups', { name: suffix, slug: suffix, active }, { active })
    const productId = await add('products', { name: suffix, slug: suffix, active, groupId }, { active })
    const skuId = await add('skus', { name: suffix, productId, active }, { active })
    const warehouseId = await add('warehouses', { name: suffix, active }, { active })
    await add('prices', { skuId, priceTypeId, price: 1, currency: 'RUB' })
    await add('stocks', { skuId, warehouseId, qty: 1 })
  }
  await add('units', { code: '796', name: 'шт' })
  await add('sites', { name: 'Сайт', isDefault: true, hue: 262 })
  const form = await add('forms', { title: 'Вопрос', slug: 'question', active: true, open: true })
  await query(
    payload,
    sql`insert into forms_emails (_order, _parent_id, id, email_to, subject, message) values (1, ${form}, gen_random_uuid(), 'desk@staff.example', 'Вопрос', 'Вопрос')`,
  )
  await add('form-submissions', { title: 'Вопрос', formId: form })
  await add(
    'media',
    { alt: 'alt', filename: 'picture.png', mimeType: 'image/png', filesize: 7 },
    { filename: 'picture.png' },
  )
}

async function addForPeople({ payload, people, companies: ids }: World, add: Add): Promise<void> {
  for (const [person, { collection, id }] of Object.entries(people) as Array<
    [Exclude<Person, 'anonymous'>, World['people']['admin']]
  >) {
    const owner = collection === 'users' ? { userId: id } : { staffId: id }
    await add('login-sessions', { ...owner, sid: `row-${person}`, device: 'Chrome' }, { person })
    const eventId = await add(
      'events',
      { type: 'users.seen', entity: 'users', entityId: id, internal: true },
      { internal: true, entity: 'users' },
    )
    await add('notifications', { eventId, key: 'test', ...owner, title: `Для ${person}`, inFeed: true }, { person })
    const preference = await add('payload-preferences', { key: `key-${person}`, value: { for: person } }, { person })
    await query(
      payload,
      sql`insert into payload_preferences_rels (parent_id, path, ${sql.raw(`${collection}_id`)}) values (${preference}, 'user', ${id})`,
    )
    if (collection === 'staff') continue
    for (const company of companies)
      await add(
        'notifications',
        {
          eventId,
          key: company,
          ...owner,
          companyId: ids[company],
          title: `${person} ${canary(company)}`,
          inFeed: true,
        },
        { person, company },
      )
    await add('list-views', { name: person, list: 'orders', userId: id }, { person })
    await add(
      'access-keys',
      { name: person, userId: id, companyId: ids.own, hint: 'kbp_abcdef', hash: `row-${person}`, acts: false },
      { person },
    )
    // Shown to a company by somebody who is not of it: its people see it because it is the company's.
    if (person === 'foreignClient')
      for (const company of companies)
        await add(
          'list-views',
          { name: canary(company), list: 'orders', userId: id, companyId: ids[company] },
          { company },
        )
    await add(
      'media',
      { alt: person, filename: `${person}.png`, mimeType: 'image/png', filesize: 7, personId: id },
      { person, filename: `${person}.png` },
    )
    const cartId = await add('carts', { userId: id, companyId: ids.own }, { person })
    await add(
      'cart-lines',
      {
        cartId,
        userId: id,
        skuId: await add(
          'skus',
          {
            name: person,
            active: true,
            productId: await add('products', { name: person, slug: `p-${person}`, active: true }, { active: true }),
          },
          { active: true },
        ),
        qty: 1_000,
      },
      { person },
    )
  }
}

async function addForCompany({ companies: ids, people }: World, add: Add, company: Company): Promise<void> {
  const companyId = ids[company]
  const secret = canary(company)
  const mine = (slug: string, row: Row, facts: Omit<WorldRow, 'id'> = {}): Promise<string> =>
    add(slug, { companyId, ...row }, { company, ...facts })
  const contractorId = await mine('contractors', { kind: 'legal', name: secret, inn: '7700000000', active: true })
  await mine('contacts', { name: secret, email: `${company}@contact.example` })
  const noted = { kind: 'note', at: new Date(), status: 'kept' }
  await mine('interactions', { ...noted, body: secret })
  // A colleague who is asked to do something for somebody else's client.
  if (company === 'foreign')
    await mine('interactions', { ...noted, body: 'Перезвонить', assigneeId: people.manager.id }, { person: 'manager' })
  const contractId = await mine('contracts', {
    number: secret,
    date: new Date(),
    kind: 'main',
    status: 'active',
    currency: 'RUB',
    contractorId,
  })
  await mine('schedule-lines', { contractId, dueDate: new Date(), amount: 1, currency: 'RUB', note: secret })
  await mine('accounts', { number: secret, currency: 'RUB', balance: 1 })
  const orderId = await mine('orders', {
    number: secret,
    status: 'submitted',
    placedAt: new Date(),
    deliveryMethod: 'pickup',
    paymentMethod: 'invoice',
    total: 1,
    currency: 'RUB',
    contractId,
    contractorId,
  })
  await mine('order-lines', { orderId, position: 1, name: secret, qty: 1, price: 1, total: 1 })
  for (const internal of [false, true]) {
    const filename = `${company}-${internal ? 'internal' : 'open'}.pdf`
    const fileId = await mine(
      'document-files',
      { title: secret, internal, filename, mimeType: 'application/pdf', filesize: secret.length },
      { internal, filename },
    )
    if (!internal)
      await mine('documents', {
        kind: 'invoice',
        number: secret,
        date: new Date(),
        total: 1,
        currency: 'RUB',
        fileId,
        orderId,
        contractId,
      })
    for (const entity of ['orders', 'companies', 'something-else']) {
      await mine('comments', { entity, entityId: orderId, body: secret, internal }, { internal, entity })
      await mine(
        'events',
        { type: `${entity}.seen`, entity, entityId: orderId, internal, data: { secret } },
        { internal, entity },
      )
    }
  }
  await mine(
    'print-files',
    {
      title: secret,
      kind: 'contract',
      entity: 'contracts',
      entityId: contractId,
      sha256: secret,
      filename: `${company}-printed.docx`,
      mimeType: DOCX,
      filesize: secret.length,
    },
    { entity: 'contracts', filename: `${company}-printed.docx` },
  )
  await mine('form-submissions', { title: secret })
  await mine('document-requests', { kind: 'copy', status: 'waiting' })
  await mine('test-guarantees', { number: secret, amount: 1, payBy: new Date() })
}

async function addExchange(add: Add): Promise<void> {
  const nodeId = await add('exchange-nodes', { name: '1С', login: 'ut', active: true })
  const runId = await add('exchange-runs', { nodeId, transport: 'commerceml', status: 'done', startedAt: new Date() })
  const fileId = await add('exchange-files', { runId, name: 'import.xml', status: 'done' })
  await add('exchange-issues', { runId, fileId, code: 'row.bad', message: 'плохая строка', status: 'open' })
  await add('exchange-changes', { entity: 'orders', entityId: nodeId, seq: 1 })
  await add('audit', { action: 'test' })
  await add(
    'print-templates',
    {
      kind: 'contract',
      locale: 'ru',
      format: 'docx',
      version: 1,
      filename: 'template.docx',
      mimeType: DOCX,
      filesize: 8,
    },
    { filename: 'template.docx' },
  )
}

const photographed: readonly Person[] = [
  'client',
  'narrow',
  'partner',
  'employee',
  'blocked',
  'teamClient',
  'subClient',
  'foreignClient',
]

async function restoreFiles(): Promise<void> {
  await file('pictures', 'picture.png', 'picture')
  await file('templates', 'template.docx', 'template')
  for (const person of photographed) await file('pictures', `${person}.png`, person)
  for (const company of companies) {
    for (const kind of ['internal', 'open']) await file('documents', `${company}-${kind}.pdf`, canary(company))
    await file('printed', `${company}-printed.docx`, canary(company))
  }
}

async function file(folder: string, name: string, text: string): Promise<void> {
  const dir = path.resolve(process.env.MEDIA_DIR ?? 'media', folder)
  await mkdir(dir, { recursive: true })
  await writeFile(path.join(dir, name), text)
}

async function requestOf(payload: Payload, people: World['people'], who: Who): Promise<PayloadRequest> {
  if (who === 'anonymous') return createLocalReq({}, payload)
  const { collection, id, email } = people[who]
  // A session user is the whole document; the rules may count on nothing of it but who it is.
  return createLocalReq(
    { user: { id, collection, email, name: who } as unknown as NonNullable<PayloadRequest['user']> },
    payload,
  )
}

async function browserOf(payload: Payload, people: World['people'], who: Who): Promise<Headers> {
  const headers = new Headers({ 'sec-fetch-site': 'same-origin', 'user-agent': 'test' })
  if (who === 'anonymous') return headers
  const req = await createLocalReq({}, payload)
  const { token } = await inTransaction(req, () => openSession(req, people[who]))
  headers.set('cookie', `${payload.config.cookiePrefix}-token=${token}`)
  return headers
}

export type Slug = CollectionSlug
