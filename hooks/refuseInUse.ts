import { APIError, type CollectionBeforeDeleteHook, type Config } from 'payload'
import { errorText } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { labelText } from '@/src/lib/i18n'
import { localeOf } from '@/src/mechanisms/actions/errorResponse'
import { tablesThatNeed } from '@/src/mechanisms/database/neededBy'
import { tableOf } from '@/src/mechanisms/database/tableOf'

/**
 * Refuses to delete what another record must name: before its file goes and before the database breaks the whole
 * transaction (and with it the other rows of a bulk deletion).
 */
export function refuseInUse(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) => ({
      ...collection,
      hooks: {
        ...collection.hooks,
        beforeDelete: [...(collection.hooks?.beforeDelete ?? []), refuse(collection.slug)],
      },
    })),
  }
}

const refuse =
  (slug: string): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const tables = await tablesThatNeed(req, tableOf(slug), String(id))
    if (tables.length === 0) return
    const locale = localeOf(req)
    const using = req.payload.config.collections.filter((one) => tables.includes(tableOf(one.slug)))
    const by = using.map(({ labels }) => labelText(labels.plural, locale)).filter((label) => label !== null)
    const refused = new AppError('record.inUse', { by: by.length > 0 ? by.sort().join(', ') : 'none' })
    // In words at once: of many rows Payload shows just the message.
    throw new APIError(errorText(refused, locale), 409, refused.data, true)
  }
