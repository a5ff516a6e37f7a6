import Link from 'next/link'
import type { Locale } from '@/src/lib/i18n'
import { near } from '../base/near'
import type { ShelfActions, ShelfProduct } from './product'
import { ProductPicture } from './ProductPicture'
import { ProductOrder, ProductPrice, StockLabel } from './ProductRow'

export type ProductTileProps = { product: ShelfProduct; locale: Locale; actions?: ShelfActions; eager?: boolean }

/** One thing on the shelf as a tile, hairlines between. Put them in a TileGrid. */
export function ProductTile({ product, locale, actions, eager }: ProductTileProps) {
  return (
    <li className="flex min-w-0 flex-col gap-2 bg-sheet p-4">
      <Link {...near} href={product.href} tabIndex={-1} aria-hidden>
        <ProductPicture src={product.picture} icon={product.icon} size="tile" eager={eager} />
      </Link>
      <Link
        {...near}
        href={product.href}
        className="mt-1 line-clamp-3 font-mid hover:text-brand-ink"
        title={product.name}
      >
        {product.name}
      </Link>
      <div className="text-sm text-ink-2">{product.article}</div>
      <StockLabel product={product} />
      <div className="mt-auto grid gap-2 pt-1">
        <ProductPrice product={product} locale={locale} />
        <ProductOrder product={product} locale={locale} actions={actions} wide />
      </div>
    </li>
  )
}

/** Tiles parted by hairlines, inside one sheet. */
export function TileGrid({ children }: { children: React.ReactNode }) {
  return (
    <ul className="grid grid-cols-2 gap-px overflow-hidden rounded-b-md bg-line lg:grid-cols-3 xl:grid-cols-4">
      {children}
    </ul>
  )
}
