import './table.errors'
import { AppError } from '@/src/lib/errors'

type TableCode =
  'table.empty' | 'table.tooLarge' | 'table.tooManyLines' | 'table.unknownKind' | 'table.broken' | 'table.swollen'

/** A table that is not taken, with the words for it beside the field of the file. */
export const tableRefusal = (code: TableCode, params: Record<string, number> = {}): AppError =>
  new AppError(code, params, { status: 422, field: 'file' })
