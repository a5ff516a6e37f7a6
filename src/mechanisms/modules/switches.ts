import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'
import { portalCache } from '../database/portalCache'
import { declaredModules, moduleOfEntity } from './defineModule'

/** Within this time every process knows of a changed switch; the one that changed it knows at once. */
const FRESH_MS = 2_000

const switches = portalCache('module-switches', {
  freshMs: FRESH_MS,
  value: () => sql`(select "off" from modules limit 1)`,
  read: offOf,
})

/** Modules that an administrator switched off, with everything that depends on them. */
export const modulesOff = (runner: Runner): Promise<ReadonlySet<string>> => switches.get(runner)

/**
 * Like `modulesOff`, past every cache and, until the end of the transaction, safe from being changed: whoever
 * throws a switch waits for the caller.
 */
export async function modulesOffForSure(runner: Runner): Promise<ReadonlySet<string>> {
  const [row] = await query<{ off: unknown }>(runner, sql`select "off" from modules limit 1 for share`)
  return offOf(row?.off)
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
export const forgetSwitches = switches.forget

/** What is off when these are switched off: they and all that depends on them; what is required never is. */
export function withDependants(chosen: Iterable<string>): Set<string> {
  const optional = declaredModules().filter(({ required }) => !required)
  const off = new Set([...chosen].filter((slug) => optional.some((module) => module.slug === slug)))
  for (let before = -1; before < off.size;) {
    before = off.size
    for (const { slug, dependsOn } of optional) if (dependsOn?.some((needed) => off.has(needed))) off.add(slug)
  }
  return off
}

function offOf(chosen: unknown): ReadonlySet<string> {
  return withDependants(Array.isArray(chosen) ? chosen.map(String) : [])
}
