import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError, isAppError } from '@/src/lib/errors'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import type { ItemContext, Warning } from '@/src/mechanisms/exchange/items/defineResource'
import { bringTo } from '@/src/mechanisms/workflow/transition'
import type { KnownOrder } from './lineItem'

/**
 * Moves an order to the state that 1C says, by a transition that the workflow allows to the ERP.
 * @throws AppError `order.noWay` 409 when there is none from where the order stands
 */
export async function moveTo(
  context: Pick<ItemContext, 'req' | 'actor'>,
  order: Pick<KnownOrder, 'id' | 'status'>,
  state: string,
  comment?: string,
): Promise<boolean> {
  const row = { id: order.id, status: order.status }
  try {
    return await bringTo(context, row, { entity: 'orders', state, comment })
  } catch (error) {
    // 1C knows this refusal by the name it had before other records walked.
    if (!isAppError(error) || error.code !== 'workflow.noWay') throw error
    throw new AppError('order.noWay', error.params, { status: 409, field: 'state' })
  }
}

/** The same where the rest of what 1C said of the order stands whatever becomes of its state: a refusal is recorded and given as a warning. */
export async function tryMoveTo(
  context: ItemContext,
  order: KnownOrder,
  state: string,
  comment: string | undefined,
  warnings: Warning[],
): Promise<boolean> {
  try {
    return await moveTo(context, order, state, comment)
  } catch (error) {
    if (!isAppError(error) || error.status >= 500) throw error
    await recordEvent(context.req, {
      type: 'order.stateRefused',
      entity: 'orders',
      entityId: order.id,
      company: order.company,
      actor: context.actor,
      internal: true,
      data: { number: order.number, from: order.status, to: state, code: error.code },
    })
    warnings.push({ code: error.code, params: error.params, field: 'state' })
    return false
  }
}

const errorWords = addErrorLabels({
  'order.noWay': {
    ru: 'Из состояния «{from}» заказ не переходит в «{to}»: состояние осталось прежним, остальное принято',
    en: 'An order does not go from “{from}” to “{to}”: its state stays as it was, the rest is taken',
  },
  'order.skuUnknown': {
    ru: 'Товара {sku} нет в каталоге: строка принята по названию',
    en: 'The catalogue has no item {sku}: the line was taken by its name',
  },
  'order.statusUnknown': {
    ru: 'Заказ {number}: состояние «{status}» кабинету не известно, поэтому ничего не меняет',
    en: 'Order {number}: the portal does not know the state “{status}”, so it changes nothing',
  },
  'order.twoFound': {
    ru: 'externalId и номер {number} указывают на разные заказы',
    en: 'externalId and number {number} name two different orders',
  },
  'order.otherExternal': {
    ru: 'Заказ {number} уже связан с другим заказом 1С',
    en: 'The order {number} is linked to another order of 1C',
  },
  'order.cancelledHere': {
    ru: 'Заказ {number} отменён в кабинете, и 1С об этом ещё не сообщили: состояние осталось прежним',
    en: 'The order {number} was cancelled in the portal and 1C has not been told yet: its state stays as it is',
  },
  'order.otherClient': {
    ru: 'Заказ с номером {number} есть у другого клиента: по одному номеру заказ ему не передаётся',
    en: 'Another client has an order numbered {number}: by its number alone an order is not given to another client',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
