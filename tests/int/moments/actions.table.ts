import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type PayloadRequest } from 'payload'
import { erpActor, system, type Actor } from '@/src/mechanisms/access/actor'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute } from '@/src/mechanisms/database/query'
import { tableOf } from '@/src/mechanisms/database/tableOf'
import { declaredWorkflows, type Transition, type Workflow } from '@/src/mechanisms/workflow/defineWorkflow'
import { next } from '@/tests/builders/builders'
import type { World } from '../rest/world'

export type Press = {
  input: object
  /** The signed-in person who presses, or the acting side. */
  by: () => Promise<{ req: PayloadRequest; as?: Actor }>
  /** What the five others are told; absent: all six get the one answer. */
  others?: string
  /** How often the deed has been done by now, beside the press itself. */
  deed: () => Promise<number>
  /** The deed of one press; 1 unless said. */
  does?: number
}

const count = async (at: World, statement: ReturnType<typeof sql>): Promise<number> =>
  Number((await at.one<{ n: number }>(sql`select (${statement})::int as n`)).n)
const events = (at: World, type: string, id: string) => (): Promise<number> =>
  count(at, sql`select count(*) from events where type = ${type} and entity_id = ${id}`)
const user = (at: World, id: string) => async () => ({ req: await at.make.as('users', id) })
const staff = (at: World, id: string) => async () => ({ req: await at.make.as('staff', id) })
const portal =
  (at: World, as: Actor = system) =>
  async () => ({ req: await createLocalReq({}, at.payload), as })
const admin = async (at: World) => staff(at, await at.make.staff({ role: 'admin' }))
const editor = async (at: World) => staff(at, await at.make.staff({ role: 'editor' }))

async function client(
  at: World,
): Promise<{ company: string; person: string; manager: string; by: Press['by']; byManager: Press['by'] }> {
  const manager = await at.make.staff()
  const company = await at.make.company({ managerId: manager })
  const person = await at.make.user({ companies: [company] })
  return { company, person, manager, by: user(at, person), byManager: staff(at, manager) }
}

const deadLetter = async (at: World): Promise<string> =>
  (
    await at.one<{ id: string }>(
      sql`insert into pgboss.job (name, data, state) values ('dead', ${JSON.stringify({ job: 'throttles.sweep', data: { n: next() } })}::jsonb, 'created') returning id::text`,
    )
  ).id

