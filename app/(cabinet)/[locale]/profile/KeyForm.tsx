import { KEY_DAYS } from '@/collections/clients/access-keys/access-key.actions'
import { say, type Locale } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { PasswordInput } from '@/src/ui/form/PasswordInput'
import { Select } from '@/src/ui/form/Select'
import { TextInput } from '@/src/ui/form/TextInput'
import { keyWords as words } from './keys.labels'
import { makeKey } from './keys.server'
import { profilePage } from './profile.labels'
import { ToldOnce } from './ToldOnce'

type KeyFormProps = {
  companies: { id: string; name: string }[]
  /** the one in the switcher */ chosen: string | null
  locale: Locale
}

/** What a new key is for and for how long; the key itself is shown under the form, once. */
export function KeyForm({ companies, chosen, locale }: KeyFormProps) {
  const [only] = companies
  return (
    <div className="border-t border-line px-4 pt-4 pb-4 md:px-5 md:pb-5">
      <ActionForm action={makeKey.bind(null, locale)} emptied id="new-key">
        <TextInput
          help={say(words.nameHelp, locale)}
          label={say(words.name, locale)}
          maxLength={60}
          name="name"
          required
        />
        {companies.length > 1 ? (
          <Select
            defaultValue={companies.find(({ id }) => id === chosen)?.id}
            label={say(words.company, locale)}
            name="company"
            options={companies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <input name="company" type="hidden" value={only?.id} />
        )}
        <Select
          label={say(words.may, locale)}
          name="may"
          options={[
            { value: 'read', label: say(words.mayRead, locale) },
            { value: 'act', label: say(words.mayAct, locale) },
          ]}
        />
        <Select
          defaultValue="90"
          label={say(words.term, locale)}
          name="days"
          options={KEY_DAYS.map((days) => ({ value: String(days), label: say(words.days, locale, { days }) }))}
        />
        <PasswordInput
          autoComplete="current-password"
          label={say(profilePage.passwordNow, locale)}
          name="current"
          required
          words={{ show: say(profilePage.show, locale), hide: say(profilePage.hide, locale) }}
        />
        <div>
          <SubmitButton>{say(words.make, locale)}</SubmitButton>
        </div>
        <ToldOnce
          words={{ key: say(words.key, locale), copy: say(words.copy, locale), copied: say(words.copied, locale) }}
        />
      </ActionForm>
    </div>
  )
}
