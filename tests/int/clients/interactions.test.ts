import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, SendEmailOptions } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { addContact } from '@/collections/clients/contacts/contact.add.actions'
import { addInteraction } from '@/collections/clients/interactions/interaction.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { query } from '@/src/mechanisms/database/query'
import { post } from '@/src/mechanisms/ledger/post'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { readPane } from '@/src/mechanisms/panel/definePane'
import { rowsBehind, rowsFigure } from '@/src/mechanisms/panel/figureRows'
import { deadlinesJob } from '@/src/mechanisms/workflow/deadlines.jobs'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { builders, type Builders } from '@/tests/builders/builders'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let anna: string
let pavel: string
let company: string
const letters: SendEmailOptions[] = []

const add = async (who: string, input: Record<string, unknown>): Promise<string> =>
  (
    await runAction(addInteraction, {
      req: await make.as('staff', who, 'Анна'),
      input: { company, kind: 'note', body: 'Ждут цену на анкеры', ...input } as never,
    })
  ).id
const move = async (who: string, id: string, transition: string, fields?: Record<string, string>) =>
  runAction(transitionAction, {
    req: await make.as('staff', who),
    input: { entity: 'interactions', id, transition, fields },
  })
const rowOf = async (id: string) =>
  (
    await query<{ status: string; remind_at: string | null; assignee: string | null }>(
      payload,
      sql`select status::text, remind_at, assignee_id::text as assignee from interactions where id = ${id}`,
    )
  )[0]
const told = (staff: string) =>
  query<{ title: string; body: string | null; link: string }>(
    payload,
    sql`select title, body, link from notifications where staff_id = ${staff} order by created_at`,
  )
/** The hour of a reminder comes, and with it the tick of the clock. */
async function hourOf(id: string): Promise<void> {
  await query(payload, sql`update interactions set remind_at = now() - interval '1 second' where id = ${id}`)
  await enqueue(payload, deadlinesJob, {})
  await drainJobs(payload)
}
async function reminders(who: string): Promise<string[]> {
  const figure = rowsFigure('reminders')
  if (!figure) throw new Error('not declared')
  const { rows } = await rowsBehind(figure, await make.context('staff', who), { limit: 50 })
  return rows.map((row) => figure.words(row, 'ru').title)
}
const later = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
const cardOf = async (context: QueryContext) => readPane(context, { entity: 'companies', id: company }, 'ru')

