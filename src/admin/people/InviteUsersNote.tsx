import type { ServerProps } from 'payload'
import { say } from '@/src/lib/i18n'
import { personLabels } from './people.labels'
import { panelLocale } from '../lib/panelLocale'

/** Above the list of portal users: where they are invited. */
export function InviteUsersNote({ i18n }: ServerProps) {
  const locale = panelLocale(i18n.language)
  return (
    <p className="kb-invite kb-muted kb-small">
      {say(personLabels.companies, locale)} <a href="/admin/workplace/clients">{say(personLabels.toClients, locale)}</a>
    </p>
  )
}
