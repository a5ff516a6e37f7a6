import { defineLabels } from '@/src/lib/i18n'

export const thingLabels = defineLabels({
  manager: { ru: 'Ваш менеджер', en: 'Your manager' },
  write: { ru: 'Написать', en: 'Write' },
  call: { ru: 'Позвонить', en: 'Call' },
  mail: { ru: 'Написать на почту', en: 'Send an e-mail' },
})
