import { authLabels } from '../(auth)/auth.labels'
import { say, type Locale } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { PasswordInput } from '@/src/ui/form/PasswordInput'
import { TextInput } from '@/src/ui/form/TextInput'
import { profilePage as words } from './profile.labels'
import { saveEmail, savePassword } from './profile.server'

/** Changing what one signs in with; each asks for the present password. */
export function Credentials({ email, locale }: { email: string; locale: Locale }) {
  const looking = { show: say(words.show, locale), hide: say(words.hide, locale) }
  const present = (
    <PasswordInput
      autoComplete="current-password"
      label={say(words.passwordNow, locale)}
      name="current"
      required
      words={looking}
    />
  )
  return (
    <>
      <Sheet padded title={say(words.password, locale)}>
        <ActionForm action={savePassword.bind(null, locale)} id="password">
          {present}
          <PasswordInput
            autoComplete="new-password"
            help={say(authLabels.passwordHelp, locale)}
            label={say(words.passwordNew, locale)}
            name="password"
            required
            words={looking}
          />
          <div>
            <SubmitButton>{say(words.passwordChange, locale)}</SubmitButton>
          </div>
        </ActionForm>
      </Sheet>
      <Sheet padded sub={say(words.emailNow, locale, { email })} title={say(words.email, locale)}>
        <ActionForm action={saveEmail.bind(null, locale)} id="email">
          <TextInput
            autoComplete="email"
            label={say(words.emailNew, locale)}
            maxLength={254}
            name="email"
            required
            type="email"
          />
          {present}
          <div>
            <SubmitButton>{say(words.emailChange, locale)}</SubmitButton>
          </div>
        </ActionForm>
      </Sheet>
    </>
  )
}
