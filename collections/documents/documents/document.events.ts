import type { Text } from '@/src/lib/i18n'
import type { MoneyAmount } from '@/src/lib/money'
import type { Dated } from '@/src/mechanisms/events/eventParams'
import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const documentEvents = defineEvents({
  'document.answered': {
    label: { ru: 'Клиент ответил на акт сверки', en: 'Client answered a reconciliation' },
    data: shape<{ answer: 'agreed' | 'disputed'; number: string; note: string; author: string }>(),
  },
  'document.copiesSent': {
    label: { ru: 'Копия отправлена на почту: {to}', en: 'A copy was sent by mail: {to}' },
    data: shape<{ number: string; to: readonly string[] }>(),
  },
  /** The same in the history of the client. */
  'document.copiesMailed': {
    label: {
      ru: 'Отправлены копии документов ({numbers}): {to}',
      en: 'Copies of documents were sent ({numbers}): {to}',
    },
    data: shape<{ numbers: readonly string[]; to: readonly string[] }>(),
  },
  'document.published': {
    label: { ru: 'Новый документ', en: 'Document published' },
    data: shape<{ kind: string; document: Text; number: string; date: Dated; sum: MoneyAmount }>(),
  },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof documentEvents> {}
}
