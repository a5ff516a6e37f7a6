import config from '@payload-config'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, handleEndpoints, type Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { submitForm } from '@/collections/forms/form-submissions/form-submission.actions'
import { publishForm } from '@/collections/forms/forms/form.actions'
import { formBySlug } from '@/collections/forms/forms/form.queries'
import { answeredForms, answersOf } from '@/src/admin/answers/answers.queries'
import { answersTable, headOf } from '@/src/admin/answers/answersTable'
import type { Locale } from '@/src/lib/i18n'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { readPane } from '@/src/mechanisms/panel/definePane'
import { readTable } from '@/src/mechanisms/tables/readTable'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { openSession } from '@/src/mechanisms/sessions/sessions'

let payload: Payload
let make: Builders
let editor: string
let manager: string
let form: string
let company: string

const THANKS = {
  root: {
    type: 'root',
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
    children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text: 'Спасибо' }] }],
  },
}
const save = async (data: object, id?: string) => {
  const options = { collection: 'forms', depth: 0, overrideAccess: false, req: await make.as('staff', editor) } as const
  return id
    ? payload.update({ ...options, id, data: data as never })
    : payload.create({
        ...options,
        data: { active: true, open: true, confirmationType: 'message', confirmationMessage: THANKS, ...data } as never,
      })
}
const submit = async (answers: Record<string, string>, user?: string, locale?: Locale) =>
  runAction(submitForm, {
    req: user ? await make.as('users', user) : await createLocalReq({}, payload),
    input: { form: 'vopros', answers, company, locale },
  })
const tokenOf = async (id: string): Promise<string> =>
  (await openSession(await createLocalReq({}, payload), { email: 'a@example.com', collection: 'staff', id })).token
const ask = async (who: string, search = '', locale: Locale = 'ru', of = form) => {
  const context = await make.context('staff', who)
  const table = await answersTable(context, of, { search: new URLSearchParams(search), locale })
  if (!table) return null
  const { rows, total } = await answersOf(context, table.asked)
  return { table, rows, total, heads: table.fields.map((field) => headOf(field, locale)) }
}

