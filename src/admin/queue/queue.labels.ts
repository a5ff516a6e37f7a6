import { defineLabels } from '@/src/lib/i18n'

/** Words of the jobs that failed for good. */
export const queueLabels = defineLabels({
  title: { ru: 'Задания, которые не вышли', en: 'Jobs that failed for good' },
  empty: {
    ru: 'Всё выполнено: здесь появятся задания, у которых кончились попытки.',
    en: 'All done: jobs that ran out of attempts appear here.',
  },
  job: { ru: 'Задание', en: 'Job' },
  error: { ru: 'Ошибка', en: 'Error' },
  when: { ru: 'Когда', en: 'When' },
  replay: { ru: 'Повторить', en: 'Replay' },
  drop: { ru: 'Убрать', en: 'Drop' },
})
