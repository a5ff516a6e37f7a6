import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { errorCode, errorText } from '@/src/lib/error-labels'
import { isAppError } from '@/src/lib/errors'
import { defaultLocale, isLocale, type Locale } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import type { ActionDeclaration } from '@/src/mechanisms/actions/defineAction'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { cabinetRequest } from './session'

/** What a form knows after it was sent; `idle` before that. */
export type FormState<Output = unknown> =
  | { status: 'idle' }
  | { status: 'done'; output: Output }
  | {
      status: 'failed'
      code: string
      /** What to tell the person, in their language. */
      message: string
      /** The same words by the field that is to blame, as the form names it. */
      fields: Readonly<Record<string, string>>
      /** What was typed (never passwords or files), so that nothing is lost without scripts. */
      values: Readonly<Record<string, string>>
    }

export const idle: FormState<never> = { status: 'idle' }

export type ActionOptions = {
  locale?: Locale
  idempotencyKey?: string
  /** Shown again when the action fails. */
  values?: Readonly<Record<string, string>>
}

/**
 * Runs an action for a cabinet form as the signed-in person and turns what it throws into form
 * state. `redirect()` and `notFound()` of Next pass through.
 */
export async function runCabinetAction<Schema extends z.ZodType, Output>(
  action: ActionDeclaration<Schema, Output>,
  input: z.input<Schema>,
  options: ActionOptions = {},
): Promise<FormState<Output>> {
  const { req } = await cabinetRequest()
  try {
    return { status: 'done', output: await runAction(action, { req, input, idempotencyKey: options.idempotencyKey }) }
  } catch (error) {
    unstable_rethrow(error)
    return failedState(error, options, action.name, req.user && 'locale' in req.user ? req.user.locale : undefined)
  }
}

/** Form state of an error, in the language of the form, else of the person. */
export function failedState(error: unknown, options: ActionOptions, name: string, own?: unknown): FormState<never> {
  const code = errorCode(error)
  if (code === 'unexpected') logger.error({ err: error, action: name }, 'a form failed')
  const locale = options.locale ?? (isLocale(own) ? own : defaultLocale)
  const message = errorText(error, locale)
  const field = isAppError(error) ? error.field : undefined
  return { status: 'failed', code, message, fields: field ? { [field]: message } : {}, values: options.values ?? {} }
}

const UNKEPT = /password|token|secret|^\$/i

/** The text fields of a form: as input for an action, and as what may be shown again. */
export function formFields(form: FormData): { input: Record<string, string>; values: Record<string, string> } {
  const entries = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'))
  return { input: Object.fromEntries(entries), values: Object.fromEntries(entries.filter(([name]) => !UNKEPT.test(name))) }
}
