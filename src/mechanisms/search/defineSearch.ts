import { declarations } from '@/src/lib/declarations'
import { say, type Text } from '@/src/lib/i18n'
import { otherLayout } from '@/src/lib/keyboard'
import { logger } from '@/src/lib/logger'
import { declaredModules } from '../modules/defineModule'
import { isEntityOn, isModuleOn } from '../modules/switches'
import { isStaff } from '../access/actor'
import { addressOfWorkplace, declaredWorkplaces } from '../panel/defineWorkplace'
import { shownTo } from '../panel/shownTo'
import type { QueryContext } from '../access/context'
import { mayOpen } from '../access/mayOpen'

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

const registry = declarations<SearchSource>()

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
  const sources = [...registry.values()].sort((a, b) => a.order - b.order)
  // No source waits for another.
  const [pages, ...found] = await Promise.all([
    findPages(context, asked),
    ...sources.map((source) => findIn(source, context, asked)),
  ])
  const groups: HitGroup[] = [
    { key: 'pages', label: { ru: 'Страницы', en: 'Pages' }, hits: pages },
    ...sources.map(({ key, label }, place) => ({ key, label, hits: found[place] ?? [] })),
  ]
  return groups.filter(({ hits }) => hits.length > 0)
}

async function findIn({ key, entity, find }: SearchSource, context: QueryContext, asked: string): Promise<Hit[]> {
  if (!(await isEntityOn(context.req, entity))) return []
  try {
    return (await find(context, asked, EACH)).slice(0, EACH)
  } catch (error) {
    logger.error({ err: error, source: key }, 'a search source failed')
    return []
  }
}

/** Pages of the navigation whose name holds the phrase, those that the person may open. */
async function findPages(context: QueryContext, phrase: string): Promise<Hit[]> {
  if (isStaff(context.actor)) return findWorkplaces(context, phrase)
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

const findWorkplaces = ({ actor, locale = 'ru' }: QueryContext, phrase: string): Hit[] =>
  shownTo(actor, declaredWorkplaces())
    .filter(({ label }) => named(label, phrase))
    .map((workplace) => {
      const href = addressOfWorkplace(workplace)
      return { key: href, title: say(workplace.label, locale), note: null, href }
    })

const named = ({ ru, en }: Text, phrase: string): boolean =>
  [ru, en].some((name) => name.toLowerCase().includes(phrase.toLowerCase()))