describe('answers of a form as a table', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    editor = await make.staff({ role: 'editor' })
    manager = await make.staff({ role: 'manager' })
    company = await make.company({ name: 'Стройград', managerId: manager })
    form = (
      await save({
        title: 'Вопрос',
        fields: [
          { blockType: 'text', label: 'Имя', required: true },
          { blockType: 'select', label: 'Тема', labelEn: 'Topic', options: [{ label: 'Товары', labelEn: 'Goods' }] },
        ],
      })
    ).id
  })

  it('has a column for each question, newest first, narrowed by words and days', async () => {
    const user = await make.user({ name: 'Ирина', companies: [company] })
    await submit({ imya: 'Олег', tema: 'tovary' })
    await submit({ imya: 'Ирина' }, user)
    await query(payload, sql`update form_submissions set created_at = '2026-11-20T10:00:00Z' where user_id is null`)
    const all = await ask(editor)
    expect([all?.heads, all?.total]).toEqual([['Имя', 'Тема'], 2])
    expect(all?.rows.map(({ answers, author, signedIn }) => [answers.imya, author, signedIn])).toEqual([
      ['Ирина', null, true],
      ['Олег', null, false],
    ])
    // An editor reads answers, not people: a name is told to whoever may read of them.
    expect((await ask(manager))?.rows.map(({ author, company: of }) => [author, of])).toEqual([['Ирина', 'Стройград']])
    const names = async (search: string) => (await ask(editor, search))?.rows.map(({ answers }) => answers.imya)
    expect(await names('q=олЕГ')).toEqual(['Олег'])
    expect(await names('q=100%')).toEqual([])
    expect(await names('came=2026-11-20..2026-11-20')).toEqual(['Олег'])
    expect(await names('came.from=2026-11-21')).toEqual(['Ирина'])
    expect((await ask(editor, '', 'en'))?.heads).toEqual(['Имя', 'Topic'])
  })

  it('still tells answers to questions that were taken out, and of a form that was deleted', async () => {
    await submit({ imya: 'Олег', tema: 'tovary' })
    const kept = await payload.findByID({ collection: 'forms', id: form, depth: 0 })
    await save({ fields: (kept.fields ?? []).slice(0, 1) }, form)
    expect((await ask(editor))?.heads).toEqual(['Имя', 'Тема (нет в форме)'])
    await payload.delete({ collection: 'forms', id: form })
    expect(await ask(editor)).toBeNull()
    const gone = await ask(editor, '', 'ru', 'none')
    expect([gone?.heads, gone?.total]).toEqual([['Имя', 'Тема'], 1])
    expect(await answeredForms(await make.context('staff', editor))).toMatchObject([{ id: null, count: 1 }])
  })

  it('[ROLE-03] is read whole by editors and administrators, of their clients by managers, by nobody else', async () => {
    const other = await make.company({ managerId: await make.staff() })
    const [ours, theirs] = [await make.user({ companies: [company] }), await make.user({ companies: [other] })]
    await submit({ imya: 'Наш' }, ours)
    company = other
    await submit({ imya: 'Чужой' }, theirs)
    await submit({ imya: 'Никто' })
    const seen = async (who: string) => (await ask(who))?.rows.map(({ answers }) => answers.imya)
    expect(await seen(editor)).toEqual(['Никто', 'Чужой', 'Наш'])
    expect(await seen(await make.staff({ role: 'admin' }))).toHaveLength(3)
    expect(await seen(manager)).toEqual(['Наш'])
    expect(await seen(await make.staff({ role: 'accountant' }))).toEqual([])
    const [mine] = await query<{ id: string }>(
      payload,
      sql`select id::text from form_submissions where user_id = ${theirs}`,
    )
    const pane = async (who: string) =>
      readPane(await make.context('staff', who), { entity: 'form-submissions', id: mine?.id ?? '' }, 'ru')
    expect([(await pane(editor))?.facts.find(({ label }) => label.ru === 'Имя')?.value, await pane(manager)]).toEqual([
      'Чужой',
      null,
    ])
  })

  it('comes as a file of the same filter, to whoever may read it', async () => {
    await submit({ imya: '=1+1', tema: 'tovary' })
    await submit({ imya: 'Ирина' })
    const file = async (who: string | null, search = '', of = form) =>
      handleEndpoints({
        config,
        request: new Request(`http://localhost:3000/api/form-answers/${of}/xlsx${search}`, {
          headers: who ? { authorization: `JWT ${await tokenOf(who)}`, 'sec-fetch-site': 'same-origin' } : {},
        }),
      })
    const answer = await file(editor, '?q=%3D1')
    expect(answer.status).toBe(200)
    const rows = await readTable(Buffer.from(await answer.arrayBuffer()))
    expect(rows.map(({ cells }) => cells.slice(1, 3))).toEqual([
      ['Имя', 'Тема'],
      ['=1+1', 'Товары'],
    ])
    expect((await file(await make.staff({ role: 'accountant' }))).status).toBe(403)
    expect((await file(null)).status).toBe(401)
    expect((await file(editor, '', editor)).status).toBe(404)
    expect((await file(editor, '', 'x')).status).toBe(404)
  })
})

