import type { SanitizedConfig, SanitizedPermissions } from 'payload'
import { labelText, type Locale } from '@/src/lib/i18n'
import type { ListedPlace } from '@/src/mechanisms/panel/panelNav'
import { placeOf } from '@/src/mechanisms/panel/panelPlace'

/** Lists and pages of settings of the portal that the person may read, in words, each with the place that it declares. */
export function listedPlaces(
  { collections, globals }: Pick<SanitizedConfig, 'collections' | 'globals'>,
  permissions: SanitizedPermissions | undefined,
  locale: Locale,
): ListedPlace[] {
  return [
    ...collections
      .filter(({ slug }) => !slug.startsWith('payload-') && permissions?.collections?.[slug]?.read)
      .map(({ slug, labels, custom }) => ({
        href: `/admin/collections/${slug}`,
        label: labelText(labels.plural, locale) ?? slug,
        area: labelText(custom?.area, locale) ?? undefined,
        place: placeOf(custom),
      })),
    ...globals
      .filter(({ slug }) => permissions?.globals?.[slug]?.read)
      .map(({ slug, label, custom }) => ({
        href: `/admin/globals/${slug}`,
        label: labelText(label, locale) ?? slug,
        place: placeOf(custom),
      })),
  ]
}
