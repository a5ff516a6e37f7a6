import type { ServerProps } from 'payload'
import { staffLabels } from '@/collections/people/staff/staff.labels'
import { say } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { peopleLabels, personLabels } from './people.labels'
import { PanelForm } from '../lib/PanelForm'
import { ChoiceBox } from '../lib/ChoiceBox'
import { panelLocale } from '../lib/panelLocale'
import { TextBox } from '../lib/TextBox'

const words = personLabels
const invitation = peopleLabels

/** Above the list of employees: an administrator invites one by a letter, without making up a password. */
export function InviteStaff({ i18n, user }: ServerProps) {
  if (user?.collection !== 'staff' || user.role !== 'admin') return null
  const locale = panelLocale(i18n.language)
  const roles = Object.entries(staffLabels.options.role).map(([id, label]) => ({ id, name: say(label, locale) }))
  return (
    <PanelForm
      action="staff.invite"
      className="kb-invite"
      formClassName="kb-sheet"
      tone="main"
      words={{
        open: say(words.invite, locale),
        send: say(invitation.send, locale),
        sent: invitation.sent[locale],
        back: say(invitation.back, locale),
        failed: say(adminLabels.failed, locale),
      }}
    >
      <TextBox label={say(staffLabels.fields.name, locale)} name="name" required />
      <TextBox label={say(invitation.email, locale)} name="email" required type="email" />
      <ChoiceBox choices={roles} chosen="manager" label={say(words.role, locale)} name="role" />
      <p className="kb-muted kb-small">{say(words.inviteNote, locale)}</p>
    </PanelForm>
  )
}
