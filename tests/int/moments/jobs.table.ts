import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import sharp from 'sharp'
import { storePdf } from '@/collections/documents/document-files/storePdf'
import { createSession, sessionKey } from '@/src/mechanisms/exchange/run/sessions'
import { exchangeSpool } from '@/src/mechanisms/exchange/run/spool'
import { startImport } from '@/src/mechanisms/exchange/run/startImport'
import { issueToken } from '@/src/mechanisms/sessions/tokens'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { next } from '@/tests/builders/builders'
import { demoCatalogue, importXml, type DemoCatalogue } from '@/tests/emulator/catalogue-xml'
import { drainJobs } from '@/tests/support/jobs'
import { pdf, type World } from '../rest/world'

/** The world with everybody whose letters are counted. */
export type Ground = World & { lettersTo: (address: string) => number }

export type Scene = {
  /** What the job is asked with. */
  data: object
  /** How often its outward deed has been done by now. */
  deed: () => Promise<number>
  /** The deed of one run; 1 unless said. */
  does?: number
  /** What may happen between the asking and the running: the job then ends well and does nothing. */
  changes: Record<string, () => Promise<unknown>>
}

const count = async (at: Ground, statement: ReturnType<typeof sql>): Promise<number> =>
  Number((await at.one<{ n: number }>(sql`select (${statement})::int as n`)).n)
const unique = (): string => `m${next()}-${process.pid}`
/** A sweep's deed: what was to go has gone. */
const gone = (at: Ground, statement: ReturnType<typeof sql>) => async (): Promise<number> =>
  1 - (await count(at, statement))
const off = (at: Ground, table: string, id: string) => () =>
  at.rows(sql`update ${sql.identifier(table)} set active = false where id = ${id}`)
const removed = (at: Ground, table: string, id: string) => () =>
  at.rows(sql`delete from ${sql.identifier(table)} where id::text = ${id}`)
const left = (at: Ground, user: string) => () =>
  at.rows(sql`update memberships set active = false, state = 'closed' where user_id = ${user}`)

async function colleague(at: Ground): Promise<{ company: string; user: string; email: string }> {
  const [company, email] = [await at.make.company(), `${unique()}@example.com`]
  return { company, email, user: await at.make.user({ companies: [company], email }) }
}

const paidEvent = (at: Ground, companyId: string): Promise<string> =>
  insertRow(at.payload, 'events', {
    type: 'payment.received',
    entity: 'accounts',
    entityId: companyId,
    companyId,
    internal: false,
    data: { number: '', sum: { amount: 100_00, currency: 'RUB' } },
  })

/** A node of its own with a session that has sent a catalogue of one product with a picture. */
async function sent(
  at: Ground,
): Promise<{ node: string; session: string; key: string; catalogue: DemoCatalogue; product: string }> {
  const { id: node } = await at.node()
  const session = await createSession(
    at.payload,
    { id: node, zip: false, fileLimit: 1_000_000, encoding: 'utf-8', schemaVersion: '2.07', zone: 'Europe/Moscow' },
    '127.0.0.1',
  )
  const catalogue = demoCatalogue({ products: 1, seed: unique() })
  const [product] = catalogue.products
  const key = sessionKey(session.id)
  await exchangeSpool().reset(key)
  const append = (name: string, bytes: Buffer) =>
    exchangeSpool().append(
      key,
      name,
      (async function* () {
        yield bytes
      })(),
    )
  await append('import.xml', Buffer.from(importXml(catalogue)))
  // Its colour is its own: pictures are known by their bytes.
  const picture = await sharp({
    create: { width: 8, height: 8, channels: 3, background: `#${String(100_000 + next())}` },
  })
    .jpeg()
    .toBuffer()
  if (product?.picture) await append(product.picture, picture)
  return { node, session: session.id, key, catalogue, product: String(product?.id) }
}

/** A client that REST sent with a price type that was not there; now it is. */
async function parked(
  at: Ground,
): Promise<{ client: string; type: string; closed: () => Promise<unknown>; nodeGone: () => Promise<unknown> }> {
  const [client, type, { id, token }] = [unique(), unique(), await at.node()]
  await at.put('companies', [{ externalId: client, name: client, priceType: type }], { auth: `Bearer ${token}` })
  await at.make.priceType({ externalId: type })
  return {
    client,
    type,
    closed: () => at.rows(sql`update exchange_issues set status = 'resolved' where external = ${client}`),
    nodeGone: removed(at, 'exchange_nodes', id),
  }
}

