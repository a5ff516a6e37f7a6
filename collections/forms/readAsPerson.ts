import { APIError, type CollectionSlug, type DataFromCollectionSlug, type PayloadRequest } from 'payload'
import { isUuid } from '@/src/mechanisms/database/ids'

/** A record as whoever asks may read it, with the names of what it points to; null where there is none for them. */
export async function readAsPerson<Slug extends CollectionSlug>(
  req: PayloadRequest,
  collection: Slug,
  id: string,
): Promise<DataFromCollectionSlug<Slug> | null> {
  if (!isUuid(id)) return null
  try {
    return (await req.payload.findByID({
      collection,
      id,
      depth: 1,
      overrideAccess: false,
      user: req.user,
      req,
    })) as DataFromCollectionSlug<Slug> // the collection that was asked for
  } catch (error) {
    if (error instanceof APIError && [403, 404].includes(error.status)) return null
    throw error
  }
}
