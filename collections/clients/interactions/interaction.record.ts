import { defineRecord } from '@/src/mechanisms/records/defineRecord'

/** Colleagues' own: nobody of a client reads of it. */
export const interactionRecord = defineRecord({ entity: 'interactions' })