describe('a form for its editor', () => {
  it('is named by its labels: names are made once, told apart, and stay when a label changes', async () => {
    const names = async () =>
      ((await payload.findByID({ collection: 'forms', id: form, depth: 0 })).fields ?? []).map((block) =>
        'name' in block ? block.name : null,
      )
    expect([(await formBySlug(await createLocalReq({}, payload), 'vopros'))?.id, await names()]).toEqual([
      form,
      ['imya', 'tema'],
    ])
    const { fields = [] } = await payload.findByID({ collection: 'forms', id: form, depth: 0 })
    const changed = (fields ?? []).map((block) => ({ ...block, label: 'Как вас зовут', name: undefined }))
    await save({ fields: [...changed, { blockType: 'text', label: 'Имя' }, { blockType: 'text', label: '…' }] }, form)
    expect(await names()).toEqual(['imya', 'tema', 'imya_2', 'field'])
    await expect(save({ fields: [{ blockType: 'text', label: ' ' }] }, form)).rejects.toMatchObject({ status: 400 })
  })

  it('keeps letters by the names of the fields, whatever label the editor wrote', async () => {
    const { emails } = await save(
      {
        emails: [{ emailTo: '{{Почта}}', subject: 'От {{ имя }}', message: '{{*}} {{Нет такого}}' }],
        fields: [
          { blockType: 'text', label: 'Имя' },
          { blockType: 'email', label: 'Почта' },
        ],
      },
      form,
    )
    expect(emails?.[0]).toMatchObject({
      emailTo: '{{pochta}}',
      subject: 'От {{imya}}',
      message: '{{*}} {{Нет такого}}',
    })
  })

  it('is not published without a question: neither by its button nor by its fields', async () => {
    await expect(save({ title: 'Пустая', fields: [] })).rejects.toMatchObject({ status: 400 })
    const { id, slug } = await save({ title: 'Пустая', fields: [], active: false })
    expect(slug).toBe('pustaya')
    const press = async (active: boolean, of: string) =>
      runAction(publishForm, { req: await make.as('staff', editor), input: { id: of, active } })
    await expect(press(true, id)).rejects.toMatchObject({ code: 'form.nothingAsked', status: 409 })
    await press(false, form)
    expect(await formBySlug(await createLocalReq({}, payload), 'vopros')).toBeNull()
    await press(true, form)
    expect(await formBySlug(await createLocalReq({}, payload), 'vopros')).not.toBeNull()
    await expect(
      runAction(publishForm, { req: await make.as('staff', manager), input: { id: form, active: false } }),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })

  it('speaks English to those who read it, and Russian where nothing was said in English', async () => {
    await save({ titleEn: 'A question', confirmationEn: 'Thanks' }, form)
    const shown = await formBySlug(await createLocalReq({}, payload), 'vopros', 'en')
    expect(shown).toMatchObject({ title: 'A question', after: { kind: 'words', text: 'Thanks' } })
    expect(shown?.fields.map(({ label, options }) => [label.en, (options ?? []).map((one) => one.label.en)])).toEqual([
      ['Имя', []],
      ['Topic', ['Goods']],
    ])
  })

  it('tells on its page where it stands, its link, and its fields by the names that letters use', async () => {
    const read = async (who: string) => readPane(await make.context('staff', who), { entity: 'forms', id: form }, 'ru')
    const pane = await read(editor)
    expect(pane?.links?.map(({ href, copy }) => [href, copy !== undefined])).toEqual([
      ['/forms/vopros/preview', false],
      [`/admin/workplace/answers?form=${form}`, false],
      ['/forms/vopros', true],
    ])
    expect(pane?.facts.find(({ label }) => label.ru === 'Где стоит')?.value).toBe(
      'Карта сайта → Обратная связь → Вопрос',
    )
    expect(pane?.tables?.[0]?.rows.map(({ cells }) => cells[3]?.text)).toEqual(['{{imya}}', '{{tema}}'])
    expect(pane?.state?.acts).toHaveLength(1)
    expect((await read(manager))?.state?.acts).toBeUndefined()
    expect(await read(await make.staff({ role: 'accountant' }))).not.toBeNull()
  })

  beforeEach(async () => {
    await emptyDatabase()
    editor = await make.staff({ role: 'editor' })
    manager = await make.staff({ role: 'manager' })
    form = (
      await save({
        title: 'Вопрос',
        fields: [
          { blockType: 'text', label: 'Имя', required: true },
          { blockType: 'select', label: 'Тема', labelEn: 'Topic', options: [{ label: 'Товары', labelEn: 'Goods' }] },
        ],
      })
    ).id
  })
})
