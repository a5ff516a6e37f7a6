import { Anchor, Bolt, FileSpreadsheet, Hexagon, LayoutGrid, List, Ruler } from '@/src/ui/icon/icons'
import { say, type Locale } from '@/src/lib/i18n'
import { Button } from '@/src/ui/base/Button'
import { IconLink } from '@/src/ui/base/IconButton'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { TextLink } from '@/src/ui/base/TextLink'
import { FilterBar } from '@/src/ui/list/FilterBar'
import { parseListQuery } from '@/src/lib/lists/listQuery'
import type { ListSpec } from '@/src/lib/lists/listSpec'
import { Money } from '@/src/ui/money/Money'
import { CategoryTree } from '@/src/ui/shelf/CategoryTree'
import { Dock, DockSpace } from '@/src/ui/shelf/Dock'
import type { ShelfProduct } from '@/src/ui/shelf/product'
import { ProductRow } from '@/src/ui/shelf/ProductRow'
import { ProductTile, TileGrid } from '@/src/ui/shelf/ProductTile'
import { Shelf } from '@/src/ui/shelf/Shelf'
import { quantityRule } from '@/src/lib/quantity'
import { both } from './t'

const spec: ListSpec = {
  sorts: ['often', 'price'],
  defaultSort: { key: 'often', dir: 'desc' },
  filters: [
    {
      key: 'diameter',
      kind: 'select',
      label: both('Диаметр', 'Diameter'),
      options: [
        { value: 'm12', label: 'М12' },
        { value: 'm16', label: 'М16' },
      ],
    },
    { key: 'stock', kind: 'flag', label: both('В наличии', 'In stock') },
    { key: 'brand', kind: 'select', label: both('Бренд', 'Brand'), options: [{ value: 'a', label: 'Fischer' }] },
    { key: 'price', kind: 'sum', label: both('Цена', 'Price') },
    { key: 'grade', kind: 'text', label: both('Класс прочности', 'Grade') },
  ],
}

const packsOf = (packSize: number) => quantityRule({ unit: 'шт', packSize, breaks: [] })
const actions = { setQty: async (_sku: string, qty: number) => ({ qty }) }

