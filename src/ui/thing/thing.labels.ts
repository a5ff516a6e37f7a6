import { defineLabels } from '@/src/lib/i18n'

export const thingLabels = defineLabels({
  manager: { ru: 'Ваш менеджер', en: 'Your manager' },
  write: { ru: 'Написать', en: 'Write' },
  call: { ru: 'Позвонить', en: 'Call' },
  copyPhone: { ru: 'Скопировать телефон', en: 'Copy the phone number' },
  copyMail: { ru: 'Скопировать почту', en: 'Copy the e-mail address' },
  copied: { ru: 'Скопировано', en: 'Copied' },
})
