import { callRecords } from '@/src/mechanisms/exchange/recordNames'

callRecords('prices', 'skus')
callRecords('stocks', 'skus')
callRecords('pictures', 'products')
