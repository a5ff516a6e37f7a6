import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'
import { declaredModules, moduleOfEntity } from './defineModule'

/** Within this time every process knows of a changed switch; the one that changed it knows at once. */
const FRESH_MS = 2_000

type Known = { known?: { at: number; off: ReadonlySet<string> }; changedAt: number }
/** Next bundles this module several times; what a process knows is one for all copies. */
const shared = globalThis as typeof globalThis & { kabinetSwitches?: Known }
const state = (shared.kabinetSwitches ??= { changedAt: 0 })

/** Modules that an administrator switched off, with everything that depends on them. */
export async function modulesOff(runner: Runner): Promise<ReadonlySet<string>> {
  if (state.known && Date.now() - state.known.at < FRESH_MS) return state.known.off
  const asked = Date.now()
  const off = await readOff(runner)
  // Just after a change others may still read what was before it was committed: nothing is kept then.
  if (asked - state.changedAt > FRESH_MS) state.known = { at: asked, off }
  return off
}

/**
 * Like `modulesOff`, past every cache and, until the end of the transaction, safe from being changed: whoever
 * throws a switch waits for the caller.
 */
export async function modulesOffForSure(runner: Runner): Promise<ReadonlySet<string>> {
  return readOff(runner, { hold: true })
}

export async function isModuleOn(runner: Runner, slug: string): Promise<boolean> {
  return !(await modulesOff(runner)).has(slug)
}

/** Whether an entity is there: its module is on, or it belongs to none. */
export async function isEntityOn(runner: Runner, entity: string): Promise<boolean> {
  const module = moduleOfEntity(entity)
  return module === undefined || (await isModuleOn(runner, module))
}

/** Called by the global's hook, so that the process that changed the switches sees it at once. */
export function forgetSwitches(): void {
  state.known = undefined
  state.changedAt = Date.now()
}

/** What is off when these are switched off: they and all that depends on them; what is required never is. */
export function withDependants(chosen: Iterable<string>): Set<string> {
  const optional = declaredModules().filter(({ required }) => !required)
  const off = new Set([...chosen].filter((slug) => optional.some((module) => module.slug === slug)))
  for (let before = -1; before < off.size; ) {
    before = off.size
    for (const { slug, dependsOn } of optional) if (dependsOn?.some((needed) => off.has(needed))) off.add(slug)
  }
  return off
}

async function readOff(runner: Runner, { hold = false } = {}): Promise<ReadonlySet<string>> {
  const [row] = await query<{ off: unknown }>(runner, sql`select "off" from modules limit 1 ${hold ? sql`for share` : sql``}`)
  return withDependants(Array.isArray(row?.off) ? row.off.map(String) : [])
}
