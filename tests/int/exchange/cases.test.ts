import { sql } from '@payloadcms/db-postgres/drizzle'
import { expect } from 'vitest'
import { productBySlug, type ProductPage } from '@/collections/catalogue/products/product.queries'
import { query } from '@/src/mechanisms/database/query'
import { openIssues, runCases, type Case, type CaseCompany, type CaseGround } from '@/tests/support/cases'

/** The page of a product as a client of this company opens it; null when it is not shown. */
async function pageOf({ payload, asUserOf }: CaseGround, externalId: string, company: CaseCompany = 'stroygrad'): Promise<ProductPage | null> {
  const [row] = await query<{ slug: string }>(payload, sql`select slug from products where external_id = ${externalId}`)
  return productBySlug(await asUserOf(company), row?.slug ?? '')
}

const cases: Case[] = [
  {
    name: '05-price-taken-away-in-delta',
    right: 'before anything is taken away the price stands',
    run: async (at) => {
      await at.catalogueSession(['1-import.xml', '2-offers.xml'])
      expect(await pageOf(at, 'c0de0005-0000-4000-8000-000000000000')).toMatchObject({ price: 7_000_000, retail: 10_000_000, currency: 'RUB' })
      expect(await openIssues(at.payload)).toEqual([])
    },
  },
]

runCases('cases of the catalogue', cases)
