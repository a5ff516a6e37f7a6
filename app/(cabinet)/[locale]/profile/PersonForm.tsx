import type { OwnProfile } from '@/collections/people/users/user.queries'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { Checkbox } from '@/src/ui/form/Checkbox'
import { formatPhone } from '@/src/lib/formatPhone'
import { Select } from '@/src/ui/form/Select'
import { PhoneInput } from '@/src/ui/form/SpecialInputs'
import { TextInput } from '@/src/ui/form/TextInput'
import { profilePage as words } from './profile.labels'
import { saveProfile } from './profile.server'

/** What a person says of themselves, and how the portal speaks to them. */
export function PersonForm({ profile, locale }: { profile: OwnProfile; locale: Locale }) {
  const zones: Record<string, Text> = words.zones
  const known = Object.hasOwn(zones, profile.timezone) ? [] : [{ value: profile.timezone, label: profile.timezone }]
  return (
    <ActionForm action={saveProfile.bind(null, locale)} id="person">
      <TextInput
        autoComplete="name"
        defaultValue={profile.name}
        label={say(words.name, locale)}
        maxLength={160}
        name="name"
        required
      />
      <PhoneInput
        defaultValue={profile.phone ? formatPhone(profile.phone) : ''}
        label={say(words.phone, locale)}
        name="phone"
      />
      <Select
        defaultValue={profile.locale}
        label={say(words.language, locale)}
        name="language"
        options={[
          { value: 'ru', label: 'Русский' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Select
        defaultValue={profile.timezone}
        label={say(words.zone, locale)}
        name="timezone"
        options={[...known, ...Object.entries(zones).map(([value, text]) => ({ value, label: say(text, locale) }))]}
      />
      <Checkbox
        defaultChecked={profile.mailNotifications}
        label={say(words.letters, locale)}
        name="mailNotifications"
      />
      <div>
        <SubmitButton tone="primary">{say(words.save, locale)}</SubmitButton>
      </div>
    </ActionForm>
  )
}
