import { defineKinds } from '@/src/mechanisms/panel/defineKinds'
import { callRecords } from '@/src/mechanisms/exchange/recordNames'

callRecords('prices', 'skus')
callRecords('stocks', 'skus')
callRecords('pictures', 'products')

/** Pictures of goods are no records of their own. */
export const pictureKind = defineKinds({ pictures: { ru: 'Картинки', en: 'Pictures' } })
