import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'
import type { TransitionData } from '@/src/mechanisms/workflow/transitionData'

export const guaranteeEvents = defineEvents({
  'guarantee.offered': {
    label: { ru: 'Письмо отправлено на подпись', en: 'Sent for signing' },
    data: shape<TransitionData>(),
  },
  'guarantee.given': { label: { ru: 'Письмо подписано', en: 'Signed' }, data: shape<TransitionData>() },
  'guarantee.withdrawn': { label: { ru: 'Письмо отозвано', en: 'Withdrawn' }, data: shape<TransitionData>() },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof guaranteeEvents> {}
}
