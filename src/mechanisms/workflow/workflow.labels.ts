import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

/** Words for why a record cannot be moved; the second of two who press reads what the first has done. */
const errorWords = addErrorLabels({
  'workflow.notFrom': {
    ru: 'Пока вы смотрели, состояние изменилось: теперь «{state}»{by, select, none {} other { ({by})}}. Обновите страницу',
    en: 'This has changed while you were looking: it is “{state}” now{by, select, none {} other { ({by})}}. Please reload the page',
  },
  'workflow.notInitial': { ru: 'Новая запись не может сразу быть в состоянии «{state}»', en: 'A new record cannot begin as “{state}”' },
  'workflow.notBy': { ru: 'Это состояние меняет кто-то другой: для вашей роли такого шага нет', en: 'Somebody else makes this step: your role does not have it' },
  'workflow.unknown': { ru: 'Такого шага больше нет. Обновите страницу', en: 'There is no such step any more. Please reload the page' },
  'workflow.commentNeeded': { ru: 'Напишите, почему', en: 'Please say why' },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
