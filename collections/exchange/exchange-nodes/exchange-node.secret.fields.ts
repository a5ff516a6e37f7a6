import { ValidationError, type CollectionBeforeChangeHook, type Field } from 'payload'
import { hashSecret } from '@/src/mechanisms/exchange/nodeSecrets'
import { exchangeNodeLabels as labels } from './exchange-node.labels'

const MIN = 12

/** What a node is known by: written as hashes by the portal alone, read by nobody. */
const hidden = {
  access: { create: () => false, read: () => false, update: () => false },
  admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
}

const isLongEnough = (value: unknown): boolean => !value || (typeof value === 'string' && value.length >= MIN)

/** A person types a password; only its hash is kept, and the token is made by `exchange.newToken`. */
export const secretFields: Field[] = [
  {
    name: 'password',
    type: 'text',
    virtual: true,
    label: labels.fields.password,
    maxLength: 200,
    validate: (value: unknown) => isLongEnough(value) || labels.passwordShort.ru,
    admin: {
      components: { Field: '/src/admin/exchange/NodePassword#NodePassword' },
      disableBulkEdit: true,
      disableListColumn: true,
      disableListFilter: true,
    },
  },
  {
    name: 'token',
    type: 'ui',
    label: labels.fields.token,
    admin: {
      components: { Field: '/src/admin/exchange/NodeToken#NodeToken' },
      disableBulkEdit: true,
      disableListColumn: true,
    },
  },
  { name: 'secretHash', type: 'text', label: labels.fields.secretHash, ...hidden },
  { name: 'tokenHash', type: 'text', label: labels.fields.tokenHash, index: true, ...hidden },
]

/**
 * The password leaves the data before they are written, and so is never answered back. The field's own check
 * comes after this hook and serves the form alone.
 */
export const keepHashOfPassword: CollectionBeforeChangeHook = async ({ data, req }) => {
  const { password, ...kept } = data as { password?: unknown } & Record<string, unknown> // an exchange node, whatever it holds
  if (!isLongEnough(password))
    throw new ValidationError({ errors: [{ path: 'password', message: labels.passwordShort.ru }], req }, req.t)
  return typeof password === 'string' && password !== '' ? { ...kept, secretHash: await hashSecret(password) } : kept
}
