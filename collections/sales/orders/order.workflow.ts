import { defineWorkflow, type Question, type TransitionDeclaration } from '@/src/mechanisms/workflow/defineWorkflow'
import { customers, staffWhoSell } from '@/src/mechanisms/access/roles'

const whyCancel = {
  label: { ru: 'Почему отменяем (увидит клиент)', en: 'Why it is cancelled (the client sees this)' },
}

/** 1C owns the state of what it has taken: wherever it says the order stands, there is a way for it. */
const erpWays: Record<string, TransitionDeclaration> = {
  resume: {
    label: { ru: 'Вернуть в работу', en: 'Resume' },
    from: ['closed', 'cancelled'],
    to: 'working',
    by: ['erp'],
    event: 'order.reopened',
  },
  unship: {
    label: { ru: 'Отменить отгрузку', en: 'Undo the shipment' },
    from: ['shipped'],
    to: 'working',
    by: ['erp'],
    event: 'order.unshipped',
  },
  stepBack: {
    label: { ru: 'Вернуть к подтверждённым', en: 'Back to confirmed' },
    from: ['working', 'shipped'],
    to: 'confirmed',
    by: ['erp'],
    event: 'order.steppedBack',
  },
  shipAfterAll: {
    label: { ru: 'Отгрузить', en: 'Ship' },
    from: ['closed', 'cancelled'],
    to: 'shipped',
    by: ['erp'],
    event: 'order.shipped',
  },
  closeAfterAll: {
    label: { ru: 'Закрыть', en: 'Close' },
    from: ['cancelled'],
    to: 'closed',
    by: ['erp'],
    event: 'order.closed',
  },
  annul: {
    label: { ru: 'Отменить', en: 'Cancel' },
    from: ['shipped', 'closed'],
    to: 'cancelled',
    by: ['erp'],
    needs: { comment: whyCancel },
    event: 'order.cancelled',
  },
}

/** What is unusual about closing an order: goods or money have not gone all the way. */
function unfinished({ status, paid, total }: Record<string, unknown>): Question | null {
  const shipped = status === 'shipped'
  const settled = Number(paid ?? 0) >= Number(total ?? 0)
  if (shipped && settled) return null
  if (shipped)
    return {
      text: {
        ru: 'Заказ оплачен не полностью. Всё равно закрыть?',
        en: 'The order is not paid in full. Close it all the same?',
      },
    }
  if (settled)
    return {
      text: { ru: 'Заказ не отгружен. Всё равно закрыть?', en: 'The order is not shipped. Close it all the same?' },
    }
  return {
    text: {
      ru: 'Заказ не отгружен и не оплачен полностью. Всё равно закрыть?',
      en: 'The order is neither shipped nor paid in full. Close it all the same?',
    },
  }
}

/**
 * The way of an order: submitted by the client, confirmed and led by the company (a manager or its
 * ERP), closed or cancelled. A client may take back what nobody has confirmed yet.
 */
export const orderWorkflow = defineWorkflow({
  entity: 'orders',
  initial: ['submitted'],
  states: {
    submitted: { label: { ru: 'Оформлен', en: 'Submitted' }, tone: 'wait', step: 0 },
    confirmed: { label: { ru: 'Подтверждён', en: 'Confirmed' }, tone: 'run', step: 1 },
    working: { label: { ru: 'Собирается', en: 'In work' }, tone: 'run', step: 2 },
    shipped: { label: { ru: 'Отгружен', en: 'Shipped' }, tone: 'run', step: 3 },
    closed: { label: { ru: 'Закрыт', en: 'Closed' }, tone: 'good', step: 4 },
    cancelled: { label: { ru: 'Отменён', en: 'Cancelled' }, tone: 'bad' },
  },
  transitions: {
    confirm: {
      label: { ru: 'Подтвердить', en: 'Confirm' },
      from: ['submitted'],
      to: 'confirmed',
      by: [...staffWhoSell, 'erp'],
      event: 'order.confirmed',
      tone: 'main',
      undo: 'order.reopened',
    },
    start: {
      label: { ru: 'Взять в работу', en: 'Start work' },
      from: ['submitted', 'confirmed'],
      to: 'working',
      by: [...staffWhoSell, 'erp'],
      event: 'order.started',
      tone: 'main',
      undo: 'order.reopened',
    },
    ship: {
      label: { ru: 'Отгрузить', en: 'Ship' },
      from: ['submitted', 'confirmed', 'working'],
      to: 'shipped',
      by: [...staffWhoSell, 'erp'],
      event: 'order.shipped',
      tone: 'main',
      undo: 'order.reopened',
    },
    close: {
      label: { ru: 'Закрыть', en: 'Close' },
      from: ['submitted', 'confirmed', 'working', 'shipped'],
      to: 'closed',
      by: [...staffWhoSell, 'erp'],
      event: 'order.closed',
      tone: 'main',
      question: unfinished,
      undo: 'order.reopened',
    },
    withdraw: {
      label: { ru: 'Отменить заказ', en: 'Cancel the order' },
      from: ['submitted'],
      to: 'cancelled',
      by: customers,
      capability: 'orders.create',
      needs: { comment: { label: { ru: 'Почему', en: 'Why' }, optional: true } },
      event: 'order.cancelled',
      tone: 'danger',
      question: {
        title: { ru: 'Отменить заказ {number}?', en: 'Cancel the order {number}?' },
        text: {
          ru: 'Товар вернётся в продажу, а вернуть заказ сможет только менеджер. Повторить его можно в любой момент по ценам того дня.',
          en: 'The goods go back on sale, and only your manager can bring the order back. You can repeat it any time at that day’s prices.',
        },
        keep: { ru: 'Не отменять', en: 'Keep it' },
      },
    },
    cancel: {
      label: { ru: 'Отменить', en: 'Cancel' },
      from: ['submitted', 'confirmed', 'working'],
      to: 'cancelled',
      by: [...staffWhoSell, 'erp'],
      needs: { comment: whyCancel },
      event: 'order.cancelled',
      tone: 'danger',
      undo: 'order.reopened',
    },
    reopen: {
      label: { ru: 'Вернуть в работу', en: 'Reopen' },
      from: ['cancelled', 'closed'],
      to: 'confirmed',
      by: ['head', 'admin', 'erp'],
      event: 'order.reopened',
    },
    ...erpWays,
  },
})
