import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload, type RequiredDataFromCollectionSlug } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { submitForm } from '@/collections/forms/form-submissions/form-submission.actions'
import { activeForms, formBySlug } from '@/collections/forms/forms/form.queries'
import { fillIn, isOwnPath } from '@/collections/forms/forms/form.rules'
import { checkAnswers } from '@/src/mechanisms/fieldsets/checkAnswers'
import { onePage, type FieldDefinition } from '@/src/mechanisms/fieldsets/definition'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { builders, type Builders } from '@/tests/builders/builders'
import { drainJobs } from '@/tests/support/jobs'
import { visitor } from '@/tests/int/people/letters'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let editor: string
let admin: string

type FormData = RequiredDataFromCollectionSlug<'forms'>
const words = (text: string): FormData['confirmationMessage'] => ({
  root: {
    type: 'root',
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
    children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text }] }],
  },
})
const form = (changes: Partial<FormData> = {}): FormData => ({
  title: 'Вопрос',
  slug: 'question',
  active: true,
  open: true,
  confirmationType: 'message',
  confirmationMessage: words('Спасибо'),
  fields: [
    { blockType: 'text', name: 'name', label: 'Имя', required: true },
    { blockType: 'email', name: 'email', label: 'Почта' },
    { blockType: 'select', name: 'topic', label: 'Тема', options: [{ value: 'goods', label: 'Товары' }] },
    { blockType: 'message', message: words('Пояснение') },
  ],
  emails: [
    { emailTo: 'desk@example.com', replyTo: '{{email}}', subject: 'Вопрос от {{name}}', message: '{{*}}' },
    { emailTo: '{{email}}', subject: 'Получили', message: 'Здравствуйте, {{name}}' },
  ],
  ...changes,
})
const save = async (changes: Partial<FormData> = {}): Promise<string> =>
  (
    await payload.create({
      collection: 'forms',
      data: form(changes),
      overrideAccess: false,
      req: await make.as('staff', editor),
    })
  ).id
const submit = async (
  answers: Record<string, string>,
  options: { form?: string; user?: string; company?: string } = {},
) =>
  runAction(submitForm, {
    req: options.user ? await make.as('users', options.user) : await createLocalReq({}, payload),
    input: { form: options.form ?? 'question', answers, company: options.company },
  })
const stored = () =>
  query<{ user: string | null; company: string | null; field: string; value: string }>(
    payload,
    sql`select s.user_id::text as user, s.company_id::text as company, d.field, d.value from form_submissions s join form_submissions_submission_data d on d._parent_id = s.id order by s.created_at, d._order`,
  )

