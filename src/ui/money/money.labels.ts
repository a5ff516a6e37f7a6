import { defineLabels } from '@/src/lib/i18n'

export const moneyLabels = defineLabels({
  purse: { ru: 'Лицевой счёт', en: 'Account' },
  debt: { ru: 'долг за отгруженное', en: 'owed for shipped goods' },
  restOfDebt: { ru: 'долг, срок не наступил', en: 'owed, not due yet' },
  overdue: { ru: 'просрочено', en: 'overdue' },
  reserved: { ru: 'заказы в работе', en: 'orders in work' },
  free: { ru: 'свободно', en: 'free' },
  overdrawn: { ru: 'превышение', en: 'overdrawn' },
  limit: { ru: 'кредитный лимит', en: 'credit limit' },
  limitShare: { ru: 'Занято {share} % лимита', en: '{share}% of the limit used' },
})
