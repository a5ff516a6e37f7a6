import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'
import type { ModuleDeclaration } from '@/src/mechanisms/modules/defineModule'
import { panelField } from '../fields/panelField'

/** Rows that people meet inside something else, or that only the portal reads. An administrator may still look. */
const technical: ReadonlySet<string> = new Set([
  'carts', 'cart-lines', 'order-lines', 'prices', 'stocks', 'units', 'events', 'notifications', 'login-sessions', 'audit',
  'exchange-nodes', 'exchange-runs', 'exchange-files', 'exchange-issues', 'exchange-changes',
])

/** The look of the portal: administrators and editors. */
const editorial: ReadonlySet<string> = new Set(['sites', 'media', 'company-details', 'forms'])
/** Rights and settings: administrators. */
const settings: ReadonlySet<string> = new Set(['portal-roles', 'modules', 'numbering', 'portal-settings'])

/** Whether a list or a page of settings is kept out of the navigation of this role; what may be read, access says. */
export function hiddenFrom(role: unknown, slug: string): boolean {
  if (role === 'admin') return false
  return technical.has(slug) || settings.has(slug) || (editorial.has(slug) && role !== 'editor')
}

export const panelGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  admin: { ...global.admin, hideAPIURL: true, hidden: ({ user }) => hiddenFrom(user && 'role' in user ? user.role : undefined, global.slug) },
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
        return hiddenFrom(args.user?.role, collection.slug)
      },
    },
  }
}
