import type { Text } from '@/src/lib/i18n'
import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'
import type { Dated } from '@/src/mechanisms/events/eventParams'
import type { TransitionData } from '@/src/mechanisms/workflow/transitionData'
import type { RequestKind } from './document-request.rules'

/** What is asked for, as letters call it. */
export type DocumentWords = { document: Text; number: string; date?: Dated }
type Asked = { kind: RequestKind } & DocumentWords
/** What an answer tells beside the states. */
export type Answered = Asked & {
  /** The state it led to. */
  status: string
  /** Id of the document that came. */
  result: string | null
  author: string | null
  reason: string
}

export const documentRequestEvents = defineEvents({
  'document.ready': {
    label: { ru: 'Запрошенный документ готов', en: 'Requested document ready' },
    data: shape<TransitionData & Answered>(),
  },
  'document.refused': {
    label: { ru: 'В документе отказано', en: 'Document refused' },
    data: shape<TransitionData & Answered>(),
  },
  'document.requested': {
    label: { ru: 'Документ запрошен', en: 'Document requested' },
    data: shape<Asked & { client: string }>(),
  },
  'document.askedAgain': {
    label: { ru: 'Документ запрошен ещё раз', en: 'Document asked for again' },
    data: shape<TransitionData>(),
  },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof documentRequestEvents> {}
}
