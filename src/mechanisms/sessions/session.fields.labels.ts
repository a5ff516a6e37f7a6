import { defineLabels } from '@/src/lib/i18n'

export const sessionFieldLabels = defineLabels({
  currentPassword: { ru: 'Текущий пароль', en: 'Current password' },
  currentPasswordHelp: {
    ru: 'Нужен, чтобы сменить свой пароль или почту',
    en: 'Needed to change your own password or e-mail',
  },
})
