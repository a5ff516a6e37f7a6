import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

const errorWords = addErrorLabels({
  'front.unknownName': {
    ru: 'Такого параметра нет: {field}{like, select, none {} other {. Возможно, это {like}}}',
    en: 'There is no parameter {field}{like, select, none {} other {. Did you mean {like}?}}',
  },
  'front.wrongValue': {
    ru: 'Значение параметра {field} не подходит',
    en: 'The value of {field} does not fit',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
