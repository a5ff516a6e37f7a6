import { confirmationOf } from '@/collections/people/users/user.registration.actions'
import { say } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { TextLink } from '@/src/ui/base/TextLink'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { pageTitle } from '../../../../_page/cabinetPage'
import { cabinetRequest } from '../../../../_session/session'
import { authLabels as words } from '../../auth.labels'
import { confirm } from '../../auth.server'
import { authPage } from '../../authPage'
import { NewPassword } from '../../NewPassword'
import { NameAndPhone, OwnCompanyFields } from '../../OwnFields'

export const generateMetadata = pageTitle(words.confirm.title)

/**
 * The link only opens this page: programs that look into letters follow links, but press no buttons. It proves the
 * address; in another browser than the one that registered the person says here who they are.
 */
export default authPage({ forGuests: false }, async ({ locale, token, href }) => {
  const { req } = await cabinetRequest()
  const waiting = await confirmationOf(req, token)
  if (!waiting) {
    return {
      title: say(words.confirm.deadTitle, locale),
      lead: say(words.confirm.dead, locale),
      below: <TextLink href={href('/register')}>{say(words.register.submit, locale)}</TextLink>,
      children: <TextLink href={href('/login')}>{say(words.login.submit, locale)}</TextLink>,
    }
  }
  return {
    title: say(words.confirm.title, locale),
    lead: say(waiting.asks ? words.confirm.leadAsks : words.confirm.lead, locale, { email: waiting.email }),
    children: (
      <ActionForm action={confirm.bind(null, locale, token)}>
        {waiting.asks ? (
          <>
            <NameAndPhone locale={locale} />
            <OwnCompanyFields locale={locale} />
            <NewPassword locale={locale} />
          </>
        ) : null}
        <SubmitButton tone="primary">{say(words.confirm.submit, locale)}</SubmitButton>
      </ActionForm>
    ),
  }
})
