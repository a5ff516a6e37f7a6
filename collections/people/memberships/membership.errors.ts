import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { defineLabels } from '@/src/lib/i18n'

export const membershipErrorLabels = defineLabels({
  'portalRole.tooMuch': {
    ru: 'В этой роли больше прав, чем у вас. Попросите дать её своего менеджера',
    en: 'This role holds more rights than you have. Ask your manager to give it',
  },
  'membership.self': { ru: 'Свой доступ меняет кто-то другой', en: 'Somebody else has to change your own access' },
  'membership.pending': {
    ru: 'Приглашение ещё не принято. Отправьте его снова',
    en: 'The invitation is not accepted yet. Send it again',
  },
  'membership.inviteOnly': {
    ru: 'Этого человека вы не ведёте. Пригласите его по почте: доступ откроется, когда он согласится',
    en: 'This person is not in your care. Invite them by e-mail: the access opens once they accept',
  },
  'membership.accepted': {
    ru: 'Приглашения уже нет: его приняли или отозвали. Обновите страницу',
    en: 'The invitation is no more: it was accepted or withdrawn. Please reload the page',
  },
  'membership.exists': { ru: 'Этот человек уже работает в компании', en: 'This person works in the company already' },
})

addErrorLabels(membershipErrorLabels)

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof membershipErrorLabels> {}
}
