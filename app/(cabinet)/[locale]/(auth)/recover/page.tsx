import { say } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { TextLink } from '@/src/ui/base/TextLink'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { TextInput } from '@/src/ui/form/TextInput'
import { pageTitle } from '../../../_page/cabinetPage'
import { authLabels as words } from '../auth.labels'
import { requestPasswordReset } from '../auth.server'
import { authPage } from '../authPage'

export const generateMetadata = pageTitle(words.recover.title)

export default authPage({ forGuests: false }, async ({ locale, href }) => ({
  title: say(words.recover.title, locale),
  lead: say(words.recover.lead, locale),
  below: <TextLink href={href('/login')}>{say(words.recover.back, locale)}</TextLink>,
  children: (
    <ActionForm action={requestPasswordReset.bind(null, locale)}>
      <TextInput
        autoComplete="username"
        autoFocus
        label={say(words.email, locale)}
        name="email"
        required
        type="email"
      />
      <SubmitButton tone="primary">{say(words.recover.submit, locale)}</SubmitButton>
    </ActionForm>
  ),
}))
