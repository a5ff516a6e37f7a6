import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import readExcelFile from 'read-excel-file/node'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prepareContract } from '@/collections/contracts/contracts/contract.actions'
import { contractBlank } from '@/collections/contracts/contracts/contractBlank'
import { printedAddress, printedOf } from '@/collections/printing/print-files/print-file.queries'
import { putTemplateInUse, stopTemplate } from '@/collections/printing/print-templates/print-template.actions'
import { printTemplatePane } from '@/collections/printing/print-templates/print-template.pane'
import { readStored } from '@/src/integrations/storage/readStored'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { checkTemplate } from '@/src/mechanisms/print/templates/checkTemplate'
import { declaredPrintData, isRows, rowField } from '@/src/mechanisms/print/templates/definePrintData'
import { OFFICE_TYPES, printFromTemplate, tryTemplate } from '@/src/mechanisms/print/templates/printFromTemplate'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { changed, docx, docxText } from '@/tests/unit/print/officeFiles'

let payload: Payload
let make: Builders
let admin: string
let manager: string
let company: string
let client: string
let stranger: string
let contract: string

const as = (collection: 'staff' | 'users', id: string): Promise<QueryContext> => make.context(collection, id)
const print = async (
  who: QueryContext,
  more: { id?: string; locale?: 'ru' | 'en'; kind?: string; format?: 'docx' | 'xlsx' } = {},
) => printFromTemplate(who, { kind: 'contract', id: contract, format: 'docx', locale: 'ru', ...more })
const kept = () =>
  query<{ sha256: string; template_version: number | null; author_name: string; title: string }>(
    payload,
    sql`select sha256, template_version::int, author_name, title from print_files order by created_at, id`,
  )

async function upload(bytes: Buffer, more: { who?: string; name?: string; kind?: string } = {}): Promise<string> {
  const { req } = await as('staff', more.who ?? admin)
  const made = await payload.create({
    collection: 'print-templates',
    data: { kind: more.kind ?? 'contract', locale: 'ru' },
    file: { data: bytes, mimetype: OFFICE_TYPES.docx, name: more.name ?? 'Договор.docx', size: bytes.length },
    depth: 0,
    req,
    overrideAccess: false,
  })
  return String(made.id)
}
const run = async (action: typeof putTemplateInUse, id: string, who = admin) =>
  runAction(action, { req: (await as('staff', who)).req, input: { id } })

