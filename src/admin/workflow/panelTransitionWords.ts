import { defineLabels, say, type Locale } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'

const labels = defineLabels({
  undo: { ru: 'Вернуть как было', en: 'Undo the last step' },
  undone: { ru: 'Возвращено', en: 'Taken back' },
  optional: { ru: 'не обязательно', en: 'optional' },
  keep: { ru: 'Оставить как есть', en: 'Leave it as it is' },
})

export type PanelTransitionWords = { undo: string; undone: string; optional: string; keep: string; failed: string }

/** What stands around transitions in the panel, whatever they are. */
export const panelTransitionWords = (locale: Locale): PanelTransitionWords => ({
  undo: say(labels.undo, locale),
  undone: say(labels.undone, locale),
  optional: say(labels.optional, locale),
  keep: say(labels.keep, locale),
  failed: say(adminLabels.failed, locale),
})
