import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

/** Words for what can be wrong with the rows that somebody has chosen. */
const errorWords = addErrorLabels({
  'list.tooMany': {
    ru: 'За один раз можно взять не больше {most, plural, one {# строки} other {# строк}}. Отметьте меньше или сузьте отбор',
    en: 'At most {most, plural, one {# row} other {# rows}} can be taken at once. Choose fewer or narrow the filter',
  },
  'list.notGiven': { ru: 'Заполните: {field}', en: 'Please fill in: {field}' },
  'list.nothingChosen': { ru: 'Отметьте хотя бы одну строку', en: 'Please choose at least one row' },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
