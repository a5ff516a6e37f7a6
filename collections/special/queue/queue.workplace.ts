import { deadLetterCount } from '@/src/mechanisms/jobs/deadLetters'
import { defineWorkplace } from '@/src/mechanisms/panel/defineWorkplace'

/** Jobs that failed for good wait in it. */
export const queueWorkplace = defineWorkplace({
  key: 'queue',
  label: { ru: 'Очередь', en: 'Queue' },
  path: '/queue',
  view: '/src/admin/queue/QueueView#QueueView',
  section: 'system',
  roles: ['admin'],
  order: 40,
  badge: () => deadLetterCount,
})
