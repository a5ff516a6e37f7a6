import type { OrderRow } from '@/collections/sales/orders/order.queries'
import { deliveryPlace, orderStanding } from '@/collections/sales/orders/order.words'
import { say } from '@/src/lib/i18n'
import { date, none, note, quiet, rail, state, strong } from '@/src/ui/list/cell'
import type { Cells } from '../../_list/listCells'

export const orderCells: Cells<OrderRow> = {
  placed: (row, { locale, zone }) => [strong(row.number), ' ', quiet(date(row.placedAt, locale, zone))],
  status: (row, { locale }) => {
    const { label, tone, steps } = orderStanding(row)
    return [state(say(label, locale), tone), ...(steps ? [rail(steps, locale)] : [])]
  },
  planned: (row, { locale, zone }) => {
    const day = row.plannedDate ?? row.wantedDate
    return [day ? date(day, locale, zone) : none(locale), ...note(deliveryPlace(row, locale))]
  },
}
