import { sql } from '@payloadcms/db-postgres/drizzle'
import { query, type Runner } from '../database/query'
import { declaredModules } from './defineModule'

const FRESH_MS = 2_000
let known: { at: number; off: ReadonlySet<string> } | undefined

/** The module an entity belongs to, or undefined for what belongs to none (media, events …). */
export function moduleOfEntity(entity: string): string | undefined {
  return declaredModules().find((module) => module.collections.some((collection) => collection.slug === entity))?.slug
}

/** Modules that an administrator switched off, with everything that depends on them. */
export async function modulesOff(runner: Runner): Promise<ReadonlySet<string>> {
  if (known && Date.now() - known.at < FRESH_MS) return known.off
  const rows = await query<{ off: string[] | null }>(runner, sql`select coalesce("off", '[]'::jsonb) as off from modules limit 1`)
  const off = withDependants(new Set(rows[0]?.off ?? []))
  known = { at: Date.now(), off }
  lastSeen = off
  return off
}

export async function isModuleOn(runner: Runner, slug: string): Promise<boolean> {
  const module = declaredModules().find((candidate) => candidate.slug === slug)
  return module?.required === true || !(await modulesOff(runner)).has(slug)
}

let lastSeen: ReadonlySet<string> = new Set()
/** The modules that were off when they were last asked for: for places that cannot wait (`admin.hidden`). */
export const modulesLastSeenOff = (): ReadonlySet<string> => lastSeen

/** Called by the global's hook, so that the process that changed the switches sees it at once. */
export function forgetSwitches(): void {
  known = undefined
}

function withDependants(off: Set<string>): Set<string> {
  const needy = declaredModules().filter(
    (module) => !off.has(module.slug) && !module.required && module.dependsOn?.some((slug) => off.has(slug)),
  )
  if (needy.length === 0) return off
  return withDependants(new Set([...off, ...needy.map((module) => module.slug)]))
}