/** One row for each action that locks the row it is about, and for others that six may press at once. */
export const actionMoments: Record<string, (at: World) => Promise<Press>> = {
  'companies.assignManager': async (at) => {
    const { company } = await client(at)
    return {
      input: { companies: [company], manager: await at.make.staff() },
      by: await admin(at),
      deed: events(at, 'company.assigned', company),
    }
  },
  'companies.setBranches': async (at) => {
    const { company } = await client(at)
    return {
      input: { companies: [company], branches: [await at.make.branch(), await at.make.branch()] },
      by: await admin(at),
      deed: events(at, 'company.branchesSet', company),
    }
  },
  'contracts.prepare': async (at) => {
    const { company, by } = await client(at)
    return {
      input: { contractor: await at.make.contractor({ companyId: company }) },
      by,
      deed: () => count(at, sql`select count(*) from contracts where company_id = ${company}`),
    }
  },
  'print-templates.use': async (at) => {
    const kind = `k${next()}`
    const id = await insertRow(at.payload, 'print_templates', { kind, locale: 'ru', format: 'docx', version: 1 })
    return {
      input: { id },
      by: await admin(at),
      deed: () => count(at, sql`select count(*) from print_templates where kind = ${kind} and active`),
    }
  },
  'print-templates.stop': async (at) => {
    const kind = `k${next()}`
    const id = await insertRow(at.payload, 'print_templates', {
      kind,
      locale: 'ru',
      format: 'docx',
      version: 1,
      active: true,
    })
    return {
      input: { id },
      by: await admin(at),
      deed: async () =>
        1 - (await count(at, sql`select count(*) from print_templates where kind = ${kind} and active`)),
    }
  },
  'contacts.applyPortalAccess': async (at) => {
    const { company: companyId, byManager } = await client(at)
    const email = `contact${next()}@example.com`
    const contact = await at.make.contact({
      companyId,
      email,
      portalAccess: true,
      portalRoleId: await at.make.portalRole(['orders.read']),
    })
    return {
      input: { contact },
      by: byManager,
      deed: () =>
        count(at, sql`select count(*) from person_tokens t join users u on u.id = t.person where u.email = ${email}`),
    }
  },
  'products.edit': async (at) => {
    const { product } = await at.make.product({ externalId: 'moment-edit' })
    return {
      input: { id: product, name: 'Наше имя' },
      by: await editor(at),
      deed: () =>
        count(at, sql`select count(*) from audit where entity_id = ${product} and action = 'products.update'`),
    }
  },
  'products.show': async (at) => {
    const { product } = await at.make.product()
    return {
      input: { id: product, shown: false },
      by: await editor(at),
      deed: () =>
        count(at, sql`select count(*) from audit where entity_id = ${product} and action = 'products.update'`),
    }
  },
  'products.hangPicture': async (at) => {
    const { product } = await at.make.product()
    const picture = await insertRow(at.payload, 'media', { filename: `moment${next()}.png`, mimeType: 'image/png' })
    return {
      input: { id: product, picture, place: 'last' },
      by: await editor(at),
      deed: () =>
        count(at, sql`select count(*) from products_rels where parent_id = ${product} and media_id = ${picture}`),
    }
  },
  'products.giveBack': async (at) => {
    const { product } = await at.make.product({ externalId: `moment-${next()}`, overrides: { name: 'Имя из 1С' } })
    return {
      input: { id: product, field: 'name' },
      by: await editor(at),
      deed: () =>
        count(at, sql`select count(*) from audit where entity_id = ${product} and action = 'products.update'`),
    }
  },
  'groups.add': async (at) => {
    const name = `Раздел ${next()}`
    return {
      input: { name },
      by: await editor(at),
      deed: () => count(at, sql`select count(*) from groups where name = ${name}`),
    }
  },
  'groups.rename': async (at) => {
    const group = await at.make.group()
    return {
      input: { id: group, name: 'Наш раздел' },
      by: await editor(at),
      deed: () => count(at, sql`select count(*) from audit where entity_id = ${group} and action = 'groups.update'`),
    }
  },
  'groups.show': async (at) => {
    const group = await at.make.group()
    return {
      input: { id: group, shown: false },
      by: await editor(at),
      deed: () => count(at, sql`select count(*) from audit where entity_id = ${group} and action = 'groups.update'`),
    }
  },
  'groups.move': async (at) => {
    const [parent, group] = [await at.make.group(), await at.make.group()]
    return {
      input: { id: group, parent },
      by: await editor(at),
      deed: () => count(at, sql`select count(*) from audit where entity_id = ${group} and action = 'groups.update'`),
    }
  },
  'groups.giveBack': async (at) => {
    const group = await at.make.group({ externalId: `moment-${next()}`, overrides: { name: 'Имя из 1С' } })
    return {
      input: { id: group, field: 'name' },
      by: await editor(at),
      deed: () => count(at, sql`select count(*) from audit where entity_id = ${group} and action = 'groups.update'`),
    }
  },
  'forms.publish': async (at) => {
    const form = await insertRow(at.payload, 'forms', { title: 'Вопрос', slug: `moment-${next()}`, active: true })
    return {
      input: { id: form, active: false },
      by: await editor(at),
      deed: () => count(at, sql`select count(*) from forms where id = ${form} and not active`),
    }
  },
  'contacts.add': async (at) => {
    const { company, byManager } = await client(at)
    return {
      input: { company, name: 'Олег Крылов', phone: '+7 916 000-00-00' },
      by: byManager,
      deed: () => count(at, sql`select count(*) from contacts where company_id = ${company}`),
    }
  },
  'interactions.add': async (at) => {
    const { company, byManager } = await client(at)
    return {
      input: { company, kind: 'note', body: 'Просил перезвонить' },
      by: byManager,
      deed: () => count(at, sql`select count(*) from interactions where company_id = ${company}`),
    }
  },
  'comments.add': async (at) => {
    const { company: companyId, by } = await client(at)
    const order = await at.make.order({ companyId })
    return {
      input: { entity: 'orders', id: order, body: 'Когда привезёте?' },
      by,
      deed: () => count(at, sql`select count(*) from comments where entity_id = ${order}`),
    }
  },
  'document-requests.answer': async (at) => {
    const { company: companyId } = await client(at)
    const id = await insertRow(at.payload, 'document_requests', {
      kind: 'copy',
      companyId,
      status: 'waiting',
      attempts: 0,
    })
    return {
      input: { id, result: 'denied', reason: 'Нет' },
      by: portal(at, erpActor({ id: crypto.randomUUID(), name: 'УТ' })),
      deed: events(at, 'document.refused', id),
    }
  },
  'document-requests.cancel': async (at) => {
    const { company: companyId, by } = await client(at)
    const id = await insertRow(at.payload, 'document_requests', {
      kind: 'copy',
      companyId,
      status: 'waiting',
      attempts: 0,
    })
    return {
      input: { id },
      by,
      others: 'entity.notFound',
      deed: () => count(at, sql`select 1 - count(*) from document_requests where id = ${id}`),
    }
  },
  'document-requests.lease': async (at) => {
    const { company: companyId } = await client(at)
    const id = await insertRow(at.payload, 'document_requests', {
      kind: 'copy',
      companyId,
      status: 'waiting',
      attempts: 0,
      createdAt: '2020-01-01T00:00:00Z',
    })
    const { id: node } = await at.node()
    return {
      input: { limit: 1 },
      by: portal(at, erpActor({ id: node, name: 'УТ' })),
      deed: () => count(at, sql`select attempts from document_requests where id = ${id}`),
    }
  },
  'documents.answer': async (at) => {
    const { company: companyId, by } = await client(at)
    const document = await at.make.document({ companyId, kind: 'reconciliation' })
    return {
      input: { document, answer: 'disputed', note: 'Сумма' },
      by,
      deed: events(at, 'document.answered', document),
    }
  },
  'documents.markSeen': async (at) => {
    const { company: companyId, by } = await client(at)
    const document = await at.make.document({ companyId })
    return {
      input: { document },
      by,
      deed: () => count(at, sql`select count(*) from documents where id = ${document} and seen_at is not null`),
    }
  },
  'documents.request': async (at) => {
    const { company: companyId, by } = await client(at)
    const document = await at.make.document({ companyId })
    return {
      input: { kind: 'copy', document },
      by,
      deed: () => count(at, sql`select count(*) from document_requests where document_id = ${document}`),
    }
  },
  'documents.sendCopies': async (at) => {
    const { company: companyId, byManager } = await client(at)
    const document = await at.make.document({ companyId, fileId: await at.make.documentFile({ companyId }) })
    return { input: { documents: [document] }, by: byManager, deed: events(at, 'document.copiesSent', document) }
  },
  'exchange.closeIssue': async (at) => {
    const { id: nodeId } = await at.node()
    const runId = await insertRow(at.payload, 'exchange_runs', {
      nodeId,
      transport: 'rest',
      kind: 'orders',
      status: 'partial',
    })
    const id = await insertRow(at.payload, 'exchange_issues', {
      runId,
      entity: 'orders',
      code: 'x',
      message: 'x',
      status: 'open',
    })
    return {
      input: { id },
      by: await admin(at),
      others: 'exchange.issueOver',
      deed: () => count(at, sql`select count(*) from exchange_issues where id = ${id} and status = 'resolved'`),
    }
  },
  'exchange.newToken': async (at) => {
    const { id: node } = await at.node()
    return {
      input: { node },
      by: await admin(at),
      others: 'idempotency.told',
      deed: () => count(at, sql`select count(*) from audit where action = 'exchange.newToken' and entity_id = ${node}`),
    }
  },
  'exchange.replayFile': async (at) => {
    const { id: nodeId } = await at.node()
    const runId = await insertRow(at.payload, 'exchange_runs', {
      nodeId,
      transport: 'commerceml',
      kind: 'catalog',
      status: 'done',
      session: `s${next()}`,
    })
    const id = await insertRow(at.payload, 'exchange_files', { runId, name: 'import.xml', status: 'done' })
    return {
      input: { id },
      by: await admin(at),
      others: 'exchange.atWork',
      deed: () => count(at, sql`select count(*) from exchange_runs where attempt_of_id = ${runId}`),
    }
  },
  'exchange.replayRun': async (at) => {
    const { id: nodeId } = await at.node()
    const session = `s${next()}`
    const runId = await insertRow(at.payload, 'exchange_runs', {
      nodeId,
      transport: 'commerceml',
      kind: 'catalog',
      status: 'done',
      session,
    })
    await insertRow(at.payload, 'exchange_files', { runId, name: 'import.xml', status: 'done' })
    return {
      input: { id: runId },
      by: await admin(at),
      others: 'exchange.atWork',
      deed: () => count(at, sql`select count(*) from exchange_runs where attempt_of_id = ${runId}`),
    }
  },
  'forms.submit': async (at) => {
    const { by } = await client(at)
    const slug = `form-${next()}`
    const formId = await insertRow(at.payload, 'forms', { title: 'Вопрос', slug, active: true })
    return {
      input: { form: slug, answers: {} },
      by,
      deed: () => count(at, sql`select count(*) from form_submissions where form_id = ${formId}`),
    }
  },
  'memberships.withdraw': async (at) => {
    const { company, manager } = await client(at)
    const id = await insertRow(at.payload, 'memberships', {
      userId: await at.make.user(),
      companyId: company,
      portalRoleId: await at.make.portalRole(['orders.read']),
      active: false,
      state: 'invited',
    })
    return {
      input: { id },
      by: staff(at, manager),
      others: 'record.notFound',
      deed: events(at, 'memberships.withdrawn', id),
    }
  },
  'list-views.save': async (at) => {
    const { person, by } = await client(at)
    return {
      input: { list: 'orders', name: 'Неоплаченные', search: 'paid=no' },
      by,
      deed: () => count(at, sql`select count(*) from list_views where user_id = ${person}`),
    }
  },
  'list-views.change': async (at) => {
    const { person, by } = await client(at)
    const id = await insertRow(at.payload, 'list_views', { name: 'Было', list: 'orders', userId: person })
    return {
      input: { id, name: 'Стало' },
      by,
      deed: () => count(at, sql`select count(*) from list_views where id = ${id} and name = 'Стало'`),
    }
  },
  'access-keys.revoke': async (at) => {
    const { company: companyId, person: userId, by } = await client(at)
    const id = await insertRow(at.payload, 'access_keys', {
      name: 'Приложение',
      userId,
      companyId,
      hint: 'kbp_abcdef',
      hash: `press-${next()}`,
    })
    return {
      input: { id },
      by,
      deed: () => count(at, sql`select count(*) from access_keys where id = ${id} and ended_at is not null`),
    }
  },
  'list-views.remove': async (at) => {
    const { person, by } = await client(at)
    const id = await insertRow(at.payload, 'list_views', { name: 'Лишний', list: 'orders', userId: person })
    return {
      input: { id },
      by,
      others: 'entity.notFound',
      deed: () => count(at, sql`select 1 - count(*) from list_views where id = ${id}`),
    }
  },
  'memberships.setRole': async (at) => {
    const { company, manager } = await client(at)
    const id = await insertRow(at.payload, 'memberships', {
      userId: await at.make.user(),
      companyId: company,
      portalRoleId: await at.make.portalRole(['orders.read']),
      active: true,
      state: 'active',
    })
    return {
      input: { id, portalRole: await at.make.portalRole(['orders.read']) },
      by: staff(at, manager),
      deed: events(at, 'memberships.roleChanged', id),
    }
  },
  'memberships.setActive': async (at) => {
    const { company, manager } = await client(at)
    const id = await insertRow(at.payload, 'memberships', {
      userId: await at.make.user(),
      companyId: company,
      portalRoleId: await at.make.portalRole(['orders.read']),
      active: true,
      state: 'active',
    })
    return { input: { id, active: false }, by: staff(at, manager), deed: events(at, 'memberships.closed', id) }
  },
  'orders.attachFiles': async (at) => {
    const { company: companyId, by } = await client(at)
    const order = await at.make.order({ companyId })
    return {
      input: { order, files: [await at.make.documentFile({ companyId })] },
      by,
      deed: () => count(at, sql`select count(*) from comments where entity_id = ${order}`),
    }
  },
  'orders.createFromCart': async (at) => {
    const { company, person, by } = await client(at)
    const priceTypeId = await at.make.priceType()
    await at.rows(sql`update companies set price_type_id = ${priceTypeId} where id = ${company}`)
    const { sku } = await at.make.product({ prices: { [priceTypeId]: 100_0000 } })
    await at.make.contractor({ companyId: company })
    const cartId = await insertRow(at.payload, 'carts', { userId: person, companyId: company })
    await insertRow(at.payload, 'cart_lines', { cartId, userId: person, skuId: sku, qty: 1_000 })
    return {
      input: { company, deliveryMethod: 'delivery', deliveryAddress: 'Тула', paymentMethod: 'invoice' },
      by,
      others: 'cart.empty',
      deed: () => count(at, sql`select count(*) from orders where company_id = ${company}`),
    }
  },
  'orders.repeat': async (at) => {
    const { company: companyId, person, by } = await client(at)
    const priceTypeId = await at.make.priceType()
    await at.rows(sql`update companies set price_type_id = ${priceTypeId} where id = ${companyId}`)
    const { sku } = await at.make.product({ prices: { [priceTypeId]: 100_0000 } })
    const order = await at.make.order({ companyId })
    await at.make.orderLine({ orderId: order, companyId, skuId: sku, qty: 2_000 })
    return {
      input: { order },
      by,
      does: 2,
      deed: () =>
        count(
          at,
          sql`select coalesce(sum(l.qty), 0) / 1000 from cart_lines l join carts c on c.id = l.cart_id where c.user_id = ${person}`,
        ),
    }
  },
  'orders.setBranch': async (at) => {
    const { company: companyId, byManager } = await client(at)
    const order = await at.make.order({ companyId })
    return {
      input: { order, branch: await at.make.branch() },
      by: byManager,
      deed: events(at, 'order.branchSet', order),
    }
  },
  'orders.settle': async (at) => {
    const { company: companyId } = await client(at)
    const order = await at.make.order({ companyId })
    await at.make.document({ companyId, orderId: order, kind: 'payment', total: 50_00 })
    return { input: { order }, by: portal(at), deed: events(at, 'order.paymentCounted', order) }
  },
  'exchange.takeAnew': async (at) => {
    const { id: node } = await at.node()
    return {
      input: { node },
      by: await admin(at),
      deed: () =>
        count(
          at,
          sql`select count(*) from pgboss.job where data->>'job' = 'exchange.takeAnew' and data->'data'->>'node' = ${node}`,
        ),
    }
  },
  'queue.drop': async (at) => {
    const id = await deadLetter(at)
    return {
      input: { id },
      by: await admin(at),
      others: 'record.notFound',
      deed: () => count(at, sql`select 1 - count(*) from pgboss.job where id::text = ${id}`),
    }
  },
  'queue.replay': async (at) => {
    await at.rows(sql`delete from pgboss.job`)
    const id = await deadLetter(at)
    return {
      input: { id },
      by: await admin(at),
      others: 'record.notFound',
      deed: () => count(at, sql`select count(*) from pgboss.job where name = 'default'`),
    }
  },
  'staff.invite': async (at) => {
    const email = `staff${next()}@example.com`
    return {
      input: { email, name: 'Ольга', role: 'manager' },
      by: await admin(at),
      others: 'staff.exists',
      deed: () =>
        count(at, sql`select count(*) from person_tokens t join staff s on s.id = t.person where s.email = ${email}`),
    }
  },
  'staff.withdraw': async (at) => {
    const id = await at.make.staff()
    return { input: { id }, by: await admin(at), deed: events(at, 'staff.withdrawn', id) }
  },
  'workflow.undo': async (at) => {
    const { company: companyId, manager, byManager } = await client(at)
    const order = await at.make.order({ companyId, status: 'confirmed' })
    await insertRow(at.payload, 'events', {
      type: 'order.confirmed',
      entity: 'orders',
      entityId: order,
      companyId,
      internal: false,
      data: { from: 'submitted', to: 'confirmed' },
      actorCollection: 'staff',
      actorId: manager,
    })
    return {
      input: { entity: 'orders', id: order },
      by: byManager,
      others: 'workflow.noUndo',
      deed: events(at, 'order.reopened', order),
    }
  },
}

