import { say } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { TextLink } from '@/src/ui/base/TextLink'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { pageTitle } from '../../../../_page/cabinetPage'
import { authLabels as words } from '../../auth.labels'
import { confirmNewEmail } from '../../auth.server'
import { authPage } from '../../authPage'

export const generateMetadata = pageTitle(words.emailChange.title)

export default authPage({ forGuests: false }, async ({ locale, token, href }) => ({
  title: say(words.emailChange.title, locale),
  lead: say(words.emailChange.lead, locale),
  below: <TextLink href={href('/login')}>{say(words.login.submit, locale)}</TextLink>,
  children: (
    <ActionForm action={confirmNewEmail.bind(null, locale, token)}>
      <SubmitButton tone="primary">{say(words.emailChange.submit, locale)}</SubmitButton>
    </ActionForm>
  ),
}))
