import { say } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { TextLink } from '@/src/ui/base/TextLink'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { pageTitle } from '../../../../_page/cabinetPage'
import { authLabels as words } from '../../auth.labels'
import { reset } from '../../auth.server'
import { authPage } from '../../authPage'
import { NewPassword } from '../../NewPassword'

export const generateMetadata = pageTitle(words.reset.title)

export default authPage({ forGuests: false }, async ({ locale, token, href }) => ({
  title: say(words.reset.title, locale),
  lead: say(words.reset.lead, locale),
  below: <TextLink href={href('/recover')}>{say(words.recover.submit, locale)}</TextLink>,
  children: (
    <ActionForm action={reset.bind(null, locale, token)}>
      <NewPassword label={words.newPassword} locale={locale} />
      <SubmitButton tone="primary">{say(words.reset.submit, locale)}</SubmitButton>
    </ActionForm>
  ),
}))
