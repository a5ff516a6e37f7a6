import { defineLabels } from '@/src/lib/i18n'

export const letterLabels = defineLabels({
  open: { ru: 'Открыть в кабинете', en: 'Open in the portal' },
})
