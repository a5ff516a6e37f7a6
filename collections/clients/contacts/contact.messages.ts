import { addErrorLabels } from '@/src/lib/error-labels'

addErrorLabels({
  'contact.roleUnknown': { ru: 'Роли кабинета с кодом {code} нет', en: 'There is no portal role with the code {code}' },
  'contact.emailNeeded': { ru: 'Для доступа в кабинет нужна почта контактного лица', en: 'Access to the portal needs the contact’s e-mail' },
  'contact.roleNeeded': { ru: 'Укажите роль в кабинете (portalRole): без неё доступ не открыть', en: 'Name the portal role (portalRole): access cannot be opened without it' },
})
