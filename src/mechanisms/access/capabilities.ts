import type { Config, Field, SelectField } from 'payload'
import { z } from 'zod'
import type { Text } from '@/src/lib/i18n'
import { declaredCapabilities } from '../modules/defineModule'

const MARK = 'capabilities'

/** Of a role: which of the capabilities that modules declare it gives. The list is filled in when all of them are known. */
export const capabilitiesField = (name: string, label: Text): SelectField => ({
  name,
  type: 'select',
  label,
  hasMany: true,
  options: [],
  custom: { choices: MARK, open: true },
  // What modules declare is no part of the schema: a new one makes neither a migration nor other types.
  typescriptSchema: [() => ({ type: 'array', items: { type: 'string' } })],
})

/** Lets the fields made by `capabilitiesField` choose among what the modules declare. */
export const withCapabilities = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({ ...collection, fields: collection.fields.map(filled) })),
})

const filled = (field: Field): Field =>
  field.type === 'select' && field.custom?.choices === MARK
    ? { ...field, options: declaredCapabilities().map(([value, label]) => ({ value, label })) }
    : field

/** A capability as a node of the exchange may name it. */
export const capabilityInput = z.lazy(() => z.enum(declaredCapabilities().map(([name]) => name)))
