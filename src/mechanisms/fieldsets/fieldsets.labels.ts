import { addErrorLabels, type CodesOf } from '@/src/lib/error-words'
import { defineLabels } from '@/src/lib/i18n'

/** Words of fields that every set has. */
export const fieldWords = defineLabels({
  label: { ru: 'Подпись', en: 'Label' },
  required: { ru: 'Обязательно', en: 'Required' },
  yes: { ru: 'Да', en: 'Yes' },
  no: { ru: 'Нет', en: 'No' },
  from: { ru: 'С', en: 'From' },
  to: { ru: 'По', en: 'To' },
  bik: { ru: 'БИК', en: 'BIK' },
  account: { ru: 'Расчётный счёт', en: 'Account' },
  total: { ru: 'Итого', en: 'Total' },
})

const errorWords = addErrorLabels({
  'choice.wrong': { ru: 'Выберите из списка', en: 'Please choose from the list' },
  'form.consent': { ru: 'Отметьте, чтобы отправить', en: 'Please tick to send' },
  'snils.wrong': { ru: 'В СНИЛС ошибка: проверьте цифры', en: 'The SNILS has an error: please check the digits' },
  'period.backwards': {
    ru: 'Конец периода раньше его начала',
    en: 'The period ends before it begins',
  },
  'rows.tooFew': {
    ru: 'Заполните не меньше {min, plural, one {# строки} other {# строк}}',
    en: 'Please fill in at least {min, plural, one {# row} other {# rows}}',
  },
  'rows.tooMany': {
    ru: 'Не больше {max, plural, one {# строки} other {# строк}}',
    en: 'At most {max, plural, one {# row} other {# rows}}',
  },
  'files.required': { ru: 'Приложите файл', en: 'Please attach a file' },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
