import type { ProductPage, ProductSku } from '@/collections/catalogue/products/product.queries'

/** Characteristics chosen in the address: `?c.Цвет=красный&c.Размер=M`. */
export const CHOICE = 'c.'

export type ChosenValues = Readonly<Record<string, string>>
type Search = Record<string, string | string[] | undefined>

/** Those choices of the address that this product has. */
export function chosenValues(search: Search, choices: ProductPage['choices']): ChosenValues {
  return Object.fromEntries(
    choices.flatMap(({ name, values }) => {
      const raw = search[CHOICE + name]
      const value = Array.isArray(raw) ? raw[0] : raw
      return value !== undefined && values.includes(value) ? [[name, value] as const] : []
    }),
  )
}

export const characteristic = (sku: ProductSku, name: string): string | undefined =>
  sku.characteristics.find((one) => one.name === name)?.value

/** SKUs that have everything that is chosen. */
export function skusMatching(skus: readonly ProductSku[], chosen: ChosenValues): ProductSku[] {
  return skus.filter((sku) => Object.entries(chosen).every(([name, value]) => characteristic(sku, name) === value))
}

/** The address after one more choice: choices that do not go with it are dropped, the same one again is taken back. */
export function chooseHref(
  path: string,
  skus: readonly ProductSku[],
  chosen: ChosenValues,
  name: string,
  value: string,
): string {
  const { [name]: before, ...others } = chosen
  if (before === value) return addressOf(path, others)
  const together = { ...others, [name]: value }
  return addressOf(path, skusMatching(skus, together).length > 0 ? together : { [name]: value })
}

function addressOf(path: string, chosen: ChosenValues): string {
  const pairs = Object.entries(chosen).map(
    ([name, value]) => `${encodeURIComponent(CHOICE + name)}=${encodeURIComponent(value)}`,
  )
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}
