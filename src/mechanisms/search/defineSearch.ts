import { say, type Text } from '@/src/lib/i18n'
import { otherLayout } from '@/src/lib/keyboard'
import { logger } from '@/src/lib/logger'
import { declaredModules, type NavItem } from '../modules/defineModule'
import { isEntityOn, isModuleOn } from '../modules/switches'
import type { QueryContext } from '../access/context'

/** One found thing; `title` and `note` are the record's own words. */
export type Hit = { key: string; title: string; note: string | null; href: string }
export type HitGroup = { key: string; label: Text; hits: Hit[] }

export type SearchSource = {
  key: string
  label: Text
  /** The collection it searches; where its module is off, it is silent. */
  entity: string
  order: number
  /** At most `limit` hits, the best first, read as the person. The phrase is trimmed and not empty. */
  find: (context: QueryContext, phrase: string, limit: number) => Promise<Hit[]>
}

const registry = new Map<string, SearchSource>()

/** Declares what the search over everything (⌘K) finds of an entity. */
export function defineSearch(source: SearchSource): SearchSource {
  registry.set(source.key, source)
  return source
}

const EACH = 8
const LONGEST = 200

/**
 * Searches every declared source as the person, at most eight of each, empty groups left out; when nothing at all is
 * found, the phrase as it would read in the other layout of the keyboard. A source that fails is logged and left out:
 * the others still answer.
 */
export async function searchEverything(context: QueryContext, phrase: string): Promise<HitGroup[]> {
  const asked = phrase.trim().slice(0, LONGEST)
  if (asked.length < 2) return []
  const found = await searchOnce(context, asked)
  const meant = found.length > 0 ? null : otherLayout(asked)
  return meant ? searchOnce(context, meant) : found
}

async function searchOnce(context: QueryContext, asked: string): Promise<HitGroup[]> {
  const pages = await findPages(context, asked)
  const groups: HitGroup[] = pages.length > 0 ? [{ key: 'pages', label: { ru: 'Страницы', en: 'Pages' }, hits: pages }] : []
  for (const { key, label, entity, find } of [...registry.values()].sort((a, b) => a.order - b.order)) {
    if (!(await isEntityOn(context.req, entity))) continue
    try {
      const hits = await find(context, asked, EACH)
      if (hits.length > 0) groups.push({ key, label, hits: hits.slice(0, EACH) })
    } catch (error) {
      logger.error({ err: error, source: key }, 'a search source failed')
    }
  }
  return groups
}

/** Pages of the navigation whose name holds the phrase, those that the person may open. */
async function findPages(context: QueryContext, phrase: string): Promise<Hit[]> {
  const hits: Hit[] = []
  for (const module of declaredModules()) {
    if (!(await isModuleOn(context.req, module.slug))) continue
    for (const item of (module.nav ?? []).flatMap((top) => [top, ...(top.pages ?? [])])) {
      if (mayOpen(context, item) && named(item.label, phrase)) {
        hits.push({ key: item.href, title: say(item.label, context.locale ?? 'ru'), note: null, href: item.href })
      }
    }
  }
  return hits.slice(0, EACH)
}

function mayOpen({ actor, company }: QueryContext, { needs, roles }: Omit<NavItem, 'pages'>): boolean {
  if (roles && !roles.includes(actor.role)) return false
  return !needs || (company ? (actor.memberships.get(company)?.has(needs) ?? false) : [...actor.memberships.values()].some((held) => held.has(needs)))
}

const named = ({ ru, en }: Text, phrase: string): boolean => [ru, en].some((name) => name.toLowerCase().includes(phrase.toLowerCase()))
