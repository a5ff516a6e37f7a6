import { defineLabels } from '@/src/lib/i18n'

export const fileWords = defineLabels({
  download: { ru: 'Скачать', en: 'Download' },
  noFile: { ru: 'файла ещё нет', en: 'no file yet' },
})
