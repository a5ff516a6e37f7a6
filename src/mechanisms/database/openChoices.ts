import type { postgresAdapter } from '@payloadcms/db-postgres'
import type { Field } from 'payload'
import { columnOf } from './tableOf'
import { tableOf } from './tableOf'

type SchemaHook = NonNullable<Parameters<typeof postgresAdapter>[0]['beforeSchemaInit']>[number]

/**
 * Keeps selects with `custom: { open: true }` as text. Payload makes a type of the database out of the choices of a select,
 * and another choice is then a migration; of an open one the choices are declared by areas, and checked when a row is saved.
 */
export const openChoices: SchemaHook = ({ adapter, schema }) => {
  for (const { slug, fields } of adapter.payload.config.collections)
    for (const field of fields) if (isOpen(field)) makeText(adapter.rawTables, slug, field)
  return schema
}

type RawTables = Parameters<SchemaHook>[0]['adapter']['rawTables']
type Open = Extract<Field, { type: 'select' }>

const isOpen = (field: Field): field is Open => field.type === 'select' && field.custom?.open === true

function makeText(tables: RawTables, slug: string, field: Open): void {
  const table = field.hasMany ? `${tableOf(slug)}_${columnOf(field.name)}` : tableOf(slug)
  const column = field.hasMany ? 'value' : field.name
  const columns = tables[table]?.columns
  const found = columns?.[column]
  if (!columns || !found) throw new Error(`There is no column ${table}.${column} to be opened`)
  columns[column] = { name: found.name, type: 'varchar', default: found.default, notNull: found.notNull }
}
