import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { draftOf } from '@/collections/forms/form-submissions/drafts.queries'
import { submitForm } from '@/collections/forms/form-submissions/form-submission.actions'
import { oldDraftsJob } from '@/collections/forms/form-submissions/form-submission.jobs'
import { keepDraft } from '@/collections/forms/form-submissions/keepDraft'
import { formBySlug } from '@/collections/forms/forms/form.queries'
import { withChoices } from '@/collections/forms/forms/withChoices'
import { answersOf } from '@/src/admin/answers/answers.queries'
import { answersReader, answersTable } from '@/src/admin/answers/answersTable'
import { storeSentFiles } from '@/collections/documents/document-files/storeSentFiles'
import { actorOf } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { readPane } from '@/src/mechanisms/panel/definePane'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let editor: string
let manager: string
let company: string
let client: string

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
const FIELDS = [
  { blockType: 'page', label: 'Первая' },
  { blockType: 'checkbox', label: 'Юрлицо' },
  { blockType: 'kpp', label: 'КПП', required: true, whenField: 'Юрлицо', whenIs: 'equals', whenValue: 'да' },
  { blockType: 'page', label: 'Вторая', labelEn: 'Second' },
  {
    blockType: 'rows',
    label: 'Состав',
    labelEn: 'Lines',
    columns: [
      { label: 'Товар', kind: 'text', required: true },
      { label: 'Сумма', kind: 'money', summed: true },
    ],
  },
  { blockType: 'computed', label: 'Всего', by: 'columnSum', of: 'Состав / Сумма', currency: 'RUB' },
]
const save = async (data: object, id?: string) => {
  const options = { collection: 'forms', depth: 0, overrideAccess: false, req: await make.as('staff', editor) } as const
  return id
    ? payload.update({ ...options, id, data: data as never })
    : payload.create({
        ...options,
        data: {
          title: 'Анкета',
          slug: 'anketa',
          active: true,
          open: false,
          confirmationType: 'message',
          confirmationMessage: THANKS,
          ...data,
        } as never,
      })
}
const submit = async (answers: Record<string, string>, user = client) =>
  runAction(submitForm, { req: await make.as('users', user), input: { form: 'anketa', answers, company } })
const keep = async (typed: Record<string, string>, user: string | null = client) => {
  const req = user ? await make.as('users', user) : await createLocalReq({}, payload)
  const form = await formBySlug(req, 'anketa')
  if (!form) throw new Error('there is no such form')
  await keepDraft(req, await actorOf(req), { form, typed, page: 1 })
}
const draft = async (form: string, user = client) => {
  const req = await make.as('users', user)
  return draftOf(req, await actorOf(req), form)
}
const read = async (form: string, who = manager) => {
  const context = await make.context('staff', who)
  const table = await answersTable(context, form, { search: new URLSearchParams(), locale: 'ru' })
  if (!table) throw new Error('there is no such form')
  const { rows } = await answersOf(context, table.asked)
  const of = await answersReader(context, rows, { form: table.form, locale: 'ru' })
  return rows.map((row) => Object.fromEntries(table.fields.map(({ field }) => [field, of(row, field)])))
}
const plain = (text: string | undefined) => text?.replace(/\s/g, ' ')

