import { defineLabels } from '@/src/lib/i18n'

/** What stands around the transitions of a record, whatever they are. */
export const transitionLabels = defineLabels({
  optional: { ru: 'не обязательно', en: 'optional' },
  keep: { ru: 'Оставить как есть', en: 'Leave it as it is' },
  choose: { ru: 'Выберите', en: 'Choose' },
})
