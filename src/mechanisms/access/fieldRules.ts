import type { Config, Field, FieldAccess, FieldBase } from 'payload'
import { actorOf } from './actor'
import { declaredAccess, type EntityAccess } from './defineAccess'

/**
 * Puts the `writes` of the access tables onto the fields themselves, and takes Payload's document
 * locks away: their collection would be open to anybody signed in, and nobody here edits together.
 */
export function fieldRules(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) => {
      const access = declaredAccess().get(collection.slug)
      return {
        ...collection,
        fields: [...(access ? guardAll(collection.fields, access) : collection.fields), createdAt],
      }
    }),
    globals: config.globals?.map((global) => ({ ...global, lockDocuments: false as const })),
  }
}

/** Payload would let anybody who may write a row say when it was made. */
const createdAt: Field = {
  name: 'createdAt',
  type: 'date',
  index: true,
  label: ({ t }) => t('general:createdAt'),
  access: { create: () => false, update: () => false },
  admin: {
    hidden: true,
    disableBulkEdit: true,
    components: { Cell: { path: '/src/admin/fields/DateCell#DateCell', clientProps: { timed: true } } },
  },
}

function guardAll(fields: readonly Field[], access: EntityAccess): Field[] {
  return fields.map((field) => guard(field, access))
}

/** Fields without a name (rows, collapsibles, tabs) only lay out others, so what they hold is guarded. */
function guard(field: Field, access: EntityAccess): Field {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: guardAll(tab.fields, access) })) }
  if ('name' in field && field.name) {
    const own: FieldBase['access'] = 'access' in field ? field.access : undefined
    const both =
      (declared?: FieldAccess): FieldAccess =>
      async (args) =>
        (await mayWrite(access, field.name, args.req)) && (declared ? declared(args) : true)
    // Payload's union of fields gives `access` to all that hold data.
    return { ...field, access: { ...own, create: both(own?.create), update: both(own?.update) } } as Field
  }
  if ('fields' in field) return { ...field, fields: guardAll(field.fields, access) } as Field
  return field
}

async function mayWrite(access: EntityAccess, name: string, req: Parameters<FieldAccess>[0]['req']): Promise<boolean> {
  const writes = access.declaration.rules[(await actorOf(req)).role]?.writes
  return writes === undefined || writes.includes(name)
}
