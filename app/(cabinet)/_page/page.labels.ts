import { defineLabels } from '@/src/lib/i18n'

/** Words around pages of the cabinet. */
export const pageLabels = defineLabels({
  preview: { ru: 'Предпросмотр: так это видит клиент', en: 'Preview: this is what a client sees' },
  backToPanel: { ru: 'Вернуться в панель', en: 'Back to the panel' },
})
