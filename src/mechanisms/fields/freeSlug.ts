import type { CollectionSlug, PayloadRequest } from 'payload'
import { slugify } from '@/src/lib/translit'

/** The address of a record that was given none: of its words, told apart by a number where another record has it. */
export async function freeSlug(
  req: PayloadRequest,
  collection: CollectionSlug,
  words: string,
  { otherwise, longest }: { otherwise: string; longest: number },
): Promise<string> {
  const word =
    slugify(words)
      .slice(0, longest - 5)
      .replace(/-+$/, '') || otherwise
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? word : `${word}-${number}`
    const { totalDocs } = await req.payload.count({
      collection,
      where: { slug: { equals: slug } },
      overrideAccess: true,
      req,
    })
    if (totalDocs === 0) return slug
  }
}
