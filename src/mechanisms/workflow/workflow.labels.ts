import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

/** Words for why a record cannot be moved; the second of two who press reads what the first has done. */
const errorWords = addErrorLabels({
  'workflow.notFrom': {
    ru: 'Пока вы смотрели, состояние изменилось: теперь «{state}»{by, select, none {} other { ({by})}}. Обновите страницу',
    en: 'This has changed while you were looking: it is “{state}” now{by, select, none {} other { ({by})}}. Please reload the page',
  },
  'workflow.notInitial': {
    ru: 'Новая запись не может сразу быть в состоянии «{state}»',
    en: 'A new record cannot begin as “{state}”',
  },
  'workflow.notBy': {
    ru: 'Это состояние меняет кто-то другой: для вашей роли такого шага нет',
    en: 'Somebody else makes this step: your role does not have it',
  },
  'workflow.unknown': {
    ru: 'Такого шага больше нет. Обновите страницу',
    en: 'There is no such step any more. Please reload the page',
  },
  'workflow.asksFirst': {
    ru: '{question} Ответьте на это в самой записи',
    en: '{question} Please answer this at the record itself',
  },
  'workflow.commentNeeded': { ru: 'Напишите, почему', en: 'Please say why' },
  'workflow.filesNeeded': { ru: 'Приложите файл', en: 'Please attach a file' },
  'workflow.filesNotTaken': { ru: 'К этому шагу файлы не прикладывают', en: 'This step takes no files' },
  'workflow.signatureNeeded': { ru: 'Без подписи этот шаг не сделать', en: 'This step needs a signature' },
  'workflow.signatureUnknown': {
    ru: 'Подписать здесь пока нельзя: этот способ подписи не подключён. Спросите менеджера',
    en: 'This cannot be signed here yet: this way to sign is not connected. Please ask your manager',
  },
  'workflow.noWay': {
    ru: 'Из состояния «{from}» записи не переходят в «{to}»: состояние осталось прежним, остальное принято',
    en: 'A record does not go from “{from}” to “{to}”: its state stays as it was, the rest is taken',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
