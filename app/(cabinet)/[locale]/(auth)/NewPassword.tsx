import { say, type Locale } from '@/src/lib/i18n'
import { PasswordInput } from '@/src/ui/form/PasswordInput'
import { authLabels as words } from './auth.labels'

/** A password that is being made. */
export function NewPassword({
  locale,
  label = words.password,
}: {
  locale: Locale
  label?: typeof words.password | typeof words.newPassword
}) {
  return (
    <PasswordInput
      autoComplete="new-password"
      help={say(words.passwordHelp, locale)}
      label={say(label, locale)}
      name="password"
      required
      words={{ show: say(words.show, locale), hide: say(words.hide, locale) }}
    />
  )
}
