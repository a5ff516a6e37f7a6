import { isRegistrationOpen } from '@/src/mechanisms/portal/portalSettings'
import { say } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { TextLink } from '@/src/ui/base/TextLink'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { PasswordInput } from '@/src/ui/form/PasswordInput'
import { TextInput } from '@/src/ui/form/TextInput'
import { pageTitle } from '../../../_page/cabinetPage'
import { firstParam } from '../../../_page/firstParam'
import { safeNext } from '../../../_session/next-path'
import { cabinetRequest } from '../../../_session/session'
import { authLabels as words } from '../auth.labels'
import { submitSignIn } from '../auth.server'
import { authPage } from '../authPage'

export const generateMetadata = pageTitle(words.login.title)

export default authPage({ forGuests: true }, async ({ locale, search, href }) => {
  const { req } = await cabinetRequest()
  return {
    title: say(words.login.title, locale),
    below: (await isRegistrationOpen(req)) ? (
      <>
        {say(words.login.noAccount, locale)}{' '}
        <TextLink href={href('/register')}>{say(words.login.register, locale)}</TextLink>
      </>
    ) : (
      say(words.register.closed, locale)
    ),
    children: (
      <ActionForm action={submitSignIn.bind(null, locale, safeNext(firstParam(search.next)))}>
        <TextInput
          autoComplete="username"
          autoFocus
          label={say(words.email, locale)}
          name="email"
          required
          type="email"
        />
        <PasswordInput
          autoComplete="current-password"
          help={<TextLink href={href('/recover')}>{say(words.login.forgot, locale)}</TextLink>}
          label={say(words.password, locale)}
          name="password"
          required
          words={{ show: say(words.show, locale), hide: say(words.hide, locale) }}
        />
        <SubmitButton tone="primary">{say(words.login.submit, locale)}</SubmitButton>
      </ActionForm>
    ),
  }
})
