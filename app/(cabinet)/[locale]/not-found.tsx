import { headers } from 'next/headers'
import { defaultLocale, isLocale } from '@/src/lib/i18n'
import { Lost } from '@/src/ui/feedback/ErrorState'
import { prefixOf } from '../_page/prefix'

/** No such page, or none for this person: the answer is one and the same. */
export default async function NotFound() {
  // A not-found page is given no params; the proxy says which address was asked for.
  const first = (await headers()).get('x-kabinet-path')?.split('/')[1]
  const locale = isLocale(first) ? first : defaultLocale
  return <Lost homeHref={prefixOf(locale) || '/'} locale={locale} />
}
