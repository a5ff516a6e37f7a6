import { say, type Locale } from '@/src/lib/i18n'
import { errorLabels } from '@/src/lib/error-labels'

export function Denied({ locale = 'ru' }: { locale?: Locale }) {
  return <p className="kb-empty">{say(errorLabels['access.denied'], locale)}</p>
}
