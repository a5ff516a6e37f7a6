import { defineLabels } from '@/src/lib/i18n'

export const baseLabels = defineLabels({
  more: { ru: 'Ещё действия', en: 'More actions' },
  crumbs: { ru: 'Где вы', en: 'Where you are' },
  none: { ru: 'нет', en: 'none' },
  hint: { ru: 'Пояснение', en: 'Explanation' },
  steps: { ru: 'пройдено {done} из {all}', en: '{done} of {all} done' },
  stepDone: { ru: 'пройдено', en: 'done' },
  stepNow: { ru: 'сейчас', en: 'now' },
  stepNext: { ru: 'впереди', en: 'ahead' },
  stepStopped: { ru: 'остановлено', en: 'stopped' },
})
