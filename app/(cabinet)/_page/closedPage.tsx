import type { ReactNode } from 'react'
import { linkFor } from '@/src/lib/http/linkFor'
import { answerPageWith } from '@/src/lib/http/pageStatus'
import type { Locale, Text } from '@/src/lib/i18n'
import { Forbidden } from '@/src/ui/feedback/ErrorState'
import { feedbackLabels as words } from '@/src/ui/feedback/feedback.labels'
import type { CabinetSession } from '../_session/session'

/** A page whose right the person does not hold: that it is closed, and who of theirs can open it. 403. */
export function closedPage(session: CabinetSession, locale: Locale): ReactNode {
  answerPageWith(403)
  return <Forbidden homeHref={linkFor({ locale }, '/')} locale={locale} text={whoOpens(session)[locale]} />
}

function whoOpens({ user, companies }: CabinetSession): Text {
  if (user.kind === 'employee') return words.forbiddenEmployee
  if (companies.length === 0) return words.forbiddenWaiting
  return companies.length > 1 ? words.forbiddenOther : words.forbiddenText
}