describe('[CONTR-07] sets of fields', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    editor = await make.staff({ role: 'editor' })
    manager = await make.staff({ role: 'manager' })
    company = await make.company({ name: 'Стройград', managerId: manager })
    client = await make.user({ companies: [company] })
  })

  it('what a form asks follows what is typed; all mistakes are told at once, and sums are the portal’s own', async () => {
    const { id } = await save({ fields: FIELDS })
    await expect(submit({ yurlitso: 'on', 'sostav.0.summa': 'сто' })).rejects.toMatchObject({
      status: 422,
      field: 'kpp',
      issues: [
        { field: 'kpp', code: 'input.required' },
        { field: 'sostav.0.tovar', code: 'input.required' },
        { field: 'sostav.0.summa', code: 'number.malformed' },
      ],
    })
    await submit({ kpp: 'что угодно', 'sostav.0.tovar': 'Канат', 'sostav.0.summa': '1 000,50', vsego: '7' })
    const [row] = await read(id)
    expect([row?.kpp?.text, plain(row?.vsego?.text), row?.vsego?.cell]).toEqual([
      '',
      '1 000,50 ₽',
      { type: 'money', of: 100_050 },
    ])
    expect(row?.sostav?.rows?.rows.map((cells) => cells.map(plain))).toEqual([
      ['Канат', '1 000,50 ₽'],
      ['Итого', '1 000,50 ₽'],
    ])
  })

  it('an answer is read by the questions as they stood, whatever becomes of the form', async () => {
    const { id, fields } = await save({
      fields: [
        { blockType: 'select', label: 'Тема', options: [{ label: 'Товары' }, { label: 'Доставка' }] },
        { blockType: 'date', label: 'Когда' },
      ],
    })
    await submit({ tema: 'tovary', kogda: '2026-11-24' })
    const [list] = fields ?? []
    await save({ fields: [{ ...list, label: 'О чём', options: [{ label: 'Иное', value: 'tovary' }] }] }, id)
    await submit({ tema: 'tovary' })
    expect((await read(id)).map((row) => [row.tema?.text, row.kogda?.text])).toEqual([
      ['Иное', ''],
      ['Товары', '24.11.2026'],
    ])
    const [old] = await query<{ id: string }>(
      payload,
      sql`select id::text from form_submissions order by created_at limit 1`,
    )
    const pane = await readPane(
      await make.context('staff', manager),
      { entity: 'form-submissions', id: old?.id ?? '' },
      'ru',
    )
    expect(pane?.facts.slice(-2).map(({ label, value }) => [label.ru, value])).toEqual([
      ['Тема', 'Товары'],
      ['Когда', '24.11.2026'],
    ])
    const [{ count } = { count: 0 }] = await query<{ count: number }>(
      payload,
      sql`select count(*)::int as count from form_versions where form_id = ${id}`,
    )
    expect(count).toBe(2)
    // The driver's own words lie in the cause.
    await expect(execute(payload, sql`update form_versions set digest = 'x'`)).rejects.toMatchObject({
      cause: { message: 'a version of a form is never changed' },
    })
    await payload.delete({ collection: 'forms', id })
    expect((await read('none')).map((row) => row.tema?.text)).toEqual(['Иное', 'Товары'])
  })

  it('an answer from before there were versions is still read', async () => {
    const { id } = await save({
      fields: [
        { blockType: 'select', label: 'Тема', options: [{ label: 'Товары' }] },
        { blockType: 'checkbox', label: 'Согласен' },
      ],
    })
    await submit({ tema: 'tovary', soglasen: 'on' })
    await execute(payload, sql`update form_submissions set version = null, "values" = null`)
    await execute(
      payload,
      sql`update form_submissions_submission_data set value = case field when 'tema' then 'tovary' else 'true' end`,
    )
    expect((await read(id)).map((row) => [row.tema?.text, row.soglasen?.text])).toEqual([['Товары', 'Да']])
  })

  it('what is typed is kept as a draft of the person alone, without what is not asked, until it is sent or old', async () => {
    const { id } = await save({ fields: FIELDS })
    await keep({ kpp: '770101001', 'sostav.0.tovar': 'Канат', other: 'x' })
    expect(await draft(id)).toEqual({ typed: { 'sostav.0.tovar': 'Канат' }, page: 1 })
    const other = await make.user({ companies: [company] })
    expect(await draft(id, other)).toBeNull()
    await keep({ yurlitso: 'on', kpp: '770101001' })
    expect((await draft(id))?.typed).toEqual({ yurlitso: 'on', kpp: '770101001' })
    await keep({ yurlitso: 'on' }, null)
    expect(await query(payload, sql`select user_id::text as user from form_drafts`)).toEqual([{ user: client }])
    await keep({ yurlitso: 'on' }, other)
    await submit({})
    expect([await draft(id), (await draft(id, other))?.typed]).toEqual([null, { yurlitso: 'on' }])
    await execute(payload, sql`update form_drafts set expires_at = now() - interval '1 second'`)
    expect(await draft(id, other)).toBeNull()
    await oldDraftsJob.handler({}, { req: await createLocalReq({}, payload) } as never)
    expect(await query(payload, sql`select 1 from form_drafts`)).toEqual([])
  })

  it('of records a person is offered those they may see, and no other is taken', async () => {
    await save({ fields: [{ blockType: 'record', label: 'Договор', source: 'contracts' }] })
    const own = await make.contract({ companyId: company })
    const foreign = await make.contract({ companyId: await make.company({}) })
    const req = await make.as('users', client)
    const form = await formBySlug(req, 'anketa')
    const context = { ...(await make.context('users', client)), company }
    const offered = form ? await withChoices(context, form.set, { dogovor: foreign }) : null
    expect(offered?.pages[0]?.fields[0]?.options?.map(({ value }) => value)).toEqual([own])
    await expect(submit({ dogovor: foreign })).rejects.toMatchObject({ code: 'choice.wrong', field: 'dogovor' })
    await submit({ dogovor: own })
  })

  it('files are the person’s own, and a required one must be there', async () => {
    const { id } = await save({
      fields: [{ blockType: 'files', label: 'Документы', papers: [{ label: 'Скан паспорта', required: true }] }],
    })
    const other = await make.user({ companies: [company] })
    const store = async (user: string) =>
      storeSentFiles(await make.as('users', user), {
        company,
        files: [
          {
            name: 'scan.pdf',
            mime: 'application/pdf',
            bytes: Buffer.from('%PDF-1.4\nxref\ntrailer\nstartxref\n0\n%%EOF'),
          },
        ],
      })
    const [[mine], [theirs]] = [await store(client), await store(other)]
    const at = 'dokumenty.skan_pasporta'
    await expect(submit({})).rejects.toMatchObject({ code: 'files.required', field: at })
    await expect(submit({ [at]: String(theirs) })).rejects.toMatchObject({ code: 'file.missing', field: at })
    await submit({ [at]: String(mine) })
    expect((await read(id))[0]?.dokumenty).toMatchObject({
      text: 'Скан паспорта (1)',
      files: [{ id: mine, label: 'Скан паспорта' }],
    })
  })

  it.each([
    ['a condition on what stands below', [FIELDS[2], FIELDS[1]]],
    ['a table without columns', [{ blockType: 'rows', label: 'Состав', columns: [] }]],
    ['a sum of what is no number', [{ blockType: 'computed', label: 'Всего', by: 'sum', of: 'Нет такого' }]],
  ])('an editor may not save %s', async (_what, fields) => {
    await expect(save({ fields })).rejects.toMatchObject({ status: 400 })
  })

  it('a form for everybody asks for no files', async () => {
    const fields = [{ blockType: 'files', label: 'Документы', papers: [{ label: 'Скан' }] }]
    await expect(save({ open: true, fields })).rejects.toMatchObject({ status: 400 })
    await save({ open: false, fields })
  })
})
