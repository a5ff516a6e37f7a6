import { invitationOf } from '@/collections/people/memberships/membership.invitation.actions'
import { say } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { TextLink } from '@/src/ui/base/TextLink'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { TextInput } from '@/src/ui/form/TextInput'
import { pageTitle } from '../../../../_page/cabinetPage'
import { cabinetRequest } from '../../../../_session/session'
import { authLabels as words } from '../../auth.labels'
import { acceptInvite } from '../../auth.server'
import { authPage } from '../../authPage'
import { NewPassword } from '../../NewPassword'

export const generateMetadata = pageTitle(words.invite.title)

export default authPage({ forGuests: false }, async ({ locale, token, href }) => {
  const { req } = await cabinetRequest()
  const invitation = await invitationOf(req, token)
  if (!invitation) {
    return {
      title: say(words.invite.deadTitle, locale),
      lead: say(words.invite.dead, locale),
      children: <TextLink href={href('/login')}>{say(words.login.submit, locale)}</TextLink>,
    }
  }
  return {
    title: say(words.invite.title, locale),
    lead: say(words.invite.lead, locale, { company: invitation.company, email: invitation.email }),
    children: (
      <ActionForm action={acceptInvite.bind(null, locale, token)}>
        {invitation.needsPassword ? (
          <>
            <TextInput
              autoComplete="name"
              defaultValue={invitation.name}
              label={say(words.register.name, locale)}
              maxLength={160}
              name="name"
              required
            />
            <NewPassword locale={locale} />
          </>
        ) : null}
        <SubmitButton tone="primary">{say(words.invite.submit, locale)}</SubmitButton>
      </ActionForm>
    ),
  }
})
