import { waitingJobs } from '@/src/mechanisms/jobs/waitingJobs'
import { declaredJobs } from '@/src/mechanisms/jobs/defineJob'
import { say } from '@/src/lib/i18n'
import { deadLetterCount } from '@/src/mechanisms/jobs/deadLetters'
import { defineFigure } from '@/src/mechanisms/panel/defineFigure'

export const deadLettersFigure = defineFigure({
  key: 'deadLetters',
  kind: 'count',
  label: { ru: 'Невыполненные задания', en: 'Jobs that failed for good' },
  href: '/admin/queue',
  alarming: true,
  roles: ['admin'],
  order: 70,
  value: () => deadLetterCount,
})

/** What waits for a worker now or for another attempt; jobs of the clock that are not due are not in it. */
export const queueFigure = defineFigure({
  key: 'waitingJobs',
  kind: 'rows',
  label: { ru: 'Задания в очереди', en: 'Jobs in the queue' },
  measure: 'count',
  heads: { title: { ru: 'Задание', en: 'Job' }, at: { ru: 'Ждёт с', en: 'Since' } },
  roles: ['admin'],
  order: 72,
  rows: () => waitingJobs,
  words: ({ job }, locale) => {
    const label = declaredJobs().find(({ name }) => name === job)?.label
    return { title: label ? say(label, locale) : String(job) }
  },
})
