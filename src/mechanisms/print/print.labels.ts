import { defineLabels } from '@/src/lib/i18n'

export const printLabels = defineLabels({
  page: { ru: 'стр.', en: 'page' },
  of: { ru: 'из', en: 'of' },
})
