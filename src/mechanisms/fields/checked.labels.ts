import { addErrorLabels, type CodesOf } from '@/src/lib/error-words'

const errorWords = addErrorLabels({
  'bik.wrong': { ru: 'БИК состоит из девяти цифр: проверьте их', en: 'A BIK has nine digits: please check them' },
  'corrAccount.wrong': {
    ru: 'Корреспондентский счёт не подходит к БИК: проверьте цифры',
    en: 'The correspondent account does not match the BIK: please check the digits',
  },
  'slug.wrong': {
    ru: 'В адресе только латинские буквы, цифры и дефисы, например kanat-stalnoy-10',
    en: 'An address holds Latin letters, digits and dashes only, such as steel-rope-10',
  },
  'zone.wrong': {
    ru: 'Такого часового пояса нет. Напишите, например, Europe/Moscow',
    en: 'There is no such time zone. Write it like Europe/Moscow',
  },
  'okei.wrong': {
    ru: 'Код по ОКЕИ — три или четыре цифры, например 796',
    en: 'An OKEI code has three or four digits, such as 796',
  },
  'hue.wrong': { ru: 'Тон — целое число от 0 до 359', en: 'The hue is a whole number from 0 to 359' },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