/** Actions that six may press at once without a row above, each with the reason. */
export const harmless: Record<string, string> = {
  'accounts.importBalances': 'the last figure stands, whoever says it',
  'accounts.importStatement': 'a repeated line changes nothing (tests/int/rest/money.test.ts)',
  'asks.putAside': 'the last word of the person stands',
  'carts.addMany': 'each press is a quantity more, and is meant so',
  'carts.clear': 'empty is empty',
  'carts.setLine': 'says how many, not how many more',
  'exchange.answerAbsent': 'the line is closed by the first (tests/int/exchange/sweep.test.ts)',
  'exchange.replayRow': 'tries what waits; what went in waits no more',
  'access-keys.create': 'each is a key of its own, told to whoever has given the password',
  'login-sessions.endAll': 'over is over',
  'users.endSession': 'over is over',
  'users.endOtherSessions': 'over is over',
  'memberships.accept': 'a link is spent once (tests/int/people/links.test.ts)',
  'users.confirm': 'a link is spent once',
  'users.confirmEmail': 'a link is spent once',
  'staff.inviteAgain': 'the last link stands, and a letter whose link is dead is not sent',
  'memberships.invite': 'the last link stands, and a letter whose link is dead is not sent',
  'users.changeEmail': 'the last link stands, and a letter whose link is dead is not sent',
  'notifications.read': 'read is read',
  'users.setPhoto': 'the last picture stands',
  'users.updateProfile': 'the last word of the person stands',
  'users.changePassword': 'the last password stands',
  'staff.changePassword': 'the last password stands',
  'users.register': 'one account an address (tests/int/people/registration.test.ts)',
}

