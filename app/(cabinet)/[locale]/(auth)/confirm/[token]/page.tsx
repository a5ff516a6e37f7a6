import { say } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { pageTitle } from '../../../../_page/cabinetPage'
import { authLabels as words } from '../../auth.labels'
import { confirm } from '../../auth.server'
import { authPage } from '../../authPage'

export const generateMetadata = pageTitle(words.confirm.title)

/** The link only opens this page: programs that look into letters follow links, but press no buttons. */
export default authPage({ forGuests: false }, async ({ locale, token }) => ({
  title: say(words.confirm.title, locale),
  lead: say(words.confirm.lead, locale),
  children: (
    <ActionForm action={confirm.bind(null, locale, token)}>
      <SubmitButton tone="primary">{say(words.confirm.submit, locale)}</SubmitButton>
    </ActionForm>
  ),
}))
