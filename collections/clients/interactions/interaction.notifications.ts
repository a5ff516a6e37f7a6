import { namedPerson } from '@/src/mechanisms/notifications/audiences/namedPerson'
import { defineNotification, type NotifiedEvent } from '@/src/mechanisms/notifications/defineNotification'
import { panelPageOfEvent } from '@/src/mechanisms/records/defineRecord'

/** Whoever is to be reminded. */
const assignee = namedPerson(({ data }: NotifiedEvent<{ assignee: string | null }>) =>
  data.assignee ? { collection: 'staff', id: data.assignee } : null,
)

/** The reminder itself, and a word to a colleague whom somebody has given one. */
export const interactionNotifications = [
  defineNotification({
    event: 'interaction.due',
    key: 'assignee',
    to: assignee,
    channels: ['feed', 'mail'],
    title: { ru: 'Напоминание: {client}', en: 'Reminder: {client}' },
    body: { ru: '{text}', en: '{text}' },
    link: panelPageOfEvent,
    button: { ru: 'Открыть', en: 'Open' },
  }),
  defineNotification({
    event: 'interaction.added',
    key: 'assignee',
    to: assignee,
    channels: ['feed'],
    title: { ru: '{author} просит вас: {client}', en: '{author} asks you: {client}' },
    body: { ru: '{text}', en: '{text}' },
    link: panelPageOfEvent,
  }),
]
