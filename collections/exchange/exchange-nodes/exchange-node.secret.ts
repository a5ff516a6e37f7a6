import type { CollectionBeforeChangeHook, Field } from 'payload'
import { hashSecret } from '@/src/mechanisms/exchange/nodeSecrets'
import { exchangeNodeLabels as labels } from './exchange-node.labels'

const MIN = 12

/** What a node is known by: written as hashes by the portal alone, read by nobody. */
const hidden = { access: { create: () => false, read: () => false, update: () => false }, admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true } }

/** A person types a password; only its hash is kept, and the token is made by `exchange.newToken`. */
export const secretFields: Field[] = [
  {
    name: 'password',
    type: 'text',
    virtual: true,
    label: labels.fields.password,
    maxLength: 200,
    validate: (value: unknown) => !value || (typeof value === 'string' && value.length >= MIN) || labels.passwordShort.ru,
    admin: { components: { Field: '/src/admin/exchange/NodePassword#NodePassword' }, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
  },
  { name: 'token', type: 'ui', label: labels.fields.token, admin: { components: { Field: '/src/admin/exchange/NodeToken#NodeToken' }, disableBulkEdit: true, disableListColumn: true } },
  { name: 'secretHash', type: 'text', label: labels.fields.secretHash, ...hidden },
  { name: 'tokenHash', type: 'text', label: labels.fields.tokenHash, index: true, ...hidden },
]

/** The password leaves the data before they are written, and so is never answered back. */
export const keepHashOfPassword: CollectionBeforeChangeHook = async ({ data }) => {
  const { password, ...kept } = data as { password?: unknown } & Record<string, unknown> // an exchange node, whatever it holds
  return typeof password === 'string' && password !== '' ? { ...kept, secretHash: await hashSecret(password) } : kept
}