/** Each way of each workflow: from wherever it may begin, pressed by one who may. Where it leaves the record as it stood, six presses of a person are one. */
export const wayMoments = (at: World): Array<{ name: string; make: () => Promise<Press> }> =>
  declaredWorkflows()
    .filter(({ entity }) => !entity.startsWith('test-'))
    .flatMap((workflow) =>
      Object.entries(workflow.transitions).flatMap(([name, transition]) =>
        transition.from
          // What may be done over and over without anybody hearing of it is not gone once: a lease that ran out.
          .filter(() => transition.event || !transition.from.includes(transition.to))
          .map((state) => ({
            name: `${workflow.entity} ${name} from ${state}`,
            make: () => wayMoment(at, workflow, { name, transition, state }),
          })),
      ),
    )

type Way = { name: string; transition: Transition; state: string }

async function wayMoment(at: World, { entity, field }: Workflow, { name, transition, state }: Way): Promise<Press> {
  const { to, by, event, needs } = transition
  const { company: companyId, by: person, byManager } = await client(at)
  const id = await recordOf[entity]?.(at, companyId, { [field]: state })
  if (!id) throw new Error(`No record is made of ${entity}`)
  const presses: Record<string, Press['by']> = {
    client: person,
    manager: byManager,
    admin: await admin(at),
    erp: portal(at, erpActor({ id: crypto.randomUUID(), name: 'УТ' })),
  }
  const who = Object.keys(presses).find((role) => by.some((one) => one === role)) ?? ''
  const files = needs?.files ? { files: [await at.make.documentFile({ companyId })] } : {}
  const fields = Object.entries(needs?.fields ?? {}).map(([of, { type }]) => [of, given[type]])
  const more = needs?.fields ? { ...files, fields: Object.fromEntries(fields) } : files
  return {
    input: { entity, id, transition: name, comment: 'Потому что', ...more },
    by: presses[who] ?? portal(at),
    ...(state === to ? {} : { others: 'workflow.notFrom' }),
    deed: event
      ? events(at, event, id)
      : () =>
          count(
            at,
            sql`select count(*) from ${sql.identifier(tableOf(entity))} where id = ${id} and status::text = ${to}`,
          ),
  }
}

/** What a way asks for, by its type. */
const given = { text: 'Текст', number: 1, choice: '', date: '2030-01-01', moment: '2030-01-01T10:00' }

const recordOf: Record<string, (at: World, companyId: string, fields: Record<string, string>) => Promise<string>> = {
  interactions: (at, companyId, fields) => at.make.interaction({ companyId, ...fields }),
  orders: (at, companyId, fields) => at.make.order({ companyId, ...fields }),
  contracts: (at, companyId, fields) => at.make.contract({ companyId, ...fields }),
  companies: async (at, companyId, { status }) => {
    await execute(at.payload, sql`update companies set status = ${status} where id = ${companyId}`)
    return companyId
  },
  'document-requests': (at, companyId, fields) =>
    insertRow(at.payload, 'document_requests', { kind: 'copy', companyId, attempts: 0, ...fields }),
}
