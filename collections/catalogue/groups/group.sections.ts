import { defineSections } from '@/src/mechanisms/frame/defineSections'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { groupTree, LOOSE_PLACE } from './group.queries'

/** [NAV-02] Sections of the catalogue, with how much each holds. */
export const groupSections = defineSections({
  of: '/catalogue',
  read: async (context) =>
    (await groupTree(context))
      .filter(({ id }) => id !== LOOSE_PLACE.id)
      .map((group) => ({ href: pageOf('groups', group), label: group.name, note: String(group.count) })),
})
