import type { CollectionConfig, Field, GlobalConfig, Plugin } from 'payload'
import type { ModuleDeclaration } from '@/src/mechanisms/modules/defineModule'

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
  admin: { ...global.admin, hidden: ({ user }) => hiddenFrom(user && 'role' in user ? user.role : undefined, global.slug) },
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
    fields: collection.fields.map(withOurDates),
    admin: {
      ...collection.admin,
      hidden: (args) => {
        if (typeof hidden === 'function' ? hidden(args) : hidden) return true
        return hiddenFrom(args.user?.role, collection.slug)
      },
    },
  }
}

/** Payload writes dates in American unless told otherwise; days and moments as this country does. */
function withOurDates(field: Field): Field {
  if (field.type === 'date') {
    const timed = field.admin?.date?.pickerAppearance === 'dayAndTime'
    const date = { ...field.admin?.date, displayFormat: timed ? 'dd.MM.yyyy HH:mm' : 'dd.MM.yyyy', timeFormat: 'HH:mm' }
    // The union of appearances does not survive the spread.
    return { ...field, admin: { ...field.admin, date } } as Field
  }
  return 'fields' in field ? ({ ...field, fields: field.fields.map(withOurDates) } as Field) : field
}
