import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { defineLabels } from '@/src/lib/i18n'

export const sessionErrorLabels = defineLabels({
  'auth.closed': {
    ru: '{reader, select, staff {Ваш вход закрыт. Открыть его снова может администратор портала} other {Доступ закрыт. Напишите своему менеджеру, он откроет его снова}}',
    en: '{reader, select, staff {Your sign-in is closed. An administrator of the portal can open it again} other {Your access is closed. Ask your manager to open it again}}',
  },
  'auth.unconfirmed': {
    ru: 'Почта ещё не подтверждена. Мы отправили ссылку ещё раз, откройте её',
    en: 'Your e-mail is not confirmed yet. We have sent the link again, please open it',
  },
  'auth.passwordWrong': { ru: 'Текущий пароль не подходит', en: 'The current password is wrong' },
  'auth.passwordNeeded': { ru: 'Введите текущий пароль', en: 'Enter your current password' },
  'link.dead': {
    ru: 'Ссылка уже использована или устарела. Запросите новую',
    en: 'The link was used already or is too old. Please ask for a new one',
  },
  'link.signIn': {
    ru: 'Войдите с нынешней почтой в этом браузере и откройте ссылку ещё раз',
    en: 'Sign in with your present address in this browser and open the link again',
  },
  'password.short': {
    ru: 'Короткий пароль: нужно не меньше {min, number} знаков',
    en: 'The password is short: at least {min, number} characters are needed',
  },
  'password.long': {
    ru: 'Длинный пароль: не больше {max, number} знаков',
    en: 'The password is long: at most {max, number} characters',
  },
  'password.common': {
    ru: 'Такой пароль подбирают первым. Придумайте другой',
    en: 'This password is among the first to be guessed. Please choose another',
  },
  'registration.closed': {
    ru: 'Регистрация закрыта. Доступ открывает ваш менеджер',
    en: 'Registration is closed. Your manager gives access',
  },
  'email.taken': { ru: 'Этот адрес занят', en: 'This address is taken' },
  'rate.limited': {
    ru: 'Слишком много попыток. Попробуйте через {wait}',
    en: 'Too many attempts. Try again in {wait}',
  },
})

addErrorLabels(sessionErrorLabels)

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof sessionErrorLabels> {}
}
