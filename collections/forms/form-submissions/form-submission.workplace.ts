import { defineWorkplace } from '@/src/mechanisms/panel/defineWorkplace'

/** What people sent, a table for each form; of it everybody sees what access lets them read. */
export const answersWorkplace = defineWorkplace({
  key: 'answers',
  label: { ru: 'Ответы форм', en: 'Form answers' },
  path: '/workplace/answers',
  view: '/src/admin/answers/AnswersWorkplace#AnswersWorkplace',
  roles: ['manager', 'head', 'editor', 'admin'],
  order: 70,
})

/** The table of one form; of answers whose form is no more, `null`. */
export const answersPage = (form: string | null): string => `/admin${answersWorkplace.path}?form=${form ?? NO_FORM}`

/** What the address says of answers whose form was deleted. */
export const NO_FORM = 'none'
