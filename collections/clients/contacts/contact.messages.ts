import { addErrorLabels } from '@/src/lib/error-labels'
import { defineLabels } from '@/src/lib/i18n'

/** What contacts are told. */
export const contactMessages = defineLabels({
  invitation: {
    subject: { ru: 'Для вас открыт личный кабинет «{brand}»', en: 'Your access to the {brand} portal is open' },
    body: {
      ru: 'Здравствуйте, {name}. Компания {company} открыла вам доступ: в кабинете видны заказы, документы и расчёты. Задайте пароль по ссылке, она действует {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}.',
      en: 'Hello {name}. {company} has given you access: orders, documents and settlements are in the portal. Set a password by the link, it works for {days, plural, one {# day} other {# days}}.',
    },
    button: { ru: 'Задать пароль', en: 'Set a password' },
  },
})

addErrorLabels({
  'contact.roleUnknown': { ru: 'Роли кабинета с кодом {code} нет', en: 'There is no portal role with the code {code}' },
  'contact.emailNeeded': { ru: 'Для доступа в кабинет нужна почта контактного лица', en: 'Access to the portal needs the contact’s e-mail' },
  'contact.roleNeeded': { ru: 'Укажите роль в кабинете (portalRole): без неё доступ не открыть', en: 'Name the portal role (portalRole): access cannot be opened without it' },
})