describe('notes, calls and meetings of a client', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    letters.length = 0
    vi.spyOn(payload, 'sendEmail').mockImplementation(async (letter: SendEmailOptions) => void letters.push(letter))
    anna = await make.staff({ name: 'Анна', email: 'anna@example.com' })
    pavel = await make.staff({ name: 'Павел', email: 'pavel@example.com' })
    company = await make.company({ name: 'Стройград', managerId: anna })
  })
  afterEach(() => vi.restoreAllMocks())

  it('[GOAL-12] [MGR-01] a reminder comes at its hour to whoever made it, stands on «Сегодня» and is ticked off', async () => {
    const good = await add(anna, { remindAt: later(1), nextStep: 'Отправить цену' })
    expect(await rowOf(good)).toMatchObject({ status: 'planned', assignee: anna })
    await drainJobs(payload)
    expect(await told(anna)).toEqual([])
    await hourOf(good)
    expect(await rowOf(good)).toMatchObject({ status: 'due' })
    expect(await told(anna)).toEqual([
      { title: 'Напоминание: Стройград', body: 'Отправить цену', link: `/admin/collections/interactions/${good}` },
    ])
    expect(letters.map(({ to }) => to)).toEqual(['anna@example.com'])
    expect(await reminders(anna)).toEqual(['Отправить цену'])
    expect(await reminders(pavel)).toEqual([])
    await enqueue(payload, deadlinesJob, {})
    await drainJobs(payload)
    expect(letters).toHaveLength(1)
    await move(anna, good, 'finish')
    expect(await rowOf(good)).toMatchObject({ status: 'done', remind_at: null })
    expect(await reminders(anna)).toEqual([])
  })

  it('[MGR-01] is for a colleague when one is named: told at once and at the hour, and reads it though not the client', async () => {
    const id = await add(anna, { remindAt: later(1), assignee: pavel })
    await drainJobs(payload)
    expect((await told(pavel)).map(({ title }) => title)).toEqual(['Анна просит вас: Стройград'])
    expect(letters).toEqual([])
    await hourOf(id)
    expect(letters.map(({ to }) => to)).toEqual(['pavel@example.com'])
    expect(await reminders(pavel)).toEqual(['Ждут цену на анкеры'])
    const context = await make.context('staff', pavel)
    const pane = await readPane(context, { entity: 'interactions', id }, 'ru')
    expect(pane?.facts[0]).toEqual({ label: expect.anything(), value: 'Стройград' })
    expect(await cardOf(context)).toBeNull()
    await move(pavel, id, 'finish')
    expect(await rowOf(id)).toMatchObject({ status: 'done' })
  })

  it('[MGR-01] reminds the client’s manager where whoever was named serves clients no more', async () => {
    for (const [change, number] of [
      [sql`role = 'editor'`, 1],
      [sql`role = 'manager', active = false`, 2],
    ] as const) {
      const id = await add(anna, { remindAt: later(1), assignee: pavel })
      await query(payload, sql`update staff set ${change} where id = ${pavel}`)
      await hourOf(id)
      expect(letters.map(({ to }) => to)).toEqual(Array.from({ length: number }, () => 'anna@example.com'))
      expect(await rowOf(id)).toMatchObject({ status: 'due', assignee: anna })
      expect(await reminders(anna)).toHaveLength(number)
      await query(payload, sql`update staff set role = 'manager', active = true where id = ${pavel}`)
    }
  })

  it('[ROLE-03] an edited record names no contact of another client', async () => {
    const id = await add(anna, {})
    const foreign = await make.contact({ companyId: await make.company({ managerId: pavel }), name: 'Чужой' })
    const of = await make.contact({ companyId: await make.company({ managerId: anna }), name: 'Другой свой' })
    const req = await make.as('staff', anna)
    for (const contact of [foreign, of])
      await expect(
        payload.update({ collection: 'interactions', id, data: { contact }, req, overrideAccess: false }),
      ).rejects.toThrow()
    const own = await make.contact({ companyId: company })
    await payload.update({ collection: 'interactions', id, data: { contact: own }, req, overrideAccess: false })
    expect(await query(payload, sql`select contact_id::text as contact from interactions where id = ${id}`)).toEqual([
      { contact: own },
    ])
  })

  it('[MGR-01] can be put off, and set later where there was none; what somebody has finished reminds nobody', async () => {
    const id = await add(anna, {})
    expect(await rowOf(id)).toMatchObject({ status: 'kept', remind_at: null })
    await move(anna, id, 'plan', { remindAt: '2030-01-01T10:00' })
    // A moment without a zone is one of the portal: Moscow's.
    expect(new Date(String((await rowOf(id))?.remind_at)).toISOString()).toBe('2030-01-01T07:00:00.000Z')
    await hourOf(id)
    expect(await told(anna)).toHaveLength(1)
    await move(anna, id, 'postpone', { remindAt: '2030-01-02T10:00' })
    expect(await rowOf(id)).toMatchObject({ status: 'planned' })
    expect(await reminders(anna)).toEqual([])
    await move(anna, id, 'finish')
    await hourOf(id)
    expect(await told(anna)).toHaveLength(1)
    await expect(move(anna, id, 'plan', { remindAt: 'завтра' })).rejects.toMatchObject({ code: 'input.invalid' })
  })

  it('[GOAL-12] [MGR-01] stands in the client’s card with people, orders and the statement of each account', async () => {
    const contact = await make.contact({
      companyId: company,
      name: 'Олег Крылов',
      position: 'Директор',
      phone: '+79160000000',
      email: 'oleg@example.com',
    })
    await add(anna, {
      kind: 'call',
      contact,
      body: 'Спрашивал о скидке',
      outcome: 'Дали 3 %',
      nextStep: 'Прислать счёт',
    })
    await make.order({ companyId: company, number: 'К-1' })
    await make.account({ companyId: company, currency: 'RUB', balance: -500_00 })
    await make.account({ companyId: company, currency: 'USD', balance: 20_00 })
    const pane = await cardOf(await make.context('staff', anna))
    const table = (key: string) => pane?.tables?.find((one) => one.key === key)
    expect(table('contacts')?.rows[0]?.cells.map(({ href }) => href)).toEqual([
      `/admin/collections/contacts/${contact}`,
      'tel:+79160000000',
      'mailto:oleg@example.com',
    ])
    expect(table('contacts')?.rows[0]?.cells[1]?.text).toBe('+7 916 000-00-00')
    expect(table('interactions')?.rows[0]?.cells[1]).toMatchObject({
      text: 'Спрашивал о скидке',
      note: 'Олег Крылов · Итог: Дали 3 % · Дальше: Прислать счёт · Анна',
    })
    expect(table('orders')?.rows.map(({ cells }) => cells[0]?.text)).toEqual(['К-1'])
    expect(
      table('accounts')
        ?.rows.map(({ cells }) => cells[1]?.text)
        .sort(),
    ).toEqual(['RUB', 'USD'])
  })

  it('[EXCH-21] the card shows lines of the statement with the balance after each', async () => {
    const account = await make.account({
      companyId: company,
      contractId: await make.contract({ companyId: company, number: 'Д-7' }),
    })
    await post(await make.as('staff', anna), {
      kind: 'payment',
      externalId: 'x-1',
      at: new Date(Date.now() - 86_400_000).toISOString(),
      currency: 'RUB',
      memo: { number: '215' },
      postings: [
        { account: `account:${account}`, amount: 1_000_00 },
        { account: 'erp:RUB', amount: -1_000_00 },
      ],
    })
    const pane = await cardOf(await make.context('staff', anna))
    const lines = pane?.tables?.find(({ key }) => key === `statement-${account}`)
    expect(lines?.title.ru).toBe('Выписка за 90 дней: договор № Д-7, RUB')
    expect(lines?.rows[0]?.cells.slice(1).map(({ text }) => text.replace(/\s/g, ' '))).toEqual([
      'Оплата № 215',
      '1 000,00 ₽',
      '1 000,00 ₽',
    ])
  })

  it('[ROLE-03] is written by whoever has the client, of the client’s own people, for employees who serve clients', async () => {
    await expect(add(pavel, {})).rejects.toMatchObject({ code: 'entity.notFound' })
    const user = await make.user({ companies: [company] })
    await expect(
      runAction(addInteraction, { req: await make.as('users', user), input: { company, kind: 'note', body: 'x' } }),
    ).rejects.toMatchObject({ code: 'access.denied' })
    const foreign = await make.contact({ companyId: await make.company() })
    await expect(add(anna, { contact: foreign })).rejects.toMatchObject({ code: 'interaction.wrongContact' })
    const editor = await make.staff({ role: 'editor' })
    await expect(add(anna, { remindAt: later(1), assignee: editor })).rejects.toMatchObject({
      code: 'interaction.wrongAssignee',
    })
    await expect(add(anna, { assignee: pavel })).rejects.toMatchObject({ code: 'input.required' })
    await expect(add(anna, { remindAt: later(-1) })).rejects.toMatchObject({ code: 'interaction.past' })
    await expect(add(anna, { at: '0001-01-01T00:00' })).rejects.toMatchObject({ code: 'input.invalid' })
  })

  it('[MGR-01] a contact is written down without a login, and 1C hears of it', async () => {
    const call = async (who: string, input: object) =>
      runAction(addContact, { req: await make.as('staff', who), input: { company, name: 'Ольга', ...input } })
    const { id } = await call(anna, { phone: '8 916 123-45-67', email: 'Olga@Example.com' })
    const [row] = await query(payload, sql`select phone, email, user_id from contacts where id = ${id}`)
    expect(row).toEqual({ phone: '+79161234567', email: 'olga@example.com', user_id: null })
    const news = await query(
      payload,
      sql`select 1 from exchange_changes where entity = 'contacts' and entity_id = ${id}`,
    )
    expect(news).toHaveLength(1)
    await expect(call(pavel, {})).rejects.toMatchObject({ code: 'entity.notFound' })
    await expect(call(anna, { phone: 'звонить вечером' })).rejects.toMatchObject({ code: 'phone.wrong' })
  })
})
