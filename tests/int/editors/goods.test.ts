import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editProduct, hangPicture, showProduct } from '@/collections/catalogue/products/product.actions'
import { productBySlug } from '@/collections/catalogue/products/product.queries'
import type { Locale } from '@/src/lib/i18n'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { readPane, type Pane } from '@/src/mechanisms/panel/definePane'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let editor: string
let manager: string
let bolt: { product: string; sku: string; slug: string }
let opt: string
let himki: string

const as = () => make.as('staff', editor)
const context = (who = editor): Promise<QueryContext> => make.context('staff', who)
const pane = async (id = bolt.product, locale: Locale = 'ru', who = editor): Promise<Pane> => {
  const read = await readPane(await context(who), { entity: 'products', id }, locale)
  if (!read) throw new Error('there is no pane')
  return read
}
const fact = ({ facts }: Pane, label: string) => facts.find((one) => one.label.ru === label)
const table = ({ tables = [] }: Pane, key: string) =>
  (tables.find((one) => one.key === key)?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text))
const picture = (fields: Record<string, string | null> = {}): Promise<string> =>
  insertRow(payload, 'media', { filename: `p${Math.random()}.png`, mimeType: 'image/png', filesize: 7, ...fields })
const images = async (): Promise<string[]> =>
  (
    await query<{ id: string }>(
      payload,
      sql`select media_id::text as id from products_rels where parent_id = ${bolt.product} and path = 'images' order by "order"`,
    )
  ).map(({ id }) => id)

