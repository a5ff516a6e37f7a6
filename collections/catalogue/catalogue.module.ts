import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { catalogueConsumer } from './exchange/catalogue.consumer'
import './exchange/recordNames'
import { searchUpkeepJob } from './exchange/searchUpkeep.job'
import { brands } from './brands/brand.collection'
import { groups } from './groups/group.collection'
import { priceTypes } from './price-types/price-type.collection'
import { prices } from './prices/price.collection'
import { products } from './products/product.collection'
import { skus } from './skus/sku.collection'
import { stocks } from './stocks/stock.collection'
import { units } from './units/unit.collection'
import { unitResource } from './units/unit.exchange'
import { warehouses } from './warehouses/warehouse.collection'
import { groupSource, productSource } from './products/product.sources'

export const catalogueModule = defineModule({
  slug: 'catalogue',
  label: { ru: 'Каталог', en: 'Catalogue' },
  collections: [groups, brands, units, products, skus, priceTypes, prices, warehouses, stocks],
  parts: [catalogueConsumer, searchUpkeepJob, unitResource, productSource, groupSource],
  nav: [{ href: '/catalogue', label: { ru: 'Каталог', en: 'Catalogue' }, icon: 'catalogue', phone: true, also: ['/products', '/cart', '/checkout'], order: 20 }],
  commands: [{ href: '/catalogue', label: { ru: 'Новый заказ', en: 'New order' }, needs: 'orders.create' }],
})
