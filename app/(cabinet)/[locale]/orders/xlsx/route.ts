import { ordersList } from '@/collections/sales/orders/order.list'
import { listFile } from '../../../_list/listFile'

/** The list as it is seen, as XLSX. */
export const GET = listFile(ordersList)
