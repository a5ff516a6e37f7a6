'use client'

import { useListManners } from './useListManners'

/** What a list does beyond links, where nothing is done with chosen rows. */
export function ListManners({ id }: { id: string }) {
  useListManners(id)
  return null
}