export function CataloguePage({ locale, tiles, long }: { locale: Locale; tiles?: boolean; long?: boolean }) {
  const t = (ru: string, en: string) => say(both(ru, en), locale)
  const unit = t('шт', 'pcs')
  const goods: ShelfProduct[] = [
    {
      id: '1',
      href: '/p/1',
      name: t('Болт М12×60 DIN 933, оцинкованный', 'Bolt M12×60 DIN 933, zinc plated'),
      article: 'БЛ-933-1260',
      facts: [t('кл. прочн. 8.8', 'grade 8.8'), t('упаковка 100 шт', 'pack of 100')],
      icon: <Bolt />,
      stock: { tone: 'good', words: `12\u00a0400 ${unit}`, note: t('Химки, Подольск', 'Khimki, Podolsk') },
      currency: 'RUB',
      price: 94_000,
      retail: { price: 119_000, label: t('розница', 'retail') },
      unit,
      qty: 1_200_000,
      rule: packsOf(100_000),
    },
    {
      id: '2',
      href: '/p/2',
      name: t('Гайка М12 DIN 934, оцинкованная', 'Nut M12 DIN 934, zinc plated'),
      article: 'ГК-934-12',
      facts: [t('кл. прочн. 8', 'grade 8'), t('упаковка 200 шт', 'pack of 200')],
      icon: <Hexagon />,
      stock: { tone: 'good', words: `38\u00a0000 ${unit}`, note: t('Химки', 'Khimki') },
      currency: 'RUB',
      price: 31_500,
      retail: { price: 42_000, label: t('розница', 'retail') },
      unit,
    },
    {
      id: '3',
      href: '/p/3',
      name: t('Анкер клиновой М16×140', 'Wedge anchor M16×140'),
      article: 'АН-16140',
      facts: [t('для бетона B25', 'for concrete B25'), t('упаковка 25 шт', 'pack of 25')],
      icon: <Anchor />,
      stock: {
        tone: 'wait',
        words: t('мало, 180 шт', 'few, 180 pcs'),
        note: t('Химки · ещё 28 ноября', 'Khimki · more on 28 November'),
      },
      currency: 'RUB',
      price: 683_000,
      retail: { price: 840_000, label: t('розница', 'retail') },
      unit,
    },
    {
      id: '4',
      href: '/p/4',
      name: t('Шпилька резьбовая М20×1000', 'Threaded rod M20×1000'),
      article: 'ШП-201000',
      facts: [t('4.8, оцинк.', '4.8, zinc'), t('упаковка 10 шт', 'pack of 10')],
      icon: <Ruler />,
      stock: { tone: 'wait', words: t('под заказ', 'on order'), note: t('28 ноября, 400 шт', '28 November, 400 pcs') },
      currency: 'RUB',
      price: 3_112_000,
      retail: { price: 3_890_000, label: t('розница', 'retail') },
      unit,
      qty: 250_000,
      rule: packsOf(10_000),
    },
  ]
  if (long)
    goods.unshift({
      ...(goods[0] as ShelfProduct),
      id: '0',
      name: LONG_NAME,
      price: 9_876_543_210_000,
      retail: undefined,
      qty: 99_999_000,
      picture: undefined,
    })
  const query = parseListQuery(new URLSearchParams('diameter=m12&stock=1'), spec)
  return (
    <>
      <PageHead
        locale={locale}
        title={t('Метрический крепёж', 'Metric fasteners')}
        sub={t('1 284 товара, цены по договору 54/25', '1,284 products, prices of contract 54/25')}
        actions={
          <>
            <LinkButton href="/orders/upload" icon={<FileSpreadsheet />}>
              {t('Заказ из Excel', 'Order from Excel')}
            </LinkButton>
            <IconLink bordered href="?look=list" current={!tiles} label={t('Списком', 'As a list')} icon={<List />} />
            <IconLink
              bordered
              href="?look=tiles"
              current={tiles}
              label={t('Плиткой', 'As tiles')}
              icon={<LayoutGrid />}
            />
          </>
        }
      />
      <Shelf
        tree={
          <CategoryTree
            label={t('Разделы каталога', 'Catalogue sections')}
            groups={[
              {
                key: 'groups',
                items: [
                  { key: '1', label: t('Весь каталог', 'Whole catalogue'), href: '/c', count: 18_240 },
                  {
                    key: '2',
                    label: t('Метрический крепёж', 'Metric fasteners'),
                    href: '/c/m',
                    count: 1_284,
                    current: true,
                  },
                  { key: '3', label: t('Болты', 'Bolts'), href: '/c/b', count: 412, depth: 1 },
                  { key: '4', label: t('Гайки', 'Nuts'), href: '/c/n', count: 205, depth: 1 },
                  { key: '5', label: t('Шпильки', 'Rods'), href: '/c/r', count: 96, depth: 1 },
                  { key: '6', label: t('Шайбы', 'Washers'), href: '/c/w', count: 171, depth: 1 },
                  { key: '7', label: t('Анкеры и дюбели', 'Anchors and plugs'), href: '/c/a', count: 640 },
                  { key: '8', label: t('Электроды', 'Electrodes'), href: '/c/e', count: 88 },
                ],
              },
              {
                key: 'wh',
                title: t('Склад', 'Warehouse'),
                items: [
                  { key: 'h', label: t('Химки', 'Khimki'), href: '?w=h', count: 902 },
                  { key: 'p', label: t('Подольск', 'Podolsk'), href: '?w=p', count: 611 },
                ],
              },
              {
                key: 'd',
                title: t('Диаметр', 'Diameter'),
                items: [
                  { key: '10', label: 'М10', href: '?d=10', count: 214 },
                  { key: '12', label: 'М12', href: '?d=12', count: 188, current: true },
                  { key: '16', label: 'М16', href: '?d=16', count: 140 },
                ],
              },
            ]}
          />
        }
      >
        <Sheet label={t('Товары', 'Products')}>
          <FilterBar
            id="goods"
            path="/c"
            spec={spec}
            query={query}
            locale={locale}
            end={<TextLink href="?sort=price">{t('сначала частые ваши', 'yours first')}</TextLink>}
          />
          {tiles ? (
            <TileGrid>
              {goods.map((product) => (
                <ProductTile key={product.id} product={product} locale={locale} actions={actions} />
              ))}
            </TileGrid>
          ) : (
            <ul>
              {goods.map((product) => (
                <ProductRow key={product.id} product={product} locale={locale} actions={actions} />
              ))}
            </ul>
          )}
        </Sheet>
      </Shelf>
      <DockSpace />
      <Dock
        label={t('Корзина', 'Cart')}
        lead={
          <>
            {t('14 позиций, ', '14 lines, ')}
            <Money currency="RUB" amount={18_240_000} locale={locale} />
          </>
        }
        notes={[
          {
            key: 'limit',
            is: 'good',
            wideOnly: true,
            words: (
              <>
                {t('лимита хватает, останется ', 'within the limit, leaves ')}
                <Money currency="RUB" amount={36_939_000} locale={locale} />
              </>
            ),
          },
          { key: 'date', is: 'wait', words: t('2 позиции будут 28 ноября', '2 lines on 28 November') },
        ]}
        actions={
          <>
            <Button>{t('Разделить: сейчас и позже', 'Split: now and later')}</Button>
            <Button tone="primary">{t('Оформить', 'Check out')}</Button>
          </>
        }
      />
    </>
  )
}

export const LONG_NAME =
  'Болт высокопрочный с шестигранной уменьшенной головкой и направляющим подголовком М12×60 DIN 933 ГОСТ 7798-70 класс прочности 10.9, горячее цинкование 45 мкм, вся резьба'
