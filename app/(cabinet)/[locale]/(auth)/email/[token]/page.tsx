import { isOwnEmailLink } from '@/collections/people/users/user.credentials.actions'
import { say } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { TextLink } from '@/src/ui/base/TextLink'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { pageTitle } from '../../../../_page/cabinetPage'
import { cabinetRequest } from '../../../../_session/session'
import { authLabels as words } from '../../auth.labels'
import { confirmNewEmail } from '../../auth.server'
import { authPage } from '../../authPage'

export const generateMetadata = pageTitle(words.emailChange.title)

/** Pressed by the person who asked for the new address, signed in; whoever else has the link only has it. */
export default authPage({ forGuests: false }, async ({ locale, token, href }) => {
  const { req } = await cabinetRequest()
  const own = await isOwnEmailLink(req, token)
  return {
    title: say(words.emailChange.title, locale),
    lead: say(own ? words.emailChange.lead : words.emailChange.signIn, locale),
    below: own ? <TextLink href={href('/login')}>{say(words.login.submit, locale)}</TextLink> : null,
    children: own ? (
      <ActionForm action={confirmNewEmail.bind(null, locale, token)}>
        <SubmitButton tone="primary">{say(words.emailChange.submit, locale)}</SubmitButton>
      </ActionForm>
    ) : (
      <TextLink href={href('/login')}>{say(words.login.submit, locale)}</TextLink>
    ),
  }
})
