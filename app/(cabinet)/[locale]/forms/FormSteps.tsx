import { say, type Locale } from '@/src/lib/i18n'
import { formsPage as words } from './forms.labels'

/** Where one is in a form of several pages. */
export function FormSteps({
  number,
  of,
  title,
  locale,
}: {
  number: number
  of: number
  title: string
  locale: Locale
}) {
  const place = say(words.progress, locale, { number, of })
  return (
    <div className="mb-5 grid gap-1.5">
      <p className="text-sm text-ink-2">{place}</p>
      <progress aria-label={place} className="form-progress" max={of} value={number} />
      {title ? <h2 className="mt-1.5 text-lg font-mid">{title}</h2> : null}
    </div>
  )
}
