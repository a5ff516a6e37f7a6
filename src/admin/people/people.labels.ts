import { defineLabels } from '@/src/lib/i18n'

/** A client’s people. */
export const peopleLabels = defineLabels({
  title: { ru: 'Люди клиента в кабинете', en: 'The client’s people in the portal' },
  name: { ru: 'Имя', en: 'Name' },
  role: { ru: 'Роль в кабинете', en: 'Portal role' },
  state: { ru: 'Доступ', en: 'Access' },
  lastSeen: { ru: 'Последний вход', en: 'Last sign-in' },
  states: {
    open: { ru: 'открыт', en: 'open' },
    closed: { ru: 'закрыт', en: 'closed' },
    invited: { ru: 'приглашение отправлено', en: 'invited' },
  },
  none: {
    ru: 'В кабинет ещё никто не входит. Пригласите первого человека.',
    en: 'Nobody enters the portal yet. Invite the first person.',
  },
  invite: { ru: 'Пригласить человека', en: 'Invite a person' },
  email: { ru: 'Почта', en: 'E-mail' },
  phone: { ru: 'Телефон, если известен', en: 'Phone, if known' },
  position: { ru: 'Должность, если известна', en: 'Position, if known' },
  send: { ru: 'Отправить приглашение', en: 'Send the invitation' },
  sent: {
    ru: 'Приглашение отправлено на {email}. Ссылка работает трое суток.',
    en: 'The invitation is on its way to {email}. The link works for three days.',
  },
  again: { ru: 'Пригласить ещё раз', en: 'Invite again' },
  againSent: { ru: 'Отправили новую ссылку, прежняя не работает', en: 'A new link is sent, the old one is dead' },
  withdraw: { ru: 'Отозвать приглашение', en: 'Withdraw the invitation' },
  close: { ru: 'Закрыть доступ', en: 'Close access' },
  open: { ru: 'Открыть доступ', en: 'Open access' },
  endSessions: { ru: 'Завершить входы', en: 'Sign out' },
  ended: { ru: 'Входы на всех устройствах завершены', en: 'Signed out on all devices' },
  changed: { ru: 'Записано', en: 'Saved' },
  back: { ru: 'Не приглашать', en: 'Do not invite' },
  payers: { ru: 'Контрагенты', en: 'Contractors' },
  addPayer: { ru: 'Добавить', en: 'Add' },
  noPayers: {
    ru: 'Контрагентов нет: они приходят из 1С, или добавьте сами.',
    en: 'No contractors: they come from 1C, or add one.',
  },
})

/** A person’s record: sessions, invitations. */
export const personLabels = defineLabels({
  sessions: { ru: 'Где открыт вход', en: 'Where they are signed in' },
  here: { ru: 'вы здесь', en: 'this is you' },
  noSessions: { ru: 'Сейчас открытых входов нет.', en: 'Not signed in anywhere.' },
  invite: { ru: 'Пригласить сотрудника', en: 'Invite an employee' },
  inviteNote: {
    ru: 'Пришлём ссылку, по которой сотрудник сам задаст пароль.',
    en: 'We send a link by which the employee sets a password.',
  },
  role: { ru: 'Роль', en: 'Role' },
  again: { ru: 'Отправить ссылку для пароля', en: 'Send a password link' },
  againSent: { ru: 'Ссылка отправлена. Она работает трое суток.', en: 'The link is sent. It works for three days.' },
  never: { ru: 'Пароль ещё не задан: приглашение не принято.', en: 'No password yet: the invitation is not accepted.' },
  withdraw: { ru: 'Отозвать приглашение', en: 'Withdraw the invitation' },
  withdrawn: {
    ru: 'Приглашение отозвано, ссылка больше не работает',
    en: 'The invitation is withdrawn, its link is dead',
  },
  companies: {
    ru: 'Людей клиента приглашают из его карточки, раздел «Клиенты».',
    en: 'People of a client are invited from the client’s page, under “Clients”.',
  },
  toClients: { ru: 'К клиентам', en: 'To the clients' },
})

/** What a person of the cabinet is told in the panel. */
export const visitorLabels = defineLabels({
  title: { ru: 'Это панель сотрудников', en: 'This is the employees’ panel' },
  text: {
    ru: 'В этом браузере открыт кабинет клиента: {name}. Вход в панель его закроет.',
    en: 'The client portal is open in this browser: {name}. Signing in to the panel closes it.',
  },
  back: { ru: 'Вернуться в кабинет', en: 'Back to the portal' },
  leave: { ru: 'Выйти и войти как сотрудник', en: 'Sign out and sign in as an employee' },
})
