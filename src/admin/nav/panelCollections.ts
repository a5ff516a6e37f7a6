import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'
import type { ModuleDeclaration } from '@/src/mechanisms/modules/defineModule'
import { hiddenFrom, placeOf } from '@/src/mechanisms/panel/panelPlace'
import { paneViews } from '../pane/paneViews'
import { panelField } from '../fields/panelField'

export const panelGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  admin: {
    ...global.admin,
    // The navigation is drawn from places (`NavLinks`): Payload's own shows none.
    group: false,
    hideAPIURL: true,
    hidden: ({ user }) => hiddenFrom(user && 'role' in user ? user.role : undefined, placeOf(global.custom)),
  },
})

/** Collections of all areas as the panel shows them: technical ones to administrators alone. What belongs to a module that is off, access hides. */
export function panelCollections(areas: readonly ModuleDeclaration[]): CollectionConfig[] {
  return areas.flatMap((area) => area.collections.map(shown))
}

/** The same for collections that plugins make; place it after them. */
export const panelOf =
  (areas: readonly ModuleDeclaration[]): Plugin =>
  (config) => {
    const made = new Set(areas.flatMap(({ pluginCollections = [] }) => pluginCollections))
    return {
      ...config,
      collections: config.collections?.map((collection) =>
        made.has(collection.slug) ? shown(collection) : collection,
      ),
    }
  }

function shown(collection: CollectionConfig): CollectionConfig {
  const { hidden } = collection.admin ?? {}
  return {
    ...collection,
    fields: collection.fields.map(panelField),
    custom: { ...collection.custom, area: collection.admin?.group },
    // A sum is shown with its currency, whichever columns are chosen.
    ...(collection.fields.some((field) => 'name' in field && field.name === 'currency')
      ? { forceSelect: { currency: true as const, ...collection.forceSelect } }
      : {}),
    admin: {
      ...collection.admin,
      group: false,
      components: {
        ...collection.admin?.components,
        views: { ...collection.admin?.components?.views, ...paneViews(collection.slug) },
      },
      // A list asks the database for the columns it shows and no more: no pictures, no long texts.
      enableListViewSelectAPI: true,
      hideAPIURL: true,
      pagination: { defaultLimit: 25, limits: [10, 25, 50, 100], ...collection.admin?.pagination },
      hidden: (args) => {
        if (typeof hidden === 'function' ? hidden(args) : hidden) return true
        return hiddenFrom(args.user?.role, placeOf(collection.custom))
      },
    },
  }
}
