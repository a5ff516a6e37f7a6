import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about notes, calls and meetings. */
export const interactionLabels = defineLabels({
  one: { ru: 'Запись о клиенте', en: 'Note about a client' },
  many: { ru: 'Заметки, звонки, встречи', en: 'Notes, calls, meetings' },
  group: { ru: 'Клиенты', en: 'Clients' },
  about: {
    ru: 'О чём говорили с клиентами и что обещали. Клиенты этого не видят. Новую запись делают в карточке клиента.',
    en: 'What was said to clients and promised. Clients do not see it. A new one is made in the client’s card.',
  },
  fields: {
    company: { ru: 'Клиент', en: 'Client' },
    kind: { ru: 'Вид', en: 'Kind' },
    at: { ru: 'Когда', en: 'When' },
    contact: { ru: 'С кем', en: 'With whom' },
    body: { ru: 'О чём', en: 'About' },
    outcome: { ru: 'Чем закончилось', en: 'Outcome' },
    nextStep: { ru: 'Что дальше', en: 'Next step' },
    remindAt: { ru: 'Напомнить', en: 'Remind at' },
    assignee: { ru: 'Кому напомнить', en: 'Whom to remind' },
    author: { ru: 'Кто записал', en: 'Written by' },
  },
  kinds: {
    note: { ru: 'Заметка', en: 'Note' },
    call: { ru: 'Звонок', en: 'Call' },
    meeting: { ru: 'Встреча', en: 'Meeting' },
  },
  states: {
    kept: { ru: 'Записано', en: 'Kept' },
    planned: { ru: 'Напомним', en: 'To be reminded' },
    due: { ru: 'Пора', en: 'Due' },
    done: { ru: 'Сделано', en: 'Done' },
  },
})
