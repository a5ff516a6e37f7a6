import type { Text } from '@/src/lib/i18n'
import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'
import type { TransitionData } from '@/src/mechanisms/workflow/transitionData'
import type { Reminder } from './reminderOf'

export const interactionEvents = defineEvents({
  'interaction.added': {
    label: { ru: 'Запись о клиенте', en: 'Note about a client' },
    data: shape<Reminder & { kind: Text; author: string }>(),
  },
  'interaction.due': {
    label: { ru: 'Пришло время напоминания', en: 'A reminder fell due' },
    data: shape<TransitionData & Reminder>(),
  },
  'interaction.planned': {
    label: { ru: 'Назначено напоминание', en: 'Reminder set' },
    data: shape<TransitionData>(),
  },
  'interaction.done': { label: { ru: 'Напоминание выполнено', en: 'Reminder done' }, data: shape<TransitionData>() },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof interactionEvents> {}
}
