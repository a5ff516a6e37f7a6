import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

/** What may be wrong with an answer to a form besides its fields. */
const errorWords = addErrorLabels({
  'form.noCompany': {
    ru: 'Файлы прикладывают от имени компании: выберите её вверху страницы',
    en: 'Files are attached for a company: please choose it at the top of the page',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
