import { APIError, type CollectionBeforeDeleteHook, type Config } from 'payload'
import { errorText } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { localeOf } from '@/src/mechanisms/actions/errorResponse'
import { tableThatNeeds } from '@/src/mechanisms/database/neededBy'

/**
 * Refuses to delete what another record must name: before its file goes and before the database breaks the whole
 * transaction (and with it the other rows of a bulk deletion).
 */
export function refuseInUse(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) => ({
      ...collection,
      hooks: { ...collection.hooks, beforeDelete: [...(collection.hooks?.beforeDelete ?? []), refuse(collection.slug)] },
    })),
  }
}

const refuse =
  (slug: string): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const table = await tableThatNeeds(req, tableOf(slug), String(id))
    if (table === null) return
    const locale = localeOf(req)
    const label = req.payload.config.collections.find((one) => tableOf(one.slug) === table)?.labels.plural
    const by = typeof label === 'string' ? label : typeof label === 'object' ? label[locale] : undefined
    const refused = new AppError('record.inUse', { by: by ?? 'none' })
    // In words at once: of many rows Payload shows just the message.
    throw new APIError(errorText(refused, locale), 409, refused.data, true)
  }

const tableOf = (slug: string): string => slug.replaceAll('-', '_')
