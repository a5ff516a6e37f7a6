import type { ServerProps } from 'payload'
import { staffLabels } from '@/collections/people/staff/staff.labels'
import { say } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { panelLocale } from '../lib/panelLocale'
import { InviteStaffForm } from './InviteStaffForm'

const words = adminLabels.person

/** Above the list of employees: an administrator invites one by a letter, without making up a password. */
export function InviteStaff({ i18n, user }: ServerProps) {
  if (user?.collection !== 'staff' || user.role !== 'admin') return null
  const locale = panelLocale(i18n.language)
  return (
    <InviteStaffForm
      roles={Object.entries(staffLabels.options.role).map(([id, label]) => ({ id, name: say(label, locale) }))}
      words={{
        invite: say(words.invite, locale), note: say(words.inviteNote, locale), name: say(staffLabels.fields.name, locale), email: say(adminLabels.people.email, locale),
        role: say(words.role, locale), send: say(adminLabels.people.send, locale), sent: adminLabels.people.sent[locale], back: say(adminLabels.people.back, locale),
        failed: say(adminLabels.failed, locale),
      }}
    />
  )
}
