import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

const errorWords = addErrorLabels({
  'accessKey.unnamed': { ru: 'Назовите ключ', en: 'Please name the key' },
  'accessKey.off': {
    ru: 'Для вашей компании ключи доступа выключены. Их включает ваш менеджер',
    en: 'Access keys are switched off for your company. Your manager can switch them on',
  },
  'accessKey.tooMany': {
    ru: 'Ключей уже {most}: отзовите те, что больше не нужны',
    en: 'There are {most} keys already: revoke those that are no longer needed',
  },
  'accessKey.wrong': {
    ru: 'Ключ не подходит: он отозван, истёк или введён с ошибкой',
    en: 'The key is wrong: it was revoked, has expired or is mistyped',
  },
  'accessKey.readOnly': {
    ru: 'Этот ключ только читает. Чтобы действовать, нужен другой ключ',
    en: 'This key only reads. Acting takes another key',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
