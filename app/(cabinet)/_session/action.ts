import { unstable_rethrow } from 'next/navigation'
import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { errorCode, errorText, issueText } from '@/src/lib/error-labels'
import { isAppError } from '@/src/lib/errors'
import { defaultLocale, isLocale, type Locale } from '@/src/lib/i18n'
import { logger } from '@/src/lib/logger'
import type { ActionDeclaration } from '@/src/mechanisms/actions/defineAction'
import { readerOf } from '@/src/mechanisms/actions/errorResponse'
import { runAction } from '@/src/mechanisms/actions/runAction'
import type { FormState } from '@/src/ui/form/formState'
import { cabinetRequest } from './session'

/** What a cabinet form is answered: the components' own state, and what came out of the action. */
export type ActionState<Output = unknown> = FormState & { output?: Output; code?: string }

export type ActionOptions = {
  locale?: Locale
  idempotencyKey?: string
  /** Words for when it is done. */
  done?: string
}

/**
 * Runs an action for a cabinet form as the signed-in person and turns what it throws into form
 * state. `redirect()` and `notFound()` of Next pass through.
 */
export async function runCabinetAction<Schema extends z.ZodType, Output>(
  action: ActionDeclaration<Schema, Output>,
  input: z.input<Schema>,
  options: ActionOptions = {},
): Promise<ActionState<Output>> {
  const { req } = await cabinetRequest()
  try {
    const output = await runAction(action, { req, input, idempotencyKey: options.idempotencyKey })
    return { ok: true, output, ...(options.done ? { message: options.done } : {}) }
  } catch (error) {
    unstable_rethrow(error)
    return failedState(error, options, action.name, req)
  }
}

/** Form state of an error in words for whoever sent the form, in the language of the form, else of the person. */
export function failedState(
  error: unknown,
  options: ActionOptions,
  name: string,
  req?: PayloadRequest,
): ActionState<never> {
  const code = errorCode(error)
  if (code === 'unexpected') logger.error({ err: error, action: name }, 'a form failed')
  const own = req?.user && 'locale' in req.user ? req.user.locale : undefined
  const locale = options.locale ?? (isLocale(own) ? own : defaultLocale)
  const message = errorText(error, locale, req && readerOf(req))
  if (isAppError(error) && error.issues)
    return {
      ok: false,
      code,
      errors: Object.fromEntries(error.issues.map((issue) => [issue.field, issueText(issue, locale)])),
    }
  const field = isAppError(error) ? error.field : undefined
  return { ok: false, code, ...(field ? { errors: { [field]: message } } : { message }) }
}

/** The text fields of a form, as input for an action. */
export function textFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$')),
  )
}
