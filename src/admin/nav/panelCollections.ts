import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'
import type { ModuleDeclaration } from '@/src/mechanisms/modules/defineModule'
import { panelField } from '../fields/panelField'

/**
 * Whose navigation leads to a collection or a global, by what it declares (`custom: { panel: … }`): `technical` rows,
 * which people meet inside something else or only the portal reads, and `settings` with rights, to administrators;
 * `editorial`, the look of the portal, to editors as well. Everything else to everyone who may read it.
 */
export type PanelPlace = 'technical' | 'editorial' | 'settings'

/** Whether a list or a page of settings is kept out of the navigation of this role; what may be read, access says. */
export function hiddenFrom(role: unknown, place: unknown): boolean {
  if (role === 'admin' || place === undefined) return false
  return place !== 'editorial' || role !== 'editor'
}

export const panelGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  admin: { ...global.admin, hideAPIURL: true, hidden: ({ user }) => hiddenFrom(user && 'role' in user ? user.role : undefined, global.custom?.panel) },
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
    return { ...config, collections: config.collections?.map((collection) => (made.has(collection.slug) ? shown(collection) : collection)) }
  }

function shown(collection: CollectionConfig): CollectionConfig {
  const { hidden } = collection.admin ?? {}
  return {
    ...collection,
    fields: collection.fields.map(panelField),
    // A sum is shown with its currency, whichever columns are chosen.
    ...(collection.fields.some((field) => 'name' in field && field.name === 'currency') ? { forceSelect: { currency: true as const, ...collection.forceSelect } } : {}),
    admin: {
      ...collection.admin,
      // A list asks the database for the columns it shows and no more: no pictures, no long texts.
      enableListViewSelectAPI: true,
      hideAPIURL: true,
      pagination: { defaultLimit: 25, limits: [10, 25, 50, 100], ...collection.admin?.pagination },
      hidden: (args) => {
        if (typeof hidden === 'function' ? hidden(args) : hidden) return true
        return hiddenFrom(args.user?.role, collection.custom?.panel)
      },
    },
  }
}
