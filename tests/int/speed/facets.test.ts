import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listProducts } from '@/collections/catalogue/products/product.queries'
import { refreshProductSearch } from '@/collections/catalogue/products/searchDocuments'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders

describe('remembered counts of the catalogue', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })

  beforeEach(() => emptyDatabase())

  it.each(['products', 'brands', 'warehouses', 'groups'])(
    'may be shared by all people of a role: access to %s looks at nobody',
    (entity) => {
      const seen = Object.values(accessOf(entity).declaration.rules).flatMap((rule) => rule?.read ?? [])
      expect(seen.filter((scope) => scope !== 'all' && scope !== 'published')).toEqual([])
      expect(
        Object.values(accessOf(entity).declaration.rules).some((rule) => rule?.needs || rule?.needsBy || rule?.only),
      ).toBe(false)
    },
  )

  it('keep apart the prices of two companies, and what staff see from what clients see', async () => {
    const cheap = await build.priceType({ name: 'Опт' })
    const dear = await build.priceType({ name: 'Розница' })
    await build.product({ name: 'Болт', prices: { [cheap]: 100, [dear]: 900 } })
    await build.product({ name: 'Гайка', active: false, prices: { [cheap]: 5, [dear]: 5 } })
    await refreshProductSearch(payload)
    const clientOf = async (priceTypeId: string) => {
      const company = await build.company({ priceTypeId })
      return build.context('users', await build.user({ companies: [company] }), company)
    }
    const seen = async (context: Parameters<typeof listProducts>[0]) => {
      const { total, facets } = await listProducts(context)
      return { total, price: facets.price }
    }
    const staff = await build.context('staff', await build.staff({ role: 'manager' }))
    for (let again = 0; again < 2; again += 1) {
      expect(await seen(await clientOf(cheap))).toEqual({ total: 1, price: { from: 100, to: 100 } })
      expect(await seen(await clientOf(dear))).toEqual({ total: 1, price: { from: 900, to: 900 } })
      expect((await seen(staff)).total).toBe(2)
    }
  })
})
