import type { ProductCard } from '@/collections/catalogue/products/product.cards.queries'
import type { Locale } from '@/src/lib/i18n'
import type { ShelfActions } from '@/src/ui/shelf/product'
import { ProductRow } from '@/src/ui/shelf/ProductRow'
import { ProductTile, TileGrid } from '@/src/ui/shelf/ProductTile'
import type { ShelfLook } from './lookCookie'
import { shelfProduct } from './shelfProduct'

type GoodsProps = {
  cards: ProductCard[]
  look: ShelfLook
  dressing: { locale: Locale; href: (path: string) => string; inCart: ReadonlyMap<string, number> }
  actions?: ShelfActions
}

const AT_ONCE = 6

/** The goods themselves, as rows or as tiles. */
export function Goods({ cards, look, dressing, actions }: GoodsProps) {
  const Item = look === 'tiles' ? ProductTile : ProductRow
  const items = cards.map((card, index) => (
    <Item
      key={card.id}
      product={shelfProduct(card, dressing)}
      locale={dressing.locale}
      actions={actions}
      eager={index < AT_ONCE}
    />
  ))
  return look === 'tiles' ? <TileGrid>{items}</TileGrid> : <ul>{items}</ul>
}
