import { headers } from 'next/headers'
import { createLocalReq, executeAuthStrategies, type Payload } from 'payload'
import { cache } from 'react'
import { isUuid } from '@/src/mechanisms/database/ids'
import { contextOf, type QueryContext } from '@/src/mechanisms/access/context'
import { readableTitles, type Titles } from '../audit/titles.queries'

/** Whose page is drawn: cells are given neither the request nor the person. */
const viewer = cache(async (payload: Payload): Promise<QueryContext> => {
  const { user } = await executeAuthStrategies({ headers: await headers(), payload, canSetHeaders: false })
  return contextOf(await createLocalReq({ user: user ?? undefined }, payload))
})

/** What cells of this page ask for together, until the question is put. */
const gathered = cache((payload: Payload) => {
  let wanted = new Map<string, Set<string>>()
  let answer: Promise<Titles> | undefined
  const ask = async (): Promise<Titles> => {
    const context = await viewer(payload)
    // All cells of a page are drawn in one turn of the loop.
    await new Promise((resolve) => setImmediate(resolve))
    const now = wanted
    wanted = new Map()
    answer = undefined
    return readableTitles(context, now)
  }
  return (entity: string, ids: readonly string[]): Promise<Titles> => {
    const known = wanted.get(entity) ?? new Set()
    for (const id of ids) known.add(id)
    wanted.set(entity, known)
    return (answer ??= ask())
  }
})

/** What records are called, one question for all cells of a page; of what the person may not read nothing is told. */
export async function relationTitle(
  payload: Payload,
  { relationTo, value }: { relationTo: string; value: string },
): Promise<string | null> {
  if (!isUuid(value)) return null
  return (await gathered(payload)(relationTo, [value])).get(value)?.title ?? null
}
