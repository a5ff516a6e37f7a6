import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

const errorWords = addErrorLabels({
  'documents.periodBackwards': { ru: 'Конец периода раньше начала', en: 'The period ends before it begins' },
  'documents.alreadyTaken': {
    ru: 'Бухгалтерия уже готовит этот документ',
    en: 'The accounts department is already preparing it',
  },
  'file.broken': {
    ru: 'Файл не читается: ждём PDF в base64',
    en: 'The file cannot be read: a PDF in base64 is expected',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
