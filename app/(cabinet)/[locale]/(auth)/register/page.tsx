import { isRegistrationOpen } from '@/src/mechanisms/portal/portalSettings'
import { say } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { TextLink } from '@/src/ui/base/TextLink'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { TextInput } from '@/src/ui/form/TextInput'
import { pageTitle } from '../../../_page/cabinetPage'
import { cabinetRequest } from '../../../_session/session'
import { authLabels as words } from '../auth.labels'
import { registerPerson } from '../auth.server'
import { authPage } from '../authPage'
import { NewPassword } from '../NewPassword'
import { NameAndPhone, OwnCompanyFields } from '../OwnFields'

export const generateMetadata = pageTitle(words.register.title)

export default authPage({ forGuests: true }, async ({ locale, href }) => {
  const { req } = await cabinetRequest()
  const open = await isRegistrationOpen(req)
  const below = (
    <>
      {say(words.register.haveAccount, locale)}{' '}
      <TextLink href={href('/login')}>{say(words.login.submit, locale)}</TextLink>
    </>
  )
  if (!open)
    return { title: say(words.register.title, locale), lead: say(words.register.closed, locale), below, children: null }
  return {
    title: say(words.register.title, locale),
    lead: say(words.register.lead, locale),
    below,
    children: (
      <ActionForm action={registerPerson.bind(null, locale)} draft="register">
        <NameAndPhone locale={locale} />
        <TextInput
          autoComplete="email"
          label={say(words.email, locale)}
          maxLength={254}
          name="email"
          required
          type="email"
        />
        <OwnCompanyFields locale={locale} />
        <NewPassword locale={locale} />
        <SubmitButton tone="primary">{say(words.register.submit, locale)}</SubmitButton>
      </ActionForm>
    ),
  }
})
