import { say, type Locale } from '@/src/lib/i18n'
import type { User } from '@/src/payload-types'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { homePage as words } from './home.labels'

/** What a person without a company finds: an employee has none, a client's is not connected yet. */
export function NoCompany({ user, locale }: { user: User; locale: Locale }) {
  const [title, text] =
    user.kind === 'employee' ? [words.employee, words.employeeText] : [words.noCompany, words.noCompanyText]
  return <EmptyState title={say(title, locale)}>{say(text, locale)}</EmptyState>
}
