import { defineLabels } from '@/src/lib/i18n'

/** Letters about an account. `{name}`, `{brand}`, `{company}`, `{author}`, `{email}` are filled in. */
export const personLetterLabels = defineLabels({
  confirm: {
    subject: { ru: 'Подтвердите почту', en: 'Confirm your e-mail' },
    body: {
      ru: 'Осталось подтвердить почту, и кабинет «{brand}» открыт. Ссылка работает трое суток. Если вы не регистрировались, ничего не делайте.',
      en: 'Confirm your e-mail and the portal of {brand} is open. The link works for three days. If you did not register, do nothing.',
    },
    button: { ru: 'Подтвердить почту', en: 'Confirm the e-mail' },
  },
  registered: {
    subject: { ru: 'Вы уже зарегистрированы', en: 'You are registered already' },
    body: {
      ru: '{name}, кто-то, возможно вы, пробовал зарегистрироваться в кабинете «{brand}» с этой почтой. Кабинет у вас уже есть: войдите, а если забыли пароль, задайте новый.',
      en: '{name}, somebody, perhaps you, tried to register at the portal of {brand} with this e-mail. You have an account already: sign in, or set a new password if you have forgotten it.',
    },
    button: { ru: 'Войти', en: 'Sign in' },
  },
  recover: {
    subject: { ru: 'Новый пароль', en: 'A new password' },
    body: {
      ru: '{name}, чтобы задать новый пароль, откройте ссылку. Она работает час и только один раз. Если вы об этом не просили, ничего не делайте: прежний пароль остаётся.',
      en: '{name}, open the link to set a new password. It works for an hour and only once. If you did not ask for it, do nothing: your password stays.',
    },
    button: { ru: 'Задать пароль', en: 'Set a password' },
  },
  invite: {
    subject: { ru: 'Вас приглашают в кабинет «{brand}»', en: 'An invitation to the portal of {brand}' },
    body: {
      ru: '{author} открывает вам доступ к кабинету компании «{company}»: заказы, документы и расчёты в одном месте. Ссылка работает трое суток.',
      en: '{author} gives you access to the portal for {company}: orders, documents and settlements in one place. The link works for three days.',
    },
    button: { ru: 'Принять приглашение', en: 'Accept the invitation' },
  },
  staffInvite: {
    subject: { ru: 'Вас приглашают работать в «{brand}»', en: 'An invitation to work at {brand}' },
    body: {
      ru: '{name}, {author} открывает вам панель портала «{brand}». Задайте пароль и входите. Ссылка работает трое суток.',
      en: '{name}, {author} opens the panel of the portal of {brand} for you. Set a password and sign in. The link works for three days.',
    },
    button: { ru: 'Задать пароль', en: 'Set a password' },
  },
  email: {
    subject: { ru: 'Подтвердите новую почту', en: 'Confirm your new e-mail' },
    body: {
      ru: 'Подтвердите этот адрес, и входить в кабинет «{brand}» вы будете с ним. Ссылка работает сутки в браузере, где вы вошли. Если вы не меняли почту, ничего не делайте.',
      en: 'Confirm this address, and you will sign in to the portal of {brand} with it. The link works for a day, in the browser where you are signed in. If you did not change your e-mail, do nothing.',
    },
    button: { ru: 'Подтвердить адрес', en: 'Confirm the address' },
  },
  emailChanged: {
    subject: { ru: 'Почта для входа меняется', en: 'Your sign-in e-mail is changing' },
    body: {
      ru: '{name}, для входа в «{brand}» назначают новый адрес: {email}. Если это не вы, сразу смените пароль.',
      en: '{name}, a new address is being set for signing in to {brand}: {email}. If it was not you, change your password at once.',
    },
    button: { ru: 'Сменить пароль', en: 'Change the password' },
  },
  passwordChanged: {
    subject: { ru: 'Пароль изменён', en: 'Your password was changed' },
    body: {
      ru: '{name}, пароль для входа в «{brand}» изменён, на других устройствах нужно войти заново. Если это не вы, задайте новый пароль и сразу сообщите нам.',
      en: '{name}, the password for signing in to {brand} was changed; other devices have to sign in again. If it was not you, set a new one and let us know at once.',
    },
    button: { ru: 'Задать новый пароль', en: 'Set a new password' },
  },
})

export type PersonLetterKind = keyof typeof personLetterLabels
