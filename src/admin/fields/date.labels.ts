import { defineLabels } from '@/src/lib/i18n'

export const dateLabels = defineLabels({
  /** The portal's zone, beside a time. */
  moscow: { ru: 'МСК', en: 'MSK' },
})
