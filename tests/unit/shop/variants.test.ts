import { describe, expect, it } from 'vitest'
import { chooseHref, chosenValues, skusMatching } from '@/app/(cabinet)/[locale]/products/variants'
import { cartLineName } from '@/collections/sales/carts/cart.rules'
import { quantityRule } from '@/src/lib/quantity'
import type { ProductSku } from '@/collections/catalogue/products/product.queries'

const sku = (id: string, Цвет: string, Размер: string): ProductSku => ({
  id,
  name: id,
  article: null,
  barcode: null,
  unit: 'шт',
  price: 1,
  retail: null,
  breaks: [],
  rule: quantityRule({ unit: 'шт', packSize: null, breaks: [] }),
  currency: 'RUB',
  stock: { level: 'in', qty: 1 },
  warehouses: [],
  characteristics: [
    { name: 'Цвет', value: Цвет },
    { name: 'Размер', value: Размер },
  ],
})
const skus = [sku('a', 'красный', 'M'), sku('b', 'красный', 'L'), sku('c', 'синий', 'L')]
const choices = [
  { name: 'Цвет', values: ['красный', 'синий'] },
  { name: 'Размер', values: ['M', 'L'] },
]
const read = (href: string): Record<string, string> =>
  Object.fromEntries(new URL(href, 'http://portal.invalid').searchParams)

describe('choosing a variant', () => {
  it('takes from the address only what the product has', () => {
    expect(chosenValues({ 'c.Цвет': 'синий', 'c.Размер': 'XXL', 'c.Вес': '1', sort: 'x' }, choices)).toEqual({
      Цвет: 'синий',
    })
  })

  it('leaves the variants that have everything chosen', () => {
    expect(skusMatching(skus, { Цвет: 'красный' }).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(skusMatching(skus, { Цвет: 'красный', Размер: 'L' }).map(({ id }) => id)).toEqual(['b'])
    expect(skusMatching(skus, {})).toHaveLength(3)
  })

  it('adds a choice, takes it back when pressed again, drops what does not go with it', () => {
    expect(read(chooseHref('/p', skus, { Цвет: 'красный' }, 'Размер', 'L'))).toEqual({
      'c.Цвет': 'красный',
      'c.Размер': 'L',
    })
    expect(chooseHref('/p', skus, { Цвет: 'красный' }, 'Цвет', 'красный')).toBe('/p')
    expect(read(chooseHref('/p', skus, { Размер: 'M' }, 'Цвет', 'синий'))).toEqual({ 'c.Цвет': 'синий' })
  })
})

describe('the name of a line', () => {
  it('never says the product twice', () => {
    expect(cartLineName('Болт М12', 'Болт М12 (цинк)')).toBe('Болт М12 (цинк)')
    expect(cartLineName('Болт М12', 'цинк')).toBe('Болт М12, цинк')
    expect(cartLineName('Болт М12', null)).toBe('Болт М12')
  })
})
