import type { CollectionConfig } from 'payload'
import { paneOf } from '@/src/mechanisms/panel/definePane'

const TAB = '/src/admin/pane/PaneTab#PaneTab'

type Views = NonNullable<NonNullable<NonNullable<CollectionConfig['admin']>['components']>['views']>

/** The views of a record that has a pane: the pane at its address, its fields beside it. A new record begins with its fields. */
export function paneViews(entity: string): Views {
  if (!paneOf(entity)) return {}
  return {
    edit: {
      default: { tab: { condition: () => false } },
      pane: {
        Component: '/src/admin/pane/RecordPane#RecordPane',
        // The record's own address: Payload adds this to it.
        path: '' as '/',
        tab: { Component: TAB, order: 1 },
      },
      fields: {
        Component: '/src/admin/pane/AllFields#AllFields',
        path: '/fields',
        tab: { Component: TAB, order: 2 },
      },
    },
  }
}
