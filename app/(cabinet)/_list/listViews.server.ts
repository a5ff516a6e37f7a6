'use server'

import { redirect } from 'next/navigation'
import { changeListView, removeListView, saveListView } from '@/collections/people/list-views/list-view.actions'
import { linkFor } from '@/src/lib/http/linkFor'
import { defaultLocale, isLocale } from '@/src/lib/i18n'
import { listNamed } from '@/src/mechanisms/lists/defineList'
import type { FormState } from '@/src/ui/form/formState'
import { runCabinetAction } from '../_session/action'
import { currentSession } from '../_session/session'

/** Saves a view of a list, changes or deletes one: what is pressed stands in `do`. */
export async function manageView(key: string, language: string, _state: FormState, form: FormData): Promise<FormState> {
  const locale = isLocale(language) ? language : defaultLocale
  const text = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const company = (await currentSession())?.company?.id
  const seen = { search: text('search'), ...(form.has('look') ? { look: text('look') } : {}) }
  const page = linkFor({ locale }, listNamed(key)?.path ?? '/')
  const id = text('id')
  const opened = (view: string, search: string): string => {
    const asked = new URLSearchParams(search)
    asked.set('saved', view)
    return `${page}?${asked.toString()}`
  }

  if (text('do') === 'new') {
    const shared = form.has('shared') && company ? { company } : {}
    const state = await runCabinetAction(
      saveListView,
      { list: key, name: text('name'), ...seen, ...shared },
      { locale },
    )
    if (state.ok && state.output) redirect(opened(state.output.id, seen.search))
    return state
  }
  if (text('do') === 'remove') {
    const state = await runCabinetAction(removeListView, { id }, { locale })
    if (state.ok) redirect(page)
    return state
  }
  if (text('do') === 'keep') {
    const state = await runCabinetAction(changeListView, { id, ...seen }, { locale })
    if (state.ok) redirect(opened(id, seen.search))
    return state
  }
  const sharing = form.has('may-share') && company ? { company: form.has('shared') ? company : null } : {}
  const state = await runCabinetAction(changeListView, { id, name: text('name'), ...sharing }, { locale })
  if (state.ok && state.output) redirect(opened(id, state.output.search))
  return state
}
