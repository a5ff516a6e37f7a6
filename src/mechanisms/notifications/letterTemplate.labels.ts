import { defineLabels } from '@/src/lib/i18n'

export const templateLabels = defineLabels({
  buttonFallback: {
    ru: 'Если кнопка не нажимается, откройте адрес:',
    en: 'If the button does not work, open this address:',
  },
  preferences: { ru: 'Настроить письма', en: 'Choose which letters to get' },
})
