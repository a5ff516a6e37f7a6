import { defineLabels } from '@/src/lib/i18n'

export const cardWords = defineLabels({
  inDays: {
    ru: '{day}, через {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
    en: '{day}, in {days, plural, one {# day} other {# days}}',
  },
  fresh: { ru: 'Данные из 1С: {when}', en: 'Data from 1C: {when}' },
})
