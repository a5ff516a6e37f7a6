import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

const errorWords = addErrorLabels({
  'contact.roleUnknown': { ru: 'Роли кабинета с кодом {code} нет', en: 'There is no portal role with the code {code}' },
  'contact.closedByHand': {
    ru: 'Доступ закрыт в кабинете сотрудником или администратором клиента. Флажок из 1С его не открывает: это делает человек в кабинете',
    en: 'The access was closed in the portal by a person. The flag from 1C does not open it: a person does',
  },
  'contact.loginClosed': {
    ru: 'Вход с этой почтой закрыт, и человека ведёте не вы. Открыть его может тот, кто за него отвечает, или администратор',
    en: 'The login of this e-mail is closed and the person is not in your care. Whoever answers for them, or an administrator, may open it',
  },
  'contact.emailNeeded': {
    ru: 'Для доступа в кабинет нужна почта контактного лица',
    en: 'Access to the portal needs the contact’s e-mail',
  },
  'contact.roleNeeded': {
    ru: 'Укажите роль в кабинете (portalRole): без неё доступ не открыть',
    en: 'Name the portal role (portalRole): access cannot be opened without it',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