describe('papers from templates', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })

  beforeEach(async () => {
    await emptyDatabase()
    admin = await make.staff({ role: 'admin', name: 'Анна' })
    manager = await make.staff({ role: 'manager', name: 'Борис' })
    company = await make.company({ managerId: manager, name: 'ООО «Стройград»' })
    client = await make.user({ companies: [company], name: 'Олег' })
    stranger = await make.user({ companies: [await make.company()] })
    const contractorId = await make.contractor({
      companyId: company,
      name: 'ООО «Стройград»',
      legalName: 'Общество с ограниченной ответственностью «Стройград»',
      inn: '7707083893',
      signerPost: 'Генеральный директор',
      signerName: 'Крылова Ольга Ильинична',
    })
    contract = await make.contract({
      companyId: company,
      contractorId,
      number: 'Д-00087/26',
      date: '2026-11-27T00:00:00.000Z',
      amount: 1_200_000_00,
      creditDays: 14,
    })
  })

  it('[CONTR-02] a contract is printed by the portal’s own template, with requisites, sums and names in words', async () => {
    const { bytes, fileName } = await print(await as('users', client))
    expect(fileName).toBe('Договор Д-00087/26.docx')
    const text = await docxText(bytes)
    for (const part of [
      'ДОГОВОР ПОСТАВКИ № Д-00087/26',
      '27 ноября 2026',
      'Общество с ограниченной ответственностью «Стройград» в лице генерального директора Крыловой Ольги Ильиничны, действующей на основании Устава',
      '(Один миллион двести тысяч рублей 00 копеек)',
      'в течение 14 (четырнадцати) календарных дней',
      'ИНН 7707083893',
      '/ Крылова О. И. /',
    ])
      expect(text).toContain(part)
    expect(text).not.toMatch(/[{}]|undefined|null/)
  })

  it('[CONTR-02] nobody prints what they may not read', async () => {
    for (const who of [await as('users', stranger), await as('staff', await make.staff({ role: 'manager' }))])
      await expect(print(who)).rejects.toMatchObject({ code: 'record.notFound', status: 404 })
    for (const id of ['no-id', "1'", '00000000-0000-4000-8000-000000000000'])
      await expect(print(await as('users', client), { id })).rejects.toMatchObject({ status: 404 })
    await expect(print(await as('users', client), { kind: 'nothing' })).rejects.toMatchObject({ status: 404 })
    await expect(print(await as('users', client), { format: 'xlsx' })).rejects.toMatchObject({ code: 'template.none' })
    expect(await kept()).toEqual([])
  })

  it('[CONTR-02] each printed file is kept once, with whoever printed it first; readers of the record read it', async () => {
    const [first] = await Promise.all([print(await as('users', client)), print(await as('users', client))])
    await print(await as('staff', manager))
    expect(await kept()).toEqual([
      {
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        template_version: null,
        author_name: 'Тест',
        title: 'Д-00087/26',
      },
    ])
    const record = { entity: 'contracts', id: contract }
    const [file] = await printedOf(await as('staff', manager), record)
    expect(file && printedAddress(file)).toMatch(/^\/api\/print-files\/file\/[0-9a-f-]+\.docx$/)
    const { req } = await as('users', client)
    expect((await readStored(req, 'print-files', file?.fileName ?? '')).equals(first.bytes)).toBe(true)
    expect(await printedOf(await as('users', client), record)).toHaveLength(1)
    expect(await printedOf(await as('users', stranger), record)).toEqual([])
    // Something has changed: another file.
    await query(payload, sql`update contracts set number = 'Д-00088/26' where id = ${contract}`)
    await print(await as('users', client))
    expect((await kept()).map(({ title }) => title)).toEqual(['Д-00087/26', 'Д-00088/26'])
  })

  it('[CONTR-02] an administrator uploads, tries, puts in use, replaces and goes back', async () => {
    const one = await upload(await docx('Первый {number}'))
    expect(await docxText((await print(await as('users', client))).bytes)).not.toContain('Первый')
    // A trial is not kept.
    const tried = await tryTemplate(await as('staff', admin), { template: one, id: contract })
    expect(await docxText(tried.bytes)).toContain('Первый Д-00087/26')
    expect(await kept()).toHaveLength(1)
    await run(putTemplateInUse, one)
    expect(await docxText((await print(await as('users', client))).bytes)).toContain('Первый Д-00087/26')
    const two = await upload(await docx('Второй {number}'))
    await run(putTemplateInUse, two)
    expect(await docxText((await print(await as('users', client), { locale: 'en' })).bytes)).toContain('Второй')
    await run(putTemplateInUse, one)
    expect(await docxText((await print(await as('users', client))).bytes)).toContain('Первый')
    await run(stopTemplate, one)
    expect(await docxText((await print(await as('users', client))).bytes)).toContain('ДОГОВОР ПОСТАВКИ')
    expect((await kept()).map(({ template_version }) => template_version)).toEqual([null, 1, 2])
    const pane = await printTemplatePane.read(await as('staff', admin), two, 'ru')
    expect(pane?.tables?.find(({ key }) => key === 'versions')?.rows).toHaveLength(2)
    expect(pane?.tables?.find(({ key }) => key === 'trials')?.rows[0]?.cells[1]?.href).toBe(
      `/api/print-trials/${two}/${contract}`,
    )
    expect(pane?.tables?.find(({ key }) => key === 'fields')?.rows.map(({ key }) => key)).toContain('buyer.represented')
  })

  it('[CONTR-02] nobody but an administrator uploads, tries or puts in use; a version is never rewritten', async () => {
    const bytes = await docx('{number}')
    await expect(upload(bytes, { who: manager })).rejects.toMatchObject({ status: 403 })
    const id = await upload(bytes)
    await expect(run(putTemplateInUse, id, manager)).rejects.toMatchObject({ status: 403 })
    await expect(tryTemplate(await as('staff', manager), { template: id, id: contract })).rejects.toMatchObject({
      status: 404,
    })
    const { req } = await as('staff', admin)
    await expect(
      payload.update({ collection: 'print-templates', id, data: { note: 'x' }, req, overrideAccess: false }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      payload.delete({ collection: 'print-templates', id, req, overrideAccess: false }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('[CONTR-02] a file that may not be a template is refused with a code, and nothing is left of it', async () => {
    await expect(upload(await docx('{nothing}'))).rejects.toMatchObject({
      code: 'template.unknownTag',
      status: 422,
      params: { tags: '{nothing}' },
    })
    await expect(upload(await docx('{number}'), { kind: 'nothing' })).rejects.toMatchObject({
      code: 'template.kindUnknown',
    })
    await expect(upload(await changed(await docx('{number}'), { 'word/vbaProject.bin': 'x' }))).rejects.toMatchObject({
      code: 'template.macros',
    })
    expect(await query(payload, sql`select 1 from print_templates`)).toEqual([])
  })

  it('[CONTR-02] every declared paper has all its fields, and its own templates name no other', async () => {
    const order = await make.order({ companyId: company, contractId: contract, total: 300_00 })
    await make.orderLine({
      orderId: order,
      companyId: company,
      name: '=1+1',
      qty: 2_000,
      price: 150_0000,
      total: 300_00,
    })
    const records: Record<string, string> = { contracts: contract, orders: order }
    for (const declaration of declaredPrintData()) {
      const values = await declaration.read(await as('users', client), records[declaration.entity] ?? '', 'ru')
      expect(Object.keys(values ?? {}).sort(), declaration.kind).toEqual(Object.keys(declaration.fields).sort())
      for (const [name, field] of Object.entries(declaration.fields)) {
        const rows = values?.[name]
        if (!isRows(field) || !Array.isArray(rows)) continue
        for (const line of rows as object[])
          for (const inner of Object.keys(line)) expect(rowField(declaration.fields, `${name}.${inner}`)).not.toBeNull()
      }
      for (const own of declaration.builtIn) expect(await checkTemplate(await own.make(), declaration)).toBe(own.format)
    }
    const { bytes } = await printFromTemplate(await as('users', client), {
      kind: 'order-blank',
      id: order,
      format: 'xlsx',
      locale: 'ru',
    })
    const [{ data } = { data: [] }] = await readExcelFile(bytes)
    expect(data[12]).toEqual([1, null, '=1+1', 2, expect.anything(), 150, 300])
    expect(data[16]?.[0]).toBe('Триста рублей 00 копеек')
  })

  it('[CONTR-02] a contract is prepared with a number of its own; not twice, not for others', async () => {
    const contractor = await make.contractor({ companyId: company, name: 'ИП Захаров' })
    const prepare = async (collection: 'staff' | 'users', id: string) =>
      runAction(prepareContract, { req: (await as(collection, id)).req, input: { contractor } })
    await expect(prepare('users', stranger)).rejects.toMatchObject({ code: 'entity.notFound' })
    const made = await prepare('users', client)
    expect(made.number).toMatch(/^Д-00001\/\d\d$/)
    expect(
      await query(
        payload,
        sql`select number, status::text, contractor_id::text as contractor from contracts where id = ${made.id}`,
      ),
    ).toEqual([{ number: made.number, status: 'draft', contractor }])
    expect(
      await query(payload, sql`select state, entity_id from number_reservations where number = ${made.number}`),
    ).toEqual([{ state: 'used', entity_id: made.id }])
    await expect(prepare('staff', manager)).rejects.toMatchObject({
      code: 'contract.prepared',
      params: { number: made.number },
    })
    const text = await docxText((await print(await as('users', client), { id: made.id })).bytes)
    expect(text).toContain(made.number)
  })

  it('[CONTR-02] the portal’s own contract is the same file each time', async () => {
    expect((await contractBlank()).equals(await contractBlank())).toBe(true)
  })
})
