import Link from 'next/link'
import type { ProductPage } from '@/collections/catalogue/products/product.queries'
import { chooseHref, skusMatching, type ChosenValues } from './variants'

/** Characteristics to choose a variant by; what does not go with the rest is dashed and still can be pressed. */
export function Choices({ product, chosen, path }: { product: ProductPage; chosen: ChosenValues; path: string }) {
  return (
    <div className="grid gap-3 px-4 pb-4 md:px-5">
      {product.choices.map(({ name, values }) => (
        <div key={name} role="group" aria-label={name}>
          <p className="mb-1.5 text-sm text-ink-2">{name}</p>
          <ul className="flex flex-wrap gap-2">
            {values.map((value) => {
              const on = chosen[name] === value
              const goes = skusMatching(product.skus, { ...chosen, [name]: value }).length > 0
              return (
                <li key={value}>
                  <Link
                    href={chooseHref(path, product.skus, chosen, name, value)}
                    scroll={false}
                    replace
                    prefetch={false}
                    aria-current={on ? 'true' : undefined}
                    className={`inline-flex min-h-9 items-center rounded-sm border px-3 text-md aria-[current]:border-brand aria-[current]:bg-brand-wash aria-[current]:font-mid aria-[current]:text-brand-ink ${goes ? 'border-line-strong hover:border-edge' : 'border-dashed border-line-strong text-ink-3'}`}
                  >
                    {value}
                  </Link>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </div>
  )
}
