'use client'

import { usePathname } from 'next/navigation'
import type { Locale } from '@/src/lib/i18n'
import { inLanguage } from './isHere'
import { languageNames } from './languageNames'

/** The same page in the other language. Whole reload on purpose: the document's language changes. */
export function LanguageChoice({
  locale,
  prefixes,
  name,
}: {
  locale: Locale
  prefixes: Record<Locale, string>
  name: string
}) {
  const path = usePathname()
  return (
    <div role="group" aria-label={name} className="flex items-center gap-1 px-2.5 py-1">
      <span className="mr-auto pr-4 text-md">{name}</span>
      {(['ru', 'en'] as const).map((one) => (
        <a
          key={one}
          href={inLanguage(path, locale, one, prefixes)}
          hrefLang={one}
          lang={one}
          aria-current={one === locale ? 'true' : undefined}
          className="grid h-8 min-w-8 place-items-center rounded-sm px-1.5 text-sm text-ink-2 hover:bg-sunk aria-[current]:bg-brand-wash aria-[current]:font-mid aria-[current]:text-brand-ink"
        >
          {languageNames[one]}
        </a>
      ))}
    </div>
  )
}
