import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { catalogueConsumer } from './exchange/catalogue.commerceml'
import { pictureKind } from './exchange/recordNames'
import { searchUpkeepJob } from './exchange/searchUpkeep.jobs'
import { brands } from './brands/brand.collection'
import { groups } from './groups/group.collection'
import { priceTypes } from './price-types/price-type.collection'
import { prices } from './prices/price.collection'
import { products } from './products/product.collection'
import { editProduct, giveBackProduct, hangPicture, showProduct } from './products/product.actions'
import { productPane } from './products/product.pane'
import { productFigures } from './products/product.figures'
import { skus } from './skus/sku.collection'
import { stocks } from './stocks/stock.collection'
import { units } from './units/unit.collection'
import { unitResource } from './units/unit.exchange'
import { warehouses } from './warehouses/warehouse.collection'
import { groupSource, productSource } from './products/catalogue.search'
import { addGroup, giveBackGroup, moveGroup, renameGroup, showGroup } from './groups/group.actions'
import { groupsWorkplace } from './groups/group.workplace'
import { groupSections } from './groups/group.sections'
import { groupRecord } from './groups/group.record'
import { sectionsRoute } from './groups/group.front'
import { goodsOneRoute, goodsRoute } from './products/product.front'
import { productRecord } from './products/product.record'

export const catalogueModule = defineModule({
  slug: 'catalogue',
  label: { ru: 'Каталог', en: 'Catalogue' },
  dependsOn: ['clients'],
  collections: [groups, brands, units, products, skus, priceTypes, prices, warehouses, stocks],
  tables: ['exchange_properties', 'product_facts', 'product_prices', 'product_search', 'search_words'],
  parts: [
    productRecord,
    groupRecord,
    groupSections,
    sectionsRoute,
    goodsRoute,
    goodsOneRoute,
    catalogueConsumer,
    searchUpkeepJob,
    unitResource,
    productSource,
    groupSource,
    pictureKind,
    ...productFigures,
    productPane,
    editProduct,
    groupsWorkplace,
    addGroup,
    renameGroup,
    showGroup,
    moveGroup,
    giveBackGroup,
    showProduct,
    hangPicture,
    giveBackProduct,
  ],
  nav: [
    {
      href: '/catalogue',
      label: { ru: 'Каталог', en: 'Catalogue' },
      icon: 'catalogue',
      phone: true,
      also: ['/products', '/cart', '/checkout', '/quick-order'],
      order: 20,
    },
  ],
  commands: [{ href: '/catalogue', label: { ru: 'Новый заказ', en: 'New order' }, needs: 'orders.create', main: true }],
})
