import type { z } from 'zod'
import type { Locale } from '@/src/lib/i18n'
import { AppError } from '@/src/lib/errors'
import { htmlToPdf, type PdfOptions } from './render'

export type FormPage = {
  html: string
  footer?: string
  landscape?: boolean
  /** name of the file that a person gets, without its ending */
  fileName: string
}

/** A printed form: checked data in, one HTML page out. It reads nothing and decides nothing. */
export type PrintForm<Input> = {
  /** «invoice»: the name under which rooms ask for it */
  name: string
  input: z.ZodType<Input>
  render: (input: Input, locale: Locale) => FormPage
}

/** Declares a printed form. A form that never needs its own check still names its input, for admins' templates. */
export function defineForm<Input>(form: PrintForm<Input>): PrintForm<Input> {
  return form
}

/**
 * Data -> PDF by a form. Throws AppError `print.badData` when the data do not fit, and what `htmlToPdf` throws.
 */
export async function printForm<Input>(
  form: PrintForm<Input>,
  data: unknown,
  locale: Locale,
  options: Pick<PdfOptions, 'signal' | 'timeoutMs' | 'owner'> = {},
): Promise<{ pdf: Buffer; fileName: string }> {
  const checked = form.input.safeParse(data)
  if (!checked.success) {
    const [issue] = checked.error.issues
    throw new AppError(
      'print.badData',
      { form: form.name, path: issue?.path.join('.') ?? '' },
      { status: 500, cause: checked.error },
    )
  }
  const page = form.render(checked.data, locale)
  const pdf = await htmlToPdf(page.html, {
    ...options,
    landscape: page.landscape ?? false,
    ...(page.footer === undefined ? {} : { footer: page.footer }),
  })
  return { pdf, fileName: `${page.fileName}.pdf` }
}