describe('a product as one page of the panel', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    editor = await make.staff({ role: 'editor' })
    manager = await make.staff({ role: 'manager' })
    opt = await make.priceType({ name: 'Опт', base: true })
    himki = await make.warehouse({ name: 'Химки' })
    bolt = await make.product({
      name: 'Болт',
      externalId: 'p-1',
      groupId: await make.group({ name: 'Крепёж' }),
      prices: { [opt]: 125_000 },
      stock: { [himki]: 7_000 },
    })
    await query(
      payload,
      sql`update products set properties = '{"Класс": "8.8", "Наше": "да"}', property_refs = '{"Класс": ["c-1"]}' where id = ${bolt.product}`,
    )
  })

  it('tells prices by type, breaks, stock by warehouse, properties and what stands beside it', async () => {
    await make.product({
      name: 'Гайка',
      groupId: (await query<{ id: string }>(payload, sql`select id::text from groups`))[0]?.id,
    })
    await insertRow(payload, 'prices', {
      skuId: bolt.sku,
      priceTypeId: opt,
      price: 110_000,
      currency: 'RUB',
      minQty: 50_000,
    })
    const { refreshProductSearch } = await import('@/collections/catalogue/products/searchDocuments')
    await refreshProductSearch(payload)
    const read = await pane()
    const plain = (rows: string[][]): string[][] => rows.map((row) => row.map((text) => text.replace(/\s/g, ' ')))
    expect(plain(table(read, 'prices'))).toEqual([
      ['Болт', 'любое', '12,50 ₽'],
      ['Болт', '50 шт', '11,00 ₽'],
    ])
    expect(plain(table(read, 'stocks'))).toEqual([['Болт', '7 шт']])
    expect(table(read, 'neighbours').map(([name]) => name)).toEqual(['Гайка'])
    expect(read.tables?.find(({ key }) => key === 'prices')?.origin).toBe('erp')
    const properties = read.tables?.find(({ key }) => key === 'properties')?.rows ?? []
    expect(Object.fromEntries(properties.map(({ cells }) => [cells[0]?.text, cells[0]?.origin]))).toEqual({
      Класс: 'erp',
      Наше: 'own',
    })
    expect((await pane(bolt.product, 'en')).links?.[0]?.href).toBe(`/en/products/${bolt.slug}/preview`)
  })

  it('marks what 1C writes again and what was taken over; a product of the portal’s own bears no mark', async () => {
    expect(fact(await pane(), 'Артикул')?.origin).toBe('erp')
    await runAction(editProduct, { req: await as(), input: { id: bolt.product, description: 'Свои слова' } })
    const read = await pane()
    expect([fact(read, 'Описание')?.origin, fact(read, 'Описание')?.back?.action]).toEqual(['own', 'products.giveBack'])
    expect(fact(read, 'Наименование')?.origin).toBe('erp')
    const own = await make.product({ name: 'Своё' })
    expect((await pane(own.product)).facts.filter(({ origin }) => origin)).toEqual([])
  })

  it('says whether it is shown, and why not', async () => {
    const why = async () => (await pane()).state?.why
    expect((await pane()).state).toMatchObject({ tone: 'good', why: [] })
    await runAction(showProduct, { req: await as(), input: { id: bolt.product, shown: false } })
    expect(await why()).toEqual(['Скрыт вручную: 1С его не вернёт, пока его не покажет сотрудник.'])
    await runAction(showProduct, { req: await as(), input: { id: bolt.product, shown: true } })
    await query(payload, sql`update products set active = false where id = ${bolt.product}`)
    expect(await why()).toEqual(['1С сняла товар с продажи.'])
    await query(payload, sql`update products set active = true where id = ${bolt.product}`)
    await query(payload, sql`update groups set active = false`)
    await query(payload, sql`update prices set active = false`)
    expect(await why()).toEqual([
      'Нет действующей цены: клиент увидит «Цена по запросу».',
      'Раздел «Крепёж» скрыт: товар стоит среди «Без раздела».',
    ])
  })

  it('is changed where it stands, by those whose it is; what is wrong is told of its field', async () => {
    const edit = async (input: object) =>
      runAction(editProduct, { req: await as(), input: { id: bolt.product, ...input } })
    await edit({ name: ' Болт М8 ', group: '' })
    expect(await pane().then((read) => [fact(read, 'Наименование')?.value, fact(read, 'Раздел')?.value])).toEqual([
      'Болт М8',
      null,
    ])
    await expect(edit({ name: '  ' })).rejects.toMatchObject({ code: 'input.required', status: 422, field: 'name' })
    await expect(edit({ name: 'я'.repeat(1_001) })).rejects.toMatchObject({
      code: 'input.tooLong',
      field: 'name',
      params: { max: 1_000 },
    })
    await expect(edit({ group: bolt.product })).rejects.toMatchObject({
      code: 'group.unknown',
      status: 422,
      field: 'group',
    })
    expect(fact(await pane(bolt.product, 'ru', manager), 'Наименование')?.edit).toBeUndefined()
    await expect(
      runAction(editProduct, { req: await make.as('staff', manager), input: { id: bolt.product, name: 'x' } }),
    ).rejects.toMatchObject({ code: 'access.denied', status: 403 })
  })

  it('has its own pictures hung, moved and taken off; those of 1C are 1C’s, and people’s photographs are no goods', async () => {
    const hang = async (id: string, place: 'first' | 'last' | 'off') =>
      runAction(hangPicture, { req: await as(), input: { id: bolt.product, picture: id, place } })
    const [one, two] = [await picture(), await picture()]
    await hang(one, 'last')
    await hang(two, 'last')
    await hang(two, 'first')
    expect(await images()).toEqual([two, one])
    await hang(one, 'off')
    expect(await images()).toEqual([two])
    const ofErp = await picture({ externalPath: 'import_files/a.jpg' })
    await expect(hang(ofErp, 'off')).rejects.toMatchObject({ code: 'picture.ofErp', status: 409 })
    const face = await picture({ personId: await make.user({}) })
    await expect(hang(face, 'last')).rejects.toMatchObject({ code: 'record.notFound', status: 404 })
    expect((await pane()).pictures?.items.map(({ id, origin }) => [id, origin])).toEqual([[two, null]])
  })

  it('is previewed by an employee as the site shows it, hidden ones too', async () => {
    await runAction(showProduct, { req: await as(), input: { id: bolt.product, shown: false } })
    expect(await productBySlug(await context(), bolt.slug)).toMatchObject({ name: 'Болт', price: 125_000 })
    const client = await make.context('users', await make.user({ companies: [await make.company()] }))
    expect(await productBySlug(client, bolt.slug)).toBeNull()
  })
})
