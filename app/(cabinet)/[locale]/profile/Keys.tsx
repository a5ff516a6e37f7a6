import type { OwnKey } from '@/collections/clients/access-keys/access-key.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { DateText } from '@/src/ui/money/DateText'
import { KeyForm } from './KeyForm'
import { keyWords as words } from './keys.labels'
import { revokeOne } from './keys.server'

type KeysProps = {
  keys: OwnKey[]
  companies: { id: string; name: string }[]
  /** the company in the switcher */ chosen: string | null
  locale: Locale
  zone: string
}

/** Keys by which programs act for the person: those that work, each with a way to end it, and a form for one more. */
export function Keys({ keys, companies, chosen, locale, zone }: KeysProps) {
  return (
    <Sheet
      id="keys"
      actions={
        <a className="link" href={`/api/v1/docs?locale=${locale}`} rel="noopener" target="_blank">
          {say(words.docs, locale)}
        </a>
      }
      title={say(words.title, locale)}
    >
      <p className="px-4 pb-4 text-ink-2 md:px-5">{say(words.about, locale)}</p>
      {keys.length > 0 ? (
        <ul>
          {keys.map((key) => (
            <li
              key={key.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-3 md:px-5"
            >
              <span className="min-w-0 flex-1 basis-48">
                <span className="block break-words">{key.name}</span>
                <span className="block text-sm text-ink-2">
                  {say(key.acts ? words.acts : words.reads, locale)}, {key.company},{' '}
                  <span className="break-all">{key.hint}…</span>
                </span>
                <span className="block text-sm text-ink-2">
                  {say(words.until, locale)} <DateText locale={locale} style="day" value={key.expiresAt} zone={zone} />,{' '}
                  {key.lastUsedAt ? (
                    <>
                      {say(words.lastUsed, locale)} <DateText locale={locale} value={key.lastUsedAt} zone={zone} />
                    </>
                  ) : (
                    say(words.neverUsed, locale)
                  )}
                </span>
              </span>
              <form action={revokeOne.bind(null, locale, key.id)}>
                <SubmitButton aria-label={say(words.revokeNamed, locale, { name: key.name })} size="s">
                  {say(words.revoke, locale)}
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      {companies.length > 0 ? <KeyForm chosen={chosen} companies={companies} locale={locale} /> : null}
    </Sheet>
  )
}
