import type { ErrorParams } from '@/src/lib/errors'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { declaredModules } from '../../modules/defineModule'

/** What people call one record of a kind: by the labels of its collection. */
function kindName(slug: string, locale: Locale): string {
  const collection = declaredModules()
    .flatMap(({ collections = [] }) => collections)
    .find((one) => one.slug === slug)
  const label = collection?.labels?.singular
  return isText(label) ? say(label, locale) : slug
}

const isText = (label: unknown): label is Text =>
  typeof label === 'object' && label !== null && 'ru' in label && 'en' in label

/** Params of an error as words take them: a kind of record (`entity`) by its name in the reader's language. */
export const namedParams = (params: ErrorParams, locale: Locale): ErrorParams =>
  typeof params.entity === 'string' ? { ...params, entity: kindName(params.entity, locale) } : params
