import { defineLabels } from '@/src/lib/i18n'

export const letterLabels = defineLabels({
  open: { ru: 'Открыть в кабинете', en: 'Open in the portal' },
  why: {
    ru: 'Письмо пришло, потому что у вас есть доступ в кабинет «{brand}».',
    en: 'You got this because you have access to the portal of {brand}.',
  },
})
