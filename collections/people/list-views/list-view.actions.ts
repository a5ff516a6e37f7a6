import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import type { Actor } from '@/src/mechanisms/access/actor'
import { mayOpen } from '@/src/mechanisms/access/mayOpen'
import { customers } from '@/src/mechanisms/access/roles'
import { defineAction, PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { listNamed } from '@/src/mechanisms/lists/defineList'

const errorWords = addErrorLabels({
  'listView.tooMany': {
    ru: 'Видов уже {most}: удалите те, что больше не нужны',
    en: 'There are {most} views already: delete those that are no longer needed',
  },
  'listView.unnamed': { ru: 'Назовите вид', en: 'Please name the view' },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

/** Views that one person keeps, over all lists. */
const MOST = 60

const name = z.string().trim().max(60)
const search = z.string().max(2_000)
const look = z.string().max(500)

/**
 * Saves what is seen of a list under a name. `company` is the one that it is shown to.
 * @throws AppError `record.notFound` 404 for a list that the person does not see; `access.denied` 403 for a company where
 * they may not share; `listView.unnamed` 422, `listView.tooMany` 409
 */
export const saveListView = defineAction({
  name: 'list-views.save',
  label: { ru: 'Сохранён вид списка', en: 'Saved a view of a list' },
  input: z.object({ list: z.string().max(60), name, search, look: look.optional(), company: z.uuid().optional() }),
  may: customers,
  pressSeconds: PRESS_SECONDS,
  run: async ({ req, actor, input }) => {
    const list = listNamed(input.list)
    if (!list || !mayOpen({ req, actor, company: input.company }, list)) throw unknown()
    if (input.company) mayShare(actor, input.company)
    await execute(req, sql`select 1 from users where id = ${actor.id} for update`)
    const [{ count } = { count: 0 }] = await query<{ count: number }>(
      req,
      sql`select count(*)::int as count from list_views where user_id = ${actor.id}`,
    )
    if (count >= MOST) throw new AppError('listView.tooMany', { most: MOST }, { status: 409 })
    const [row] = await query<{ id: string }>(
      req,
      sql`insert into list_views (name, list, user_id, company_id, search, look)
          values (${named(input.name)}, ${list.key}, ${actor.id}, ${input.company ?? null}, ${lasting(input.search)}, ${input.look ?? null})
          returning id::text`,
    )
    return { id: row?.id ?? '' }
  },
})

/**
 * Names a view anew, keeps in it what is seen now, shows it to a company or (`company: null`) to oneself alone again; what is
 * left out stays. @throws AppError `access.denied` 403, `listView.unnamed` 422
 */
export const changeListView = defineAction({
  name: 'list-views.change',
  label: { ru: 'Изменён вид списка', en: 'Changed a view of a list' },
  input: z.object({
    id: z.uuid(),
    name: name.optional(),
    search: search.optional(),
    look: look.optional(),
    company: z.uuid().nullable().optional(),
  }),
  may: customers,
  lock: { entity: 'list-views', id: ({ id }) => id },
  run: async ({ req, actor, input, row }) => {
    mayChange(actor, row)
    if (input.company && input.company !== row.company_id) {
      mayShare(actor, input.company)
      const list = listNamed(row.list)
      if (!list || !mayOpen({ req, actor, company: input.company }, list)) throw unknown()
    }
    const next = {
      name: input.name === undefined ? row.name : named(input.name),
      search: input.search === undefined ? row.search : lasting(input.search),
      look: input.look ?? row.look,
      company: input.company === undefined ? row.company_id : input.company,
    }
    await execute(
      req,
      sql`update list_views set name = ${next.name}, search = ${next.search}, look = ${next.look}, company_id = ${next.company}, updated_at = now()
          where id = ${row.id}`,
    )
    return { search: next.search ?? '' }
  },
})

/** @throws AppError `access.denied` 403 */
export const removeListView = defineAction({
  name: 'list-views.remove',
  label: { ru: 'Удалён вид списка', en: 'Deleted a view of a list' },
  input: z.object({ id: z.uuid() }),
  may: customers,
  lock: { entity: 'list-views', id: ({ id }) => id },
  run: async ({ req, actor, row }) => {
    mayChange(actor, row)
    await execute(req, sql`delete from list_views where id = ${row.id}`)
    return {}
  },
})

/** One's own a person changes alone; what is shown to a company, whoever manages the company. */
function mayChange(actor: Actor, { user_id: owner, company_id: company }: Owned): void {
  if (company) mayShare(actor, company)
  else if (owner !== actor.id) throw denied()
}

function mayShare(actor: Actor, company: string): void {
  if (!sharesIn(actor, company)) throw denied()
}

/** Whether the person may show views to this company. */
export const sharesIn = (actor: Actor, company: string | null | undefined): boolean =>
  Boolean(company && actor.memberships.get(company)?.has('company.manage'))

type Owned = { user_id: string; company_id: string | null }
const denied = (): AppError => new AppError('access.denied', {}, { status: 403 })
const unknown = (): AppError => new AppError('record.notFound', {}, { status: 404 })

function named(text: string): string {
  if (text === '') throw new AppError('listView.unnamed', {}, { status: 422, field: 'name' })
  return text
}

/** The address without the page that one was on, and without the view that one came from. */
function lasting(text: string): string {
  const asked = new URLSearchParams(text)
  asked.delete('page')
  asked.delete('saved')
  asked.delete('look')
  return asked.toString()
}
