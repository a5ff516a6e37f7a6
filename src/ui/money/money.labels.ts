import { defineLabels } from '@/src/lib/i18n'

export const moneyLabels = defineLabels({
  purse: { ru: 'Лицевой счёт', en: 'Account' },
  used: { ru: 'занято', en: 'used' },
  limit: { ru: 'лимит', en: 'limit' },
  limitShare: { ru: 'Занято {share} % лимита', en: '{share}% of the limit used' },
})
