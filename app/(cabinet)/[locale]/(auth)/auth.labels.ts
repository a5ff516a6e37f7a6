import { defineLabels } from '@/src/lib/i18n'

/** Every word of the pages for signing in, registering and recovering. */
export const authLabels = defineLabels({
  email: { ru: 'Почта', en: 'E-mail' },
  password: { ru: 'Пароль', en: 'Password' },
  newPassword: { ru: 'Новый пароль', en: 'New password' },
  passwordHelp: {
    ru: 'Не короче 10 знаков. Хорошо подходят три-четыре слова подряд',
    en: 'At least 10 characters. Three or four words in a row do well',
  },
  show: { ru: 'Показать пароль', en: 'Show the password' },
  hide: { ru: 'Скрыть пароль', en: 'Hide the password' },
  optional: { ru: 'не обязательно', en: 'optional' },
  login: {
    title: { ru: 'Вход', en: 'Sign in' },
    submit: { ru: 'Войти', en: 'Sign in' },
    forgot: { ru: 'Забыли пароль?', en: 'Forgot your password?' },
    noAccount: { ru: 'Ещё нет кабинета?', en: 'No account yet?' },
    register: { ru: 'Зарегистрируйтесь', en: 'Register' },
  },
  register: {
    title: { ru: 'Регистрация', en: 'Registration' },
    lead: { ru: 'Пришлём на почту ссылку, чтобы её подтвердить', en: 'We will send a link to confirm your e-mail' },
    name: { ru: 'Имя и фамилия', en: 'Your name' },
    phone: { ru: 'Телефон', en: 'Phone' },
    company: { ru: 'Компания', en: 'Company' },
    inn: { ru: 'ИНН', en: 'INN (taxpayer number)' },
    submit: { ru: 'Зарегистрироваться', en: 'Register' },
    done: {
      ru: 'Мы отправили письмо на {email}. Откройте ссылку из него, и кабинет заработает.',
      en: 'We have sent a letter to {email}. Open its link and your portal is ready.',
    },
    closed: { ru: 'Доступ в кабинет открывает ваш менеджер', en: 'Your manager gives access to the portal' },
    haveAccount: { ru: 'Уже есть кабинет?', en: 'Have an account?' },
  },
  recover: {
    title: { ru: 'Новый пароль', en: 'A new password' },
    lead: {
      ru: 'Укажите почту, с которой входите. Пришлём ссылку',
      en: 'Enter the e-mail you sign in with. We will send a link',
    },
    submit: { ru: 'Прислать ссылку', en: 'Send the link' },
    done: {
      ru: 'Если кабинет с такой почтой есть, письмо уже в пути. Ссылка работает час.',
      en: 'If there is an account with this e-mail, the letter is on its way. The link works for an hour.',
    },
    back: { ru: 'Вернуться ко входу', en: 'Back to signing in' },
  },
  reset: {
    title: { ru: 'Задайте пароль', en: 'Set a password' },
    lead: { ru: 'На других устройствах нужно будет войти заново', en: 'Other devices will have to sign in again' },
    submit: { ru: 'Сохранить и войти', en: 'Save and sign in' },
  },
  confirm: {
    title: { ru: 'Подтверждение почты', en: 'Confirm your e-mail' },
    lead: { ru: 'Остался один шаг', en: 'One step left' },
    leadAsks: {
      ru: 'Почта {email} ваша. Осталось представиться и придумать пароль: в этом браузере вы ещё не регистрировались',
      en: '{email} is yours. Tell us who you are and choose a password: you have not registered in this browser yet',
    },
    deadTitle: { ru: 'Ссылка не работает', en: 'The link does not work' },
    dead: {
      ru: 'Она уже использована или устарела. Войдите или зарегистрируйтесь ещё раз',
      en: 'It was used already or is too old. Sign in or register again',
    },
    submit: { ru: 'Подтвердить и войти', en: 'Confirm and sign in' },
  },
  invite: {
    title: { ru: 'Приглашение', en: 'Invitation' },
    lead: {
      ru: 'Вас ждут в кабинете компании «{company}». Входить будете с почтой {email}',
      en: 'You are invited to the portal of {company}. You will sign in with {email}',
    },
    submit: { ru: 'Принять и войти', en: 'Accept and sign in' },
    deadTitle: { ru: 'Ссылка не работает', en: 'The link does not work' },
    dead: {
      ru: 'Она уже использована или устарела. Попросите пригласить вас снова',
      en: 'It was used already or is too old. Ask to be invited again',
    },
  },
  emailChange: {
    title: { ru: 'Новая почта', en: 'Your new e-mail' },
    lead: { ru: 'После подтверждения входите с новым адресом', en: 'Once confirmed, sign in with the new address' },
    submit: { ru: 'Подтвердить адрес', en: 'Confirm the address' },
    signIn: {
      ru: 'Сначала войдите с нынешней почтой в этом браузере, потом откройте ссылку ещё раз',
      en: 'Sign in with your present address in this browser first, then open the link again',
    },
    done: { ru: 'Готово. Теперь вы входите с почтой {email}', en: 'Done. You now sign in with {email}' },
  },
})
