import { AppError, isAppError, type ErrorParams, errorOfCode } from '@/src/lib/errors'
import { errorText } from '@/src/lib/error-labels'
import type { Locale } from '@/src/lib/i18n'
import { namedParams } from '../items/kindName'

/** What a line of the journal keeps of an error: its words are made of that, in the language of whoever reads them. */
export const paramsOfLine = (error: Error): ErrorParams =>
  isAppError(error) ? { ...error.params, ...(error.field === undefined ? {} : { field: error.field }) } : {}

/** The words of an item's fault, in its answer and in the journal: kinds of records are called by their names. */
export const faultText = (error: Error, locale: Locale): string =>
  errorText(isAppError(error) ? new AppError(error.code, namedParams(error.params, locale)) : error, locale)

/** The words of a line. A field that the words themselves do not name stands before them. */
export function lineText({ code, params }: { code: string; params: ErrorParams }, locale: Locale): string {
  const text = faultText(errorOfCode(code, params), locale)
  const field = params.field === undefined ? '' : String(params.field)
  return field === '' || text.includes(field) ? text : `${field}: ${text}`
}