const runOf = (at: Ground, node: string, session: string | null = null): Promise<string> =>
  insertRow(at.payload, 'exchange_runs', {
    nodeId: node,
    transport: 'commerceml',
    kind: 'catalog',
    status: 'done',
    session,
    startedAt: new Date(),
    finishedAt: new Date(),
  })

/** One row for each job of the portal. A job without a row makes the test red. */
export const jobMoments: Record<string, (at: Ground) => Promise<Scene>> = {
  'audit.sweep': async (at) => {
    const action = unique()
    const id = await insertRow(at.payload, 'audit', { action, createdAt: '2020-01-01T00:00:00Z' })
    const deed = gone(at, sql`select count(*) from audit where action = ${action}`)
    return {
      data: {},
      deed,
      changes: { 'the line is of today': () => at.rows(sql`update audit set created_at = now() where id = ${id}`) },
    }
  },
  'numbers.lapse': async (at) => {
    const number = unique()
    await at.rows(
      sql`insert into number_reservations (series, year, value, number, holder, until) values (${number}, 0, 1, ${number}, 'system', now() - interval '1 minute')`,
    )
    return {
      data: {},
      deed: () => count(at, sql`select count(*) from audit where action = 'number.released' and note = ${number}`),
      changes: {
        'it has gone to a record': () =>
          at.rows(sql`update number_reservations set state = 'used' where number = ${number}`),
      },
    }
  },
  'workflow.deadlines': async (at) => {
    const companyId = await at.make.company()
    const id = await insertRow(at.payload, 'document_requests', {
      kind: 'copy',
      companyId,
      status: 'leased',
      attempts: 1,
      leasedUntil: '2026-01-01T00:00:00Z',
    })
    const request = sql`document_requests where id = ${id} and leased_until is null`
    return {
      data: {},
      deed: () => count(at, sql`select count(*) from ${request} and status = 'waiting'`),
      changes: {
        'the node has answered': () =>
          at.rows(sql`update document_requests set status = 'done', leased_until = null where id = ${id}`),
        'its time goes on': () =>
          at.rows(sql`update document_requests set leased_until = now() + interval '1 minute' where id = ${id}`),
      },
    }
  },
  'catalogue.searchUpkeep': async (at) => {
    const { product } = await at.make.product()
    const deed = (): Promise<number> =>
      count(at, sql`select count(*) from product_search where product_id = ${product}`)
    const remove = () =>
      at.rows(
        sql`with skus as (delete from skus where product_id = ${product}) delete from products where id = ${product}`,
      )
    return { data: { products: [product] }, deed, changes: { 'the product is gone': remove } }
  },
  'sales.countPurchases': async (at) => {
    const { product, sku } = await at.make.product()
    const companyId = await at.make.company()
    await at.make.orderLine({ orderId: await at.make.order({ companyId }), companyId, skuId: sku })
    const lines = sql`order_lines where company_id = ${companyId}`
    return {
      data: { company: companyId },
      deed: () =>
        count(
          at,
          sql`select count(*) from company_purchases where company_id = ${companyId} and product_id = ${product}`,
        ),
      changes: {
        'the lines are gone': () => at.rows(sql`delete from ${lines}`),
        'a year has passed': () =>
          at.rows(sql`update order_lines set created_at = now() - interval '2 years' where company_id = ${companyId}`),
        'the order is another client’s': async () =>
          at.rows(sql`update order_lines set company_id = ${await at.make.company()} where company_id = ${companyId}`),
      },
    }
  },
  'documents.copies': async (at) => {
    const { company, user, email } = await colleague(at)
    const file = await storePdf(at.req, { bytes: pdf(unique()), title: 'Счёт', company, previous: null })
    const document = await at.make.document({ companyId: company, fileId: file.id })
    return {
      data: { documents: [document], company, to: email, locale: 'ru', letter: crypto.randomUUID() },
      deed: async () => at.lettersTo(email),
      changes: {
        'the person was switched off': off(at, 'users', user),
        'the person left the company': left(at, user),
        'the document is gone': removed(at, 'documents', document),
        'the file was closed': () => at.rows(sql`update document_files set internal = true where id = ${file.id}`),
        'the document is another client’s': async () =>
          at.rows(sql`update documents set company_id = ${await at.make.company()} where id = ${document}`),
      },
    }
  },
  'exchange.endRun': async (at) => {
    const { node, key } = await sent(at)
    const run = await runOf(at, node, key)
    const deed = (): Promise<number> => count(at, sql`select count(*) from exchange_settled where run_id = ${run}`)
    return {
      data: { run },
      deed,
      changes: {
        'the run is gone': removed(at, 'exchange_runs', run),
        'the node is gone': removed(at, 'exchange_nodes', node),
      },
    }
  },
  'exchange.expireParked': async (at) => {
    const { id: node } = await at.node()
    const run = await runOf(at, node)
    const issue = await insertRow(at.payload, 'exchange_issues', {
      runId: run,
      entity: 'prices',
      external: unique(),
      code: 'exchange.waits',
      message: 'x',
      row: { item: {} },
      status: 'parked',
      createdAt: '2020-01-01T00:00:00Z',
    })
    const deed = (): Promise<number> =>
      count(at, sql`select count(*) from exchange_issues where run_id = ${run} and code = 'exchange.waitedTooLong'`)
    return {
      data: {},
      deed,
      changes: {
        'it came through': () => at.rows(sql`update exchange_issues set status = 'replayed' where id = ${issue}`),
      },
    }
  },
  'exchange.idle': async (at) => {
    const { node, key } = await sent(at)
    await at.rows(
      sql`update exchange_sessions set seen_at = now() - interval '3 minutes', fresh = jsonb_build_object('import.xml', now() - interval '3 minutes') where id = ${key}`,
    )
    const deed = (): Promise<number> =>
      count(
        at,
        sql`select count(*) from exchange_files f join exchange_runs r on r.id = f.run_id where r.session = ${key}`,
      )
    return {
      data: {},
      deed,
      changes: {
        'the session is gone': removed(at, 'exchange_sessions', key),
        'the node is gone': removed(at, 'exchange_nodes', node),
        '1C speaks again': () => at.rows(sql`update exchange_sessions set seen_at = now() where id = ${key}`),
      },
    }
  },
  'exchange.import': async (at) => {
    const { node, session, key, product } = await sent(at)
    await startImport(at.req, session, 'catalog', 'import.xml')
    const deed = (): Promise<number> => count(at, sql`select count(*) from products where external_id = ${product}`)
    return {
      data: { node },
      deed,
      changes: {
        'the bytes are gone': () => exchangeSpool().remove(key),
        'the node is gone': removed(at, 'exchange_nodes', node),
      },
    }
  },
  'exchange.pictures': async (at) => {
    const { node, key, product, catalogue } = await sent(at)
    await at.make.product({ externalId: product })
    const deed = (): Promise<number> =>
      count(
        at,
        sql`select count(*) from media where external_path is not null and ${catalogue.products[0]?.picture ?? ''} ilike '%' || external_path`,
      )
    return { data: { session: key, node }, deed, changes: { 'the bytes are gone': () => exchangeSpool().remove(key) } }
  },
  'exchange.replayParked': async (at) => {
    const { client, type, closed, nodeGone } = await parked(at)
    const deed = (): Promise<number> => count(at, sql`select count(*) from companies where external_id = ${client}`)
    return {
      data: { entity: 'price-types', externalIds: [type] },
      deed,
      changes: { 'the line was closed': closed, 'the node is gone': nodeGone },
    }
  },
  'exchange.retryWaiting': async (at) => {
    const { client, closed, nodeGone } = await parked(at)
    const deed = async (): Promise<number> => (
      await drainJobs(at.payload),
      count(at, sql`select count(*) from companies where external_id = ${client}`)
    )
    return { data: {}, deed, changes: { 'the line was closed': closed, 'the node is gone': nodeGone } }
  },
  'exchange.renameNode': async (at) => {
    const [from, to, type] = [unique(), unique(), await at.make.priceType()]
    await at.rows(sql`update price_types set sync_node = ${from} where id = ${type}`)
    return {
      data: { from, to },
      deed: () => count(at, sql`select count(*) from price_types where sync_node = ${to}`),
      changes: { 'the record is gone': removed(at, 'price_types', type) },
    }
  },
  'exchange.takeAnew': async (at) => {
    const { id: node } = await at.node()
    const type = await at.make.priceType()
    await at.rows(
      sql`update price_types set sync_node = (select name from exchange_nodes where id = ${node}), sync_time = now(), sync_hash = 'x' where id = ${type}`,
    )
    return {
      data: { node },
      deed: () =>
        count(at, sql`select count(*) from price_types where id = ${type} and sync_time is null and sync_hash is null`),
      changes: { 'the node is gone': removed(at, 'exchange_nodes', node) },
    }
  },
  'exchange.sweepSpool': async (at) => {
    const { key } = await sent(at)
    await at.rows(sql`update exchange_sessions set seen_at = now() - interval '1 year' where id = ${key}`)
    const deed = async (): Promise<number> =>
      (await exchangeSpool().sessions()).some(({ name }) => name === key) ? 0 : 1
    return {
      data: {},
      deed,
      changes: {
        '1C speaks again': () => at.rows(sql`update exchange_sessions set seen_at = now() where id = ${key}`),
      },
    }
  },
  'files.sweepOrphans': async (at) => {
    const folder = String(at.payload.collections.media.config.upload.staticDir)
    const name = `${unique()}.jpg`
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, name), 'x')
    await utimes(path.join(folder, name), new Date('2020-01-01'), new Date('2020-01-01'))
    const deed = async (): Promise<number> => ((await readdir(folder)).includes(name) ? 0 : 1)
    return {
      data: {},
      deed,
      changes: {
        'its row has come': () =>
          insertRow(at.payload, 'media', { alt: 'x', filename: name, mimeType: 'image/jpeg', filesize: 1 }),
      },
    }
  },
  'forms.dropDrafts': async (at) => {
    const form = await insertRow(at.payload, 'forms', { title: 'Вопрос', slug: unique() })
    const { user } = await colleague(at)
    await at.rows(
      sql`insert into form_drafts (user_id, form_id, typed, expires_at) values (${user}, ${form}, '{}', now() - interval '1 day')`,
    )
    return {
      data: {},
      deed: async () => 1 - (await count(at, sql`select count(*) from form_drafts where form_id = ${form}`)),
      changes: {
        'it was gone on with': () =>
          at.rows(sql`update form_drafts set expires_at = now() + interval '30 days' where form_id = ${form}`),
      },
    }
  },
  'forms.letter': async (at) => {
    const [desk, letter] = [`${unique()}@example.com`, unique()]
    const form = await insertRow(at.payload, 'forms', { title: 'Вопрос', slug: unique() })
    await at.rows(
      sql`insert into forms_emails (_order, _parent_id, id, email_to, subject, message) values (1, ${form}, ${letter}, ${desk}, 'Вопрос', '{{*}}')`,
    )
    const submission = await insertRow(at.payload, 'form_submissions', { title: 'Вопрос', formId: form })
    return {
      data: { submission, letter, locale: 'ru' },
      deed: async () => at.lettersTo(desk),
      changes: {
        'the answer was deleted': removed(at, 'form_submissions', submission),
        'the form writes no letter now': removed(at, 'forms_emails', letter),
        'the form is gone': removed(at, 'forms', form),
      },
    }
  },
  'notifications.deliver': async (at) => {
    const { company, user } = await colleague(at)
    const event = await paidEvent(at, company)
    // A line of the feed and the letter that goes with it.
    const deed = (): Promise<number> =>
      count(
        at,
        sql`select count(*) + (select count(*) from pgboss.job j where j.data->'data'->>'notification' in (select id::text from notifications where event_id = ${event})) from notifications where event_id = ${event}`,
      )
    return {
      data: { event },
      deed,
      does: 2,
      changes: {
        'the event is gone': removed(at, 'events', event),
        'the person was switched off': off(at, 'users', user),
        'the person left the company': left(at, user),
      },
    }
  },
  'notifications.mail': async (at) => {
    const { company, user, email } = await colleague(at)
    const event = await paidEvent(at, company)
    const notification = await insertRow(at.payload, 'notifications', {
      eventId: event,
      key: unique(),
      userId: user,
      companyId: company,
      title: 'Получили оплату',
      inFeed: true,
    })
    return {
      data: { notification },
      deed: async () => at.lettersTo(email),
      changes: {
        'the notification is gone': removed(at, 'notifications', notification),
        'the person was switched off': off(at, 'users', user),
        'the person left the company': left(at, user),
        'the person wants no letters': () =>
          at.rows(sql`update users set mail_notifications = false where id = ${user}`),
      },
    }
  },
  'people.letter': async (at) => {
    const { user, email } = await colleague(at)
    const token = await issueToken(at.payload, {
      purpose: 'recover',
      collection: 'users',
      person: user,
      ttlSeconds: 600,
    })
    return {
      data: { kind: 'recover', collection: 'users', person: user, token },
      deed: async () => at.lettersTo(email),
      changes: {
        'the link was used': () => at.rows(sql`update person_tokens set used_at = now() where id = ${token}`),
        'the person was switched off': off(at, 'users', user),
        'the account is gone': async () => (
          await at.rows(sql`delete from memberships where user_id = ${user}`),
          removed(at, 'users', user)()
        ),
      },
    }
  },
  'people.recovery': async (at) => {
    const { user, email } = await colleague(at)
    // A link, and the letter that brings it.
    const deed = (): Promise<number> =>
      count(
        at,
        sql`select count(*) + (select count(*) from pgboss.job where data->'data'->>'person' = ${user}) from person_tokens where person = ${user}`,
      )
    return {
      data: { collection: 'users', email },
      deed,
      does: 2,
      changes: {
        'the person was switched off': off(at, 'users', user),
        'the address was changed': () =>
          at.rows(sql`update users set email = ${`${unique()}@example.com`} where id = ${user}`),
      },
    }
  },
  'people.sweepRegistrations': async (at) => {
    const user = await at.make.user({ _verified: false, hash: 'x', createdAt: '2020-01-01T00:00:00Z' })
    const deed = gone(at, sql`select count(*) from users where id = ${user}`)
    return {
      data: {},
      deed,
      changes: {
        'the address was confirmed': () => at.rows(sql`update users set _verified = true where id = ${user}`),
      },
    }
  },
  'people.sweepTokens': async (at) => {
    const { user } = await colleague(at)
    const token = await issueToken(at.payload, {
      purpose: 'recover',
      collection: 'users',
      person: user,
      ttlSeconds: -60 * 60 * 24 * 30,
    })
    const deed = gone(at, sql`select count(*) from person_tokens where id = ${token}`)
    return {
      data: {},
      deed,
      changes: {
        'the link lives on': () =>
          at.rows(sql`update person_tokens set expires_at = now() + interval '1 hour' where id = ${token}`),
      },
    }
  },
  'schedules.remind': async (at) => {
    const companyId = await at.make.company()
    const contract = await at.make.contract({ companyId })
    const line = await at.make.scheduleLine({
      contractId: contract,
      companyId,
      dueDate: new Date(Date.now() + 86_400_000),
    })
    const deed = (): Promise<number> =>
      count(at, sql`select count(*) from events where type = 'schedule.due' and entity_id = ${contract}`)
    return {
      data: {},
      deed,
      changes: {
        'it was paid': () => at.rows(sql`update schedule_lines set paid = amount where id = ${line}`),
        'the contract was terminated': () =>
          at.rows(sql`update contracts set status = 'terminated' where id = ${contract}`),
        'the line is gone': removed(at, 'schedule_lines', line),
      },
    }
  },
  'throttles.sweep': async (at) => {
    const key = unique()
    await at.rows(sql`insert into throttles (key, count, resets_at) values (${key}, 1, now() - interval '1 hour')`)
    const deed = gone(at, sql`select count(*) from throttles where key = ${key}`)
    return {
      data: {},
      deed,
      changes: {
        'somebody tries again': () =>
          at.rows(sql`update throttles set resets_at = now() + interval '1 hour' where key = ${key}`),
      },
    }
  },
  'users.removePhoto': async (at) => {
    const { user } = await colleague(at)
    const media = await insertRow(at.payload, 'media', {
      alt: 'x',
      personId: user,
      filename: `${unique()}.jpg`,
      mimeType: 'image/jpeg',
      filesize: 1,
    })
    const deed = gone(at, sql`select count(*) from media where id = ${media}`)
    return {
      data: { media },
      deed,
      changes: { 'it is in use again': () => at.rows(sql`update users set photo_id = ${media} where id = ${user}`) },
    }
  },
}
