import { declaredAccess } from './defineAccess'
import { columnOf } from '../database/tableOf'

/** The company that a row is of, by the anchor that its entity's access declares: a company is its own. */
export function companyOfRow(entity: string, row: Record<string, unknown>): string | null {
  const anchor = declaredAccess().get(entity)?.declaration.anchors?.company ?? 'company'
  const id = anchor === 'id' ? row.id : row[`${columnOf(anchor)}_id`]
  return id ? String(id) : null
}
