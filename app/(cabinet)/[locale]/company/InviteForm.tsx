import { say, type Locale } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { Select } from '@/src/ui/form/Select'
import { PhoneInput } from '@/src/ui/form/SpecialInputs'
import { TextInput } from '@/src/ui/form/TextInput'
import { companyPage as words } from './company.labels'
import { invite } from './company.server'

/** Invites somebody to work in the company with one of the roles that one may give. */
export function InviteForm({ roles, locale }: { roles: { id: string; name: string }[]; locale: Locale }) {
  return (
    <ActionForm action={invite.bind(null, locale)} draft="invite">
      <TextInput label={say(words.inviteName, locale)} maxLength={160} name="name" required />
      <TextInput
        help={say(words.inviteHelp, locale)}
        label={say(words.email, locale)}
        maxLength={254}
        name="email"
        required
        type="email"
      />
      <TextInput
        label={say(words.position, locale)}
        maxLength={160}
        name="position"
        optional={say(words.optional, locale)}
      />
      <PhoneInput label={say(words.phone, locale)} name="phone" optional={say(words.optional, locale)} />
      <Select
        label={say(words.role, locale)}
        name="portalRole"
        options={roles.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <div>
        <SubmitButton tone="primary">{say(words.send, locale)}</SubmitButton>
      </div>
    </ActionForm>
  )
}
