import { sql } from '@payloadcms/db-postgres/drizzle'
import { expect } from 'vitest'
import { listProducts, productBySlug, type ProductPage } from '@/collections/catalogue/products/product.queries'
import { query } from '@/src/mechanisms/database/query'
import { openIssues, runCases, type Case, type CaseCompany, type CaseGround } from '@/tests/support/cases'

/** The page of a product as a client of this company opens it; null when it is not shown. */
async function pageOf({ payload, asUserOf }: CaseGround, externalId: string, company: CaseCompany = 'stroygrad'): Promise<ProductPage | null> {
  const [row] = await query<{ slug: string }>(payload, sql`select slug from products where external_id = ${externalId}`)
  return productBySlug(await asUserOf(company), row?.slug ?? '')
}

/** Ids of the cases’ goods: `id('05')`, `id('12', 3)`. */
const id = (of: string, number = 0): string => `c0de00${of}-0000-4000-8000-00000000000${number}`

const cases: Case[] = [
  {
    name: '11-vat-becomes-without-vat',
    right: '«Без НДС» takes the place of a rate, and silence leaves it',
    run: async (at) => {
      await at.catalogueSession(['1-import.xml'])
      expect(await pageOf(at, id('11'))).toMatchObject({ vatRate: 20 })
      await at.catalogueSession(['2-import.xml'])
      expect(await pageOf(at, id('11'))).toMatchObject({ vatRate: null })
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  {
    name: '12-vat-names-of-1c',
    right: 'rates by the names of the enumeration',
    run: async (at) => {
      await at.catalogueSession(['1-import.xml'])
      const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((number) => pageOf(at, id('12', number))))
      expect(pages.map((page) => page?.vatRate)).toEqual([null, 22, 20, 22, 5, 7, 0, 0])
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
  {
    name: '13-property-with-several-values',
    right: 'all values are shown, counted and found by',
    run: async (at) => {
      await at.catalogueSession(['1-import.xml'])
      expect((await pageOf(at, id('13')))?.properties).toEqual([{ name: 'Применение', value: 'кухня, ванная, улица' }])
      const context = await at.asUserOf('stroygrad')
      for (const value of ['кухня', 'ванная', 'улица']) {
        const { rows, facets } = await listProducts(context, { q: 'краска', properties: { Применение: [value] } })
        expect(rows.map(({ name }) => name)).toEqual(['Случай 13 краска'])
        expect(facets.properties[0]?.values).toEqual(['ванная', 'кухня', 'улица'].map((one) => ({ value: one, count: 1 })))
      }
      expect((await listProducts(context, { q: 'краска', properties: { Применение: ['кабинет'] } })).total).toBe(0)
      expect((await listProducts(context, { q: 'ванная' })).total).toBe(1)
    },
  },
  {
    name: '15-value-renamed-in-dictionary',
    right: 'a classifier alone renews the words of the goods, and the search with them',
    run: async (at) => {
      await at.catalogueSession(['1-import.xml'])
      expect((await pageOf(at, id('15')))?.properties).toEqual([{ name: 'Тон', value: 'Синий' }])
      await at.catalogueSession(['2-classifier.xml'])
      expect((await pageOf(at, id('15')))?.properties).toEqual([{ name: 'Тон', value: 'Синий RAL 5005' }])
      expect((await listProducts(await at.asUserOf('stroygrad'), { q: 'RAL 5005' })).total).toBe(1)
    },
  },
  {
    name: 'E12-lost-without-a-word',
    right: 'marked up words, the first known group, prices inside goods',
    run: async (at) => {
      await at.catalogueSession(['import.xml'])
      const page = await pageOf(at, 'c2c2c2c2-0000-4000-8000-000000000001')
      expect(page).toMatchObject({ description: 'Текст жирный ещё', group: { name: 'Есть' } })
      // The price type is nowhere told: its price waits in the journal, and goes in when the type comes.
      expect((await openIssues(at.payload)).filter(({ entity }) => entity === 'prices')).toMatchObject([{ code: 'exchange.waits' }])
    },
  },
]

runCases('cases of the catalogue', cases)
