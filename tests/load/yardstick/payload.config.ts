import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, type CollectionConfig, type CollectionSlug, type Field } from 'payload'

/**
 * Plain Payload over the portal's own tables: the collections that the measured rows are of, with the fields that are shown
 * and one rule of access. Nothing of the portal's code is in it.
 */
const text = (...names: string[]): Field[] => names.map((name) => ({ name, type: 'text' }))
const number = (...names: string[]): Field[] => names.map((name) => ({ name, type: 'number' }))
const date = (...names: string[]): Field[] => names.map((name) => ({ name, type: 'date' }))
const of = (name: string, relationTo: string): Field => ({
  name,
  type: 'relationship',
  relationTo: relationTo as CollectionSlug, // the portal's own types know other collections
})

const ownOf: NonNullable<CollectionConfig['access']>['read'] = ({ req: { user } }) =>
  user ? { company: { equals: (user as unknown as { company: string }).company } } : false // declared below

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  db: postgresAdapter({ pool: { connectionString: process.env.DATABASE_URL ?? '' }, idType: 'uuid', push: false }),
  graphQL: { disable: true },
  telemetry: false,
  collections: [
    {
      slug: 'users',
      auth: { tokenExpiration: 7_200, maxLoginAttempts: 0, depth: 0 },
      fields: [...text('name'), of('company', 'companies')],
    },
    { slug: 'companies', fields: text('name') },
    {
      slug: 'orders',
      access: { read: ownOf },
      fields: [
        ...text('number', 'status', 'currency', 'erpNumber'),
        ...number('total', 'paid', 'lineCount'),
        ...date('placedAt', 'plannedDate'),
        of('company', 'companies'),
      ],
    },
    {
      slug: 'order-lines',
      access: { read: ownOf },
      fields: [
        ...text('name', 'article', 'unit'),
        ...number('position', 'qty', 'price', 'total'),
        of('order', 'orders'),
        of('company', 'companies'),
      ],
    },
    { slug: 'groups', fields: text('name', 'slug') },
    {
      slug: 'products',
      access: { read: ({ req: { user } }) => Boolean(user) },
      fields: [...text('name', 'article', 'slug', 'unit'), of('group', 'groups')],
    },
  ],
})
