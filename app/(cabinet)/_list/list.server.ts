'use server'

import { refresh } from 'next/cache'
import { linkFor } from '@/src/lib/http/linkFor'
import { AppError } from '@/src/lib/errors'
import { defaultLocale, isLocale } from '@/src/lib/i18n'
import { contextOf } from '@/src/mechanisms/access/context'
import { bulkAnswer } from '@/src/mechanisms/lists/bulkButtons'
import { bulksFor, type BulkGiven } from '@/src/mechanisms/lists/defineBulk'
import { listNamed } from '@/src/mechanisms/lists/defineList'
import { runBulk, type Chosen } from '@/src/mechanisms/lists/runBulk'
import type { BulkState } from '@/src/ui/list/bulk'
import { failedState } from '../_session/action'
import { cabinetRequest, currentSession } from '../_session/session'
import { withSubclients } from './withSubclients'

/** Does with the chosen rows of a list what the pressed button says, and answers row by row. */
export async function runListBulk(
  key: string,
  language: string,
  _state: BulkState,
  form: FormData,
): Promise<BulkState> {
  const locale = isLocale(language) ? language : defaultLocale
  const { req } = await cabinetRequest()
  try {
    const session = await currentSession()
    if (!session) throw new AppError('auth.required', {}, { status: 401 })
    const reader = { ...(await contextOf(session.req, session.company?.id, session.company?.partner)), locale }
    const named = listNamed(key)
    const bulk = (await bulksFor(reader, key)).find((one) => one.key === form.get('bulk'))
    if (!named || !bulk) throw new AppError('action.unknown', {}, { status: 404 })
    const { list, context } = withSubclients(session, { list: named, context: reader })
    if (!session.capabilities.has(list.needs)) throw new AppError('access.denied', {}, { status: 403 })
    const results = await runBulk(context, {
      list,
      bulk,
      chosen: chosenIn(form),
      given: givenIn(form),
      locale,
      zone: session.zone,
    })
    // What was done may show on the page: the cart in its head, the states of the rows.
    if ('action' in bulk && results.some(({ ok }) => ok)) refresh()
    return bulkAnswer(bulk, results, { locale, linkTo: (path) => linkFor({ locale }, path) })
  } catch (error) {
    const { message, errors } = failedState(error, { locale }, `list.${key}`, req)
    return { at: Date.now(), error: message ?? Object.values(errors ?? {})[0] ?? '' }
  }
}

function chosenIn(form: FormData): Chosen {
  const all = form.get('all')
  return typeof all === 'string'
    ? { search: all }
    : { ids: form.getAll('id').filter((id): id is string => typeof id === 'string') }
}

/** What stands in the fields beside the chosen rows, where the pressed button asks for something. */
const givenIn = (form: FormData): BulkGiven =>
  Object.fromEntries(
    [...new Set(form.keys())].map((name) => [name, form.getAll(name).filter((one) => typeof one === 'string')]),
  )