describe('forms', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    editor = await make.staff({ role: 'editor' })
    admin = await make.staff({ role: 'admin' })
  })
  afterEach(() => vi.restoreAllMocks())

  it('an editor makes a form; its page shows fields and words, never whom it writes to', async () => {
    await save()
    const shown = await formBySlug(await createLocalReq({}, payload), 'question')
    expect(shown).toMatchObject({ title: 'Вопрос', open: true, after: { kind: 'words', text: 'Спасибо' } })
    expect(shown?.fields.map(({ kind, name, text }) => [kind, name, text?.ru ?? ''])).toEqual([
      ['text', 'name', ''],
      ['email', 'email', ''],
      ['select', 'topic', ''],
      ['message', '', 'Пояснение'],
    ])
    expect(JSON.stringify(shown)).not.toContain('desk@example.com')
  })

  it('one that takes no answers is not there', async () => {
    await save({ active: false })
    const req = await createLocalReq({}, payload)
    expect([await formBySlug(req, 'question'), await activeForms(req)]).toEqual([null, []])
    await expect(submit({ name: 'Анна' })).rejects.toMatchObject({ status: 404 })
  })

  it('keeps what was answered and who answered, and queues the letters in the same transaction', async () => {
    await save()
    const company = await make.company()
    const user = await make.user({ companies: [company] })
    const sent = vi.spyOn(payload, 'sendEmail').mockResolvedValue(undefined)
    await submit({ name: ' Анна ', email: 'anna@example.com', topic: 'goods', other: 'чужое' }, { user, company })
    expect(sent).not.toHaveBeenCalled()
    expect(await stored()).toEqual([
      { user, company, field: 'name', value: 'Анна' },
      { user, company, field: 'email', value: 'anna@example.com' },
      { user, company, field: 'topic', value: 'Товары' },
    ])
    await drainJobs(payload)
    const mails = sent.mock.calls.map(([mail]) => mail).sort((a, b) => String(b.to).localeCompare(String(a.to)))
    expect(mails.map(({ to, replyTo, subject }) => [to, replyTo, subject])).toEqual([
      ['desk@example.com', 'anna@example.com', 'Вопрос от Анна'],
      ['anna@example.com', undefined, 'Получили'],
    ])
    expect(mails[0]?.text).toContain('Почта: anna@example.com')
    expect(
      await query(
        payload,
        sql`select e.type from notifications n join events e on e.id = n.event_id where n.staff_id::text = ${admin}`,
      ),
    ).toEqual([{ type: 'form.submitted' }])
  })

  it('nobody is believed about a company, and an empty address gets no letter', async () => {
    await save()
    const foreign = await make.company()
    const sent = vi.spyOn(payload, 'sendEmail').mockResolvedValue(undefined)
    await submit({ name: 'Анна' }, { company: foreign })
    expect(await stored()).toEqual([{ user: null, company: null, field: 'name', value: 'Анна' }])
    await drainJobs(payload)
    expect(sent.mock.calls.map(([mail]) => mail.to)).toEqual(['desk@example.com'])
  })

  it('an answer neither adds a recipient nor a header nor markup to a letter', async () => {
    await save()
    const sent = vi.spyOn(payload, 'sendEmail').mockResolvedValue(undefined)
    const name = 'Анна\r\nBcc: x@evil.example <b>жирно</b>'
    await expect(submit({ name, email: 'anna@example.com' })).rejects.toMatchObject({
      code: 'form.link',
      field: 'name',
    })
    await submit({ name })
    await drainJobs(payload)
    const desk = sent.mock.calls.map(([mail]) => mail).find(({ to }) => to === 'desk@example.com')
    expect(desk?.subject).not.toMatch(/[\r\n]/)
    expect(String(desk?.html)).not.toContain('<b>жирно</b>')
    await expect(submit({ name: 'Анна', email: 'a@example.com, b@example.com' })).rejects.toMatchObject({
      code: 'email.wrong',
      field: 'email',
    })
  })

  it.each(['Зайдите на evil.example/x', 'http://evil.example', 'evil。example', 'www.evil.ru', '<a href="x">приз</a>'])(
    'carries no words to a stranger that lead anywhere: %s',
    async (name) => {
      await save()
      await expect(submit({ name, email: 'stranger@example.com' })).rejects.toMatchObject({
        code: 'form.link',
        status: 422,
        field: 'name',
      })
      expect(await stored()).toEqual([])
      // To the portal's own people a link may be written, and to the person themselves.
      await submit({ name })
      const user = await make.user({ email: 'own@example.com', _verified: true })
      await submit({ name, email: 'own@example.com' }, { user })
    },
  )

  it('writes to one stranger five times an hour, from however many, and from one to twenty strangers', async () => {
    await save()
    const from = (address: string) => visitor(payload, address)
    const send = async (address: string, email: string) =>
      runAction(submitForm, { req: await from(address), input: { form: 'question', answers: { name: 'Анна', email } } })
    const sent = vi.spyOn(payload, 'sendEmail').mockResolvedValue(undefined)
    for (let index = 0; index < 8; index += 1) await send(`10.3.0.${index}`, 'Stranger@example.com')
    await drainJobs(payload)
    const letters = sent.mock.calls.map(([mail]) => mail.to)
    expect(letters.filter((to) => to === 'Stranger@example.com')).toHaveLength(5)
    expect(letters.filter((to) => to === 'desk@example.com')).toHaveLength(8)
    const outcomes: string[] = []
    for (let index = 0; index < 22; index += 1)
      outcomes.push(
        await send('10.4.0.1', `p${index}@example.com`).then(
          () => 'ok',
          (error: { code: string }) => error.code,
        ),
      )
    expect(outcomes.filter((code) => code === 'ok')).toHaveLength(20)
    expect(outcomes.slice(20)).toEqual(['rate.limited', 'rate.limited'])
  })

  it('a form for clients is closed to guests', async () => {
    await save({ open: false })
    await expect(submit({ name: 'Анна' })).rejects.toMatchObject({ status: 401 })
    await submit({ name: 'Анна' }, { user: await make.user({}) })
    expect(await stored()).toHaveLength(1)
  })

  it.each([
    [{}, 'name', 'input.required'],
    [{ name: 'я'.repeat(301) }, 'name', 'input.tooLong'],
    [{ name: 'Анна', email: 'нет' }, 'email', 'email.wrong'],
    [{ name: 'Анна', topic: 'other' }, 'topic', 'choice.wrong'],
  ])('refuses %j: %s %s', async (answers, field, code) => {
    await save()
    await expect(submit(answers)).rejects.toMatchObject({ status: 422, field, code })
    expect(await stored()).toEqual([])
  })

  it.each<[string, Partial<FormData>]>([
    ['an address of another host', { confirmationType: 'redirect', redirect: { url: 'https://evil.example' } }],
    [
      'an address of another host without a scheme',
      { confirmationType: 'redirect', redirect: { url: '//evil.example' } },
    ],
    ['no address at all', { confirmationType: 'redirect', redirect: { url: '' } }],
    ['a field without a label', { fields: [{ blockType: 'text', name: 'a' }] }],
    ['nothing to ask', { fields: [{ blockType: 'message', message: words('Пояснение') }] }],
    ['an address of the page with a slash', { slug: 'a/b' }],
    ['a letter to several', { emails: [{ emailTo: 'a@example.com, b@example.com', subject: 's', message: 'm' }] }],
  ])('does not take a form with %s', async (_what, changes) => {
    await expect(save(changes)).rejects.toMatchObject({ status: 400 })
  })

  it('names that two fields share, or that the page needs, are made anew of their labels', async () => {
    const id = await save({
      fields: [
        { blockType: 'text', name: 'a', label: 'Имя' },
        { blockType: 'text', name: 'a', label: 'Город' },
        { blockType: 'text', name: 'website', label: 'Сайт' },
      ],
    })
    const { fields } = await payload.findByID({ collection: 'forms', id, depth: 0 })
    expect(fields?.map((block) => ('name' in block ? block.name : null))).toEqual(['a', 'gorod', 'sayt'])
  })

  it('leads to a page of the portal after sending', async () => {
    await save({ confirmationType: 'redirect', redirect: { url: '/orders?view=open' } })
    expect((await formBySlug(await createLocalReq({}, payload), 'question'))?.after).toEqual({
      kind: 'page',
      path: '/orders?view=open',
    })
  })

  it('nobody makes, changes or reads answers beside the action: not by REST, not with rights of the panel', async () => {
    const id = await save()
    const client = await make.user({})
    for (const req of [
      await make.as('staff', editor),
      await make.as('users', client),
      await createLocalReq({}, payload),
    ]) {
      await expect(
        payload.create({ collection: 'form-submissions', data: { title: 'x', form: id }, overrideAccess: false, req }),
      ).rejects.toMatchObject({ status: 403 })
    }
    await submit({ name: 'Анна' })
    await expect(
      payload.find({ collection: 'form-submissions', overrideAccess: false, req: await make.as('users', client) }),
    ).rejects.toMatchObject({ status: 403 })
    // Who makes forms reads what comes by them, whoever sent it; an accountant none of it.
    const read = async (who: string) => {
      const req = await make.as('staff', who)
      return (await payload.find({ collection: 'form-submissions', overrideAccess: false, req })).totalDocs
    }
    for (const user of [null, client]) {
      await query(payload, sql`update form_submissions set user_id = ${user}`)
      expect([await read(editor), await read(admin)]).toEqual([1, 1])
    }
    await expect(read(await make.staff({ role: 'accountant' }))).rejects.toMatchObject({ status: 403 })
  })
})

