import type { Field } from 'payload'
import { declaredWords, type CodeKind } from '../words/codeWords'

/** What a field of the panel is shown by, when the collection has not said it: dates as this country writes them, related records by name, no raw JSON, no raw codes. */
export function panelField(field: Field): Field {
  if ('fields' in field) return { ...field, fields: field.fields.map(panelField) } as Field
  if (field.type === 'date') return withDate(field)
  if (field.type === 'relationship' || field.type === 'upload') return withNames(field)
  if (field.type === 'json')
    return withComponents(field, '/src/admin/fields/DataField#DataField', '/src/admin/fields/DataCell#DataCell', {
      editable: field.custom?.editable === true,
    })
  if (field.type === 'text' && typeof field.custom?.code === 'string') {
    const Shown = field.custom.editable === true ? 'ChoiceField' : 'CodeField'
    return withComponents(field, `/src/admin/fields/${Shown}#${Shown}`, '/src/admin/fields/CodeCell#CodeCell', {
      words: declaredWords(field.custom.code as CodeKind), // declared so by the field
    })
  }
  return field
}

/** Payload writes dates in American, and days in the browser's zone, where they may become the day before. */
function withDate(field: Extract<Field, { type: 'date' }>): Field {
  const timed =
    field.admin?.date?.pickerAppearance === 'dayAndTime' || field.name === 'createdAt' || field.name === 'updatedAt'
  const date = { ...field.admin?.date, displayFormat: timed ? 'dd.MM.yyyy HH:mm' : 'dd.MM.yyyy', timeFormat: 'HH:mm' }
  const components = {
    ...field.admin?.components,
    Cell: { path: '/src/admin/fields/DateCell#DateCell', clientProps: { timed } },
  }
  // The union of appearances does not survive the spread.
  return { ...field, admin: { ...field.admin, date, components } } as Field
}

/** Names of related records are drawn with their row. */
function withNames(field: Extract<Field, { type: 'relationship' | 'upload' }>): Field {
  const components = { Cell: '/src/admin/fields/RelationCell#RelationCell', ...field.admin?.components }
  return { ...field, admin: { ...field.admin, components } } as Field // one of the two, as it came
}

function withComponents(field: Field, Shown: string, Cell: string, clientProps: Record<string, unknown>): Field {
  const own = field.admin && 'components' in field.admin ? field.admin.components : undefined
  const components = { Field: { path: Shown, clientProps }, Cell: { path: Cell, clientProps }, ...own }
  // Both fields named above have these components; the union of all fields does not know.
  return { ...field, admin: { ...field.admin, components } } as Field
}
