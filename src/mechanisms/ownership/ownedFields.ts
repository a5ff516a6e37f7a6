import type { FlattenedField, SanitizedConfig } from 'payload'
import { columnOf, tableOf } from '../database/tableOf'

/**
 * What a field says of the day on which a record goes over to another company (`custom.whenMoved`):
 * `follow` (of a relation) the row goes with the record it names, `remove` it is removed then,
 * `forget` the field itself is emptied when its own record goes, for it is the former company's word.
 */
export type WhenMoved = 'follow' | 'remove' | 'forget'

/** A relation that leads to a record of a company: where its column is and what becomes of the row. */
export type Reference = {
  entity: string
  field: string
  table: string
  column: string
  to: string
  whenMoved: 'follow' | 'remove' | 'unlink'
}

/** Whether records of a collection belong to a company. A person belongs to none: their memberships do. */
export function isOwned(config: SanitizedConfig, entity: string): boolean {
  if (config.collections.find(({ slug }) => slug === entity)?.auth) return false
  return fieldsOf(config, entity).some(
    (field) => field.name === 'company' && field.type === 'relationship' && field.relationTo === 'companies',
  )
}

const fieldsOf = (config: SanitizedConfig, entity: string): FlattenedField[] =>
  config.collections.find(({ slug }) => slug === entity)?.flattenedFields ?? []

/** Relations of all records of companies that lead to `entity`. A required one follows, for it cannot be emptied. */
export function referencesTo(config: SanitizedConfig, entity: string): Reference[] {
  return config.collections.flatMap(({ slug }) =>
    isOwned(config, slug) ? referencesOf(config, slug).filter(({ to }) => to === entity) : [],
  )
}

/** Relations of `entity` that lead to records of companies. */
export function referencesOf(config: SanitizedConfig, entity: string): Reference[] {
  return fieldsOf(config, entity).flatMap((field) => {
    if (
      field.type !== 'relationship' ||
      typeof field.relationTo !== 'string' ||
      field.hasMany ||
      !isOwned(config, field.relationTo)
    )
      return []
    const said: unknown = field.custom?.whenMoved
    const whenMoved = said === 'follow' || said === 'remove' ? said : field.required ? 'follow' : 'unlink'
    return [
      {
        entity,
        field: field.name,
        table: tableOf(entity),
        column: `${columnOf(field.name)}_id`,
        to: field.relationTo,
        whenMoved,
      },
    ]
  })
}

/** Columns that a record loses when it goes. */
export function forgottenBy(config: SanitizedConfig, entity: string): string[] {
  return fieldsOf(config, entity).flatMap((field) =>
    field.custom?.whenMoved === 'forget' ? [columnOf(field.name) + (field.type === 'relationship' ? '_id' : '')] : [],
  )
}

/** Columns that name a private file of the company. */
export function filesOf(
  config: SanitizedConfig,
  entity: string,
): { field: string; column: string; table: string; to: string }[] {
  return fieldsOf(config, entity).flatMap((field) =>
    field.type === 'upload' &&
    typeof field.relationTo === 'string' &&
    !field.hasMany &&
    isOwned(config, field.relationTo)
      ? [
          {
            field: field.name,
            column: `${columnOf(field.name)}_id`,
            table: tableOf(field.relationTo),
            to: field.relationTo,
          },
        ]
      : [],
  )
}

/** Every field by which a record of `entity` names one record of a company, its files included. */
export const linksOf = (config: SanitizedConfig, entity: string): { field: string; to: string }[] => [
  ...referencesOf(config, entity),
  ...filesOf(config, entity),
]
