import { defineLabels } from '@/src/lib/i18n'

export const sessionFieldLabels = defineLabels({
  currentPassword: { ru: 'Нынешний пароль', en: 'Present password' },
  currentPasswordHelp: { ru: 'Нужен, чтобы сменить свой пароль или почту', en: 'Needed to change your own password or e-mail' },
})
