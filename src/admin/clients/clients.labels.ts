import { defineLabels } from '@/src/lib/i18n'

/** What is said below the ИНН of a client. */
export const twinLabels = defineLabels({
  same: { ru: 'С этим ИНН уже есть клиент:', en: 'There is a client with this INN already:' },
  others: {
    ru: '{count, plural, one {ещё один у другого менеджера} few {ещё # у других менеджеров} many {ещё # у других менеджеров} other {ещё # у других менеджеров}}',
    en: '{count, plural, one {one more, of another manager} other {# more, of other managers}}',
  },
})
