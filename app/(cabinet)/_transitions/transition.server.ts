'use server'

import { refresh } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import { AppError } from '@/src/lib/errors'
import { defaultLocale, isLocale } from '@/src/lib/i18n'
import { isTalkedAt } from '@/src/mechanisms/comments/defineTalk'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import type { FormState } from '@/src/ui/form/formState'
import { flash } from '../_page/flash'
import { failedState, textFields } from '../_session/action'
import { requireUser } from '../_session/session'
import { withSentFiles } from '../_talk/sendMessage'
import { sentFiles } from '../_talk/sentFiles'

export type TransitionCall = { entity: string; id: string; transition: string; made: string; stays: boolean }

/** Makes a transition of a record with what its form holds: all of it or nothing. */
export async function submitTransition(
  language: string,
  { entity, id, transition, made, stays }: TransitionCall,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const { req } = await requireUser()
  const typed = textFields(form)
  const fields = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith('fields.') && value.trim() ? [[name.slice('fields.'.length), value.trim()] as const] : [],
  )
  try {
    const files = await sentFiles(form)
    // Where nobody writes, files have no place; said before any of them is kept.
    if (files.length > 0 && !isTalkedAt(entity))
      throw new AppError('workflow.filesNotTaken', {}, { status: 422, field: 'files' })
    await withSentFiles(req, { entity, id, files }, (kept) =>
      runAction(transitionAction, {
        req,
        input: {
          entity,
          id,
          transition,
          ...(typed.comment?.trim() ? { comment: typed.comment } : {}),
          ...(kept.length > 0 ? { files: kept } : {}),
          ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
          ...(typed.signature ? { signature: typed.signature } : {}),
        },
      }),
    )
  } catch (error) {
    unstable_rethrow(error)
    const locale = isLocale(language) ? language : defaultLocale
    const { ok, message, errors } = failedState(error, { locale }, `${entity}.${transition}`, req)
    return { ok, message, errors }
  }
  // A record that stays where it was shows the form again: the answer stands in it.
  if (!stays) await flash(made)
  refresh()
  return stays ? { ok: true, message: made } : { ok: true }
}
