import { checkDocxTags, fillDocx } from './docxTemplate'
import type { PrintDataDeclaration, PrintValues } from './definePrintData'
import { readParts } from './officeParts'
import { checkParts, type TemplateFormat } from './safeParts'
import { checkXlsxTags, fillXlsx } from './xlsxTemplate'

/**
 * Whether a file may be a template: safe to open, and with known fields alone.
 * @returns which of the two formats it is
 * @throws AppError 422 with a code of `template.…`
 */
export async function checkTemplate(
  bytes: Buffer,
  { fields }: Pick<PrintDataDeclaration, 'fields'>,
): Promise<TemplateFormat> {
  const parts = await readParts(bytes)
  const format = checkParts(parts)
  if (format === 'docx') await checkDocxTags(parts, fields)
  else checkXlsxTags(parts, fields)
  return format
}

/** A file with these values: the same template and values make the same bytes. */
export async function fillTemplate(
  bytes: Buffer,
  { fields }: Pick<PrintDataDeclaration, 'fields'>,
  values: PrintValues,
): Promise<Buffer> {
  const parts = await readParts(bytes)
  return checkParts(parts) === 'docx' ? fillDocx(parts, fields, values) : fillXlsx(parts, fields, values)
}
