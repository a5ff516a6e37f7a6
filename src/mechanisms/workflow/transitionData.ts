import type { EventType, EventTypes } from '../events/defineEvents'

/** What the event of a transition holds: the states it led from and to, what people call the record, and what came along. */
export type TransitionData = {
  from: string
  to: string
  number: string
  comment?: string
  /** How many files came with it. */
  files?: number
  /** What proves a signature. */
  signed?: Record<string, unknown>
  /** It took back the step before it. */
  undone?: true
}

/** Events that a transition may record: those declared with `data: shape<TransitionData>()`, or with more beside it. */
export type TransitionEvent = {
  [Type in EventType]: EventTypes[Type] extends TransitionData ? Type : never
}[EventType]
