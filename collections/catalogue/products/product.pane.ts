import { humanDate } from '@/src/lib/dates'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import { unitText } from '@/src/lib/unitWords'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { bareId } from '@/src/mechanisms/exchange/source'
import { originOf } from '@/src/mechanisms/fields/overrides'
import { definePane, type PaneFact, type PaneState } from '@/src/mechanisms/panel/definePane'
import type { PanelField } from '@/src/mechanisms/panel/panelTable'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { groupChoices } from '../groups/groupChoices'
import { productLabels } from './product.labels'
import { productForPane, type PaneGoods } from './product.pane.queries'
import { productPaneLabels as words } from './product.pane.labels'
import { neighboursTable, offersTable, pricesTable, propertiesTable, stocksTable } from './productTables'

const { fields } = productLabels
const back: Text = { ru: 'Вернуть из 1С', en: 'Give back to 1C' }

/** A product on one page: what clients see of it and why, what is whose, what it is sold as, for how much, from where. */
export const productPane = definePane({
  entity: 'products',
  read: async (context, id, locale) => {
    const product = await productForPane(context, id)
    if (!product) return null
    const may = accessOf('products').where(context.actor, 'update') !== false
    return {
      links: [
        { label: words.seen, href: `${locale === 'ru' ? '' : `/${locale}`}${pageOf('products', product)}/preview` },
      ],
      state: stateOf(product, { may, locale }),
      facts: factsOf(product, { may, locale }),
      pictures: {
        items: product.pictures.map(({ ofErp, ...picture }) => ({ ...picture, origin: ofErp ? 'erp' : null })),
        ...(may ? { edit: { action: 'products.hangPicture', input: { id: product.id } } } : {}),
      },
      tables: [
        offersTable(product, locale),
        pricesTable(product, locale),
        stocksTable(product, locale),
        propertiesTable(product),
        neighboursTable(product),
      ],
    }
  },
})

type Reader = { may: boolean; locale: Locale }

function stateOf(product: PaneGoods, { may, locale }: Reader): PaneState {
  const { id, active } = product
  return {
    label: active ? words.shown : words.notShown,
    tone: active ? 'good' : 'bad',
    why: whyOf(product).map(([text, params]) => say(text, locale, params)),
    ...(may
      ? { acts: [{ action: 'products.show', input: { id, shown: !active }, label: active ? words.hide : words.show }] }
      : {}),
  }
}

/** Why clients do not see it, or see less of it than they might. */
function whyOf({
  active,
  hidden,
  externalId,
  skus,
  prices,
  groupName,
  groupShown,
  home,
}: PaneGoods): [Text, Record<string, string>?][] {
  const { why } = words
  if (!active) return [[hidden ? why.byHand : externalId ? why.byErp : why.off]]
  const sold = new Set(skus.flatMap((sku) => (sku.active ? [sku.id] : [])))
  const place = home[0]?.name
  return [
    ...(sold.size === 0 ? [[why.nothingSold] as [Text]] : []),
    ...(prices.some(({ sku, inForce }) => inForce && sold.has(sku)) ? [] : [[why.noPrice] as [Text]]),
    ...(groupName === null ? [[why.noGroup] as [Text]] : []),
    ...(groupName !== null && groupShown === false
      ? [
          [place ? why.hiddenGroup : why.hiddenBranch, { group: groupName, home: place ?? '' }] as [
            Text,
            Record<string, string>,
          ],
        ]
      : []),
  ]
}

function factsOf(product: PaneGoods, { may, locale }: Reader): PaneFact[] {
  const { id, externalId } = product
  const sent = externalId ? ('erp' as const) : null
  /** What an editor may take over from 1C, and give back. */
  const own = (name: 'name' | 'group' | 'description', field: PanelField) => ({
    origin: originOf(product, name),
    ...(may
      ? {
          edit: { action: 'products.edit', input: { id }, field },
          back: { action: 'products.giveBack', input: { id, field: name }, label: back },
        }
      : {}),
  })
  const number = (value: number | null): string | null =>
    value === null ? null : new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value)
  const unit = product.unit ? unitText(product.unit, locale) : null
  const none = { id: '', name: say(words.noSection, locale) }
  return [
    {
      label: fields.name,
      value: product.name,
      ...own('name', { name: 'name', label: fields.name, type: 'text', required: true, value: product.name }),
    },
    { label: fields.article, value: product.article, origin: sent },
    {
      label: fields.group,
      value: product.groupName,
      ...own('group', {
        name: 'group',
        label: fields.group,
        type: 'choice',
        choices: [none, ...groupChoices(product.groups)],
        value: product.groupId ?? '',
      }),
    },
    { label: fields.brand, value: product.brand, origin: sent },
    { label: fields.unit, value: unit, origin: sent },
    {
      label: fields.packSize,
      value: product.packSize ? `${formatQty(product.packSize, locale)} ${unit ?? ''}`.trim() : null,
    },
    { label: fields.barcode, value: product.barcode, origin: sent },
    {
      label: fields.vatRate,
      value: product.vatRate === null ? say(words.without, locale) : number(product.vatRate),
      origin: sent,
    },
    { label: fields.weight, value: number(product.weight), origin: sent },
    { label: fields.slug, value: pageOf('products', product) },
    { label: { ru: 'Идентификатор в 1С', en: 'Identifier in 1C' }, value: externalId && bareId(externalId) },
    { label: words.synced, value: product.syncedAt && humanDate(product.syncedAt, locale) },
    {
      label: fields.description,
      value: product.description,
      wide: true,
      ...own('description', {
        name: 'description',
        label: fields.description,
        type: 'long',
        value: product.description ?? '',
      }),
    },
  ]
}