describe('answers against a form', () => {
  const field = (changes: Partial<FieldDefinition>): FieldDefinition => ({
    kind: 'text',
    name: 'a',
    label: { ru: 'А', en: 'A' },
    required: false,
    initial: '',
    ...changes,
  })

  it.each<[Partial<FieldDefinition>, string, string | null]>([
    [{ kind: 'number' }, '1,5', null],
    [{ kind: 'number' }, '1e9', 'number.malformed'],
    [{ kind: 'date' }, '2026-11-24', null],
    [{ kind: 'date' }, '2026-02-30', 'date.malformed'],
    [{ kind: 'checkbox', required: true }, '', 'form.consent'],
    [{ kind: 'checkbox', required: true }, 'on', null],
    [{ kind: 'email' }, 'a@b.example', null],
    [{ kind: 'radio', options: [{ value: 'yes', label: { ru: 'Да', en: 'Yes' } }] }, '__proto__', 'choice.wrong'],
    [{ required: true }, '   ', 'input.required'],
  ])('%j %j: %s', (changes, typed, code) => {
    expect(checkAnswers(onePage([field(changes)]), { a: typed }).errors.a?.code ?? null).toBe(code)
  })

  it('a field named like a property of every object is asked like any other', () => {
    expect(
      checkAnswers(onePage([field({ name: 'constructor', required: true })]), {}).errors.constructor,
    ).toMatchObject({
      code: 'input.required',
    })
  })

  it.each(['/orders', '/en/forms/x?sent=1', '/'])('%s is of this portal', (path) => expect(isOwnPath(path)).toBe(true))
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a b',
    '',
    null,
    '/\t/evil.example',
  ])('%j is not', (path) => expect(isOwnPath(path)).toBe(false))

  it('fills in answers once, without reading them as templates', () => {
    const answers = [
      { field: 'a', label: 'А', value: '{{b}}' },
      { field: 'b', label: 'Б', value: 'тайна' },
    ]
    expect(fillIn('{{ a }}-{{нет}}-{{c}}', answers)).toBe('{{b}}-{{нет}}-')
    expect(fillIn('{{*}}', answers)).toBe('А: {{b}}\nБ: тайна')
  })
})
