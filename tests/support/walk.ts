import { feedbackLabels } from '@/src/ui/feedback/feedback.labels'
import { linksOf, wordsOf, type Visitor } from './pageWords'

type Language = 'ru' | 'en'

/** Addresses that answer by leading on. */
const LEADS_ON: readonly RegExp[] = [/^(?:\/en)?\/checkout/]
/** What ends the session, and what answers for as long as one listens. */
const NOT_FOLLOWED = /^\/admin\/(?:logout|login)|^\/api\/live/

/** What no page says unless it failed, or was closed to whoever was led there. */
const FAILED = [feedbackLabels.failed, feedbackLabels.forbidden, feedbackLabels.lost].flatMap(
  ({ ru, en }): string[] => [ru, en],
)
/** How a form's letter names a field. */
const NOT_OURS = /\{\{\w+\}\}/
const BROKEN =
  /\bundefined\b|\[object |\bNaN\b|Invalid Date|\{[a-z]+(?:, (?:plural|select|number)|\})|Application error|Something went wrong/

/** Whether an address belongs to the cabinet in this language, its files and pictures included. */
export const inCabinet =
  (language: Language) =>
  (href: string): boolean =>
    !inPanel(href) && (href.startsWith('/api/') || (language === 'en') === /^\/en(?:\/|\?|$)/.test(href))

export const inPanel = (href: string): boolean => /^\/admin(?:[/?]|$)/.test(href)

type WalkOptions = {
  /** How many addresses of one shape are asked for: of orders, of products, of one list with one thing asked of it. */
  each?: number
  mine: (href: string) => boolean
  /** Finds what is said in Russian by an English page. */
  russianOf?: (words: string) => string[]
}

/** What was asked for, what the pages said, and what was wrong: where it was found and whence one came there. */
type Walk = { asked: Set<string>; said: Set<string>; wrong: string[] }

type Step = { address: string; from: string; always: boolean }

/** Goes from page to page as far as links lead. Every page must answer 200, whole, without a word of failure. */
export async function walk(
  visit: Visitor,
  start: readonly string[],
  { each = 1, mine, russianOf }: WalkOptions,
): Promise<Walk> {
  const shapes = new Map<string, number>()
  const done: Walk = { asked: new Set(), said: new Set(), wrong: [] }
  let waiting: Step[] = start.map((address) => ({ address, from: 'the beginning', always: true }))
  while (waiting.length > 0) {
    const batch = waiting.filter(({ address, always }) => {
      const shape = shapeOf(address)
      if (done.asked.has(address) || NOT_FOLLOWED.test(address) || (!always && (shapes.get(shape) ?? 0) >= each))
        return false
      done.asked.add(address)
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
      return true
    })
    const next: Step[] = []
    await sideBySide(batch, 4, async ({ address, from }) => {
      const wrong = (what: string): void => void done.wrong.push(`${from} → ${address}: ${what}`)
      const { status, location, html } = await visit(address)
      if (location !== null) {
        if (!LEADS_ON.some((pattern) => pattern.test(address))) wrong(`leads on to ${location}`)
        next.push({ address: location, from: address, always: true })
        return
      }
      if (status !== 200) return wrong(String(status))
      if (/data-coming/.test(html)) wrong('a skeleton without script')
      for (const words of wordsOf(html)) {
        done.said.add(words)
        if (FAILED.includes(words) || (BROKEN.test(words) && !NOT_OURS.test(words)))
          wrong(`says «${words.slice(0, 80)}»`)
        for (const russian of russianOf?.(words) ?? []) wrong(`is English and says «${russian.slice(0, 80)}»`)
      }
      // What is asked of a list is asked one by one: all at once would be more addresses than anybody has.
      const further = linksOf(html).filter((href) => mine(href) && !(address.includes('?') && href.includes('?')))
      next.push(...further.map((href) => ({ address: href, from: address, always: false })))
    })
    waiting = next
  }
  return { ...done, wrong: [...new Set(done.wrong)] }
}

/** Ids and numbers of records do not make another shape, nor do values of what is asked. */
function shapeOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://portal.test')
  const place = decodeURIComponent(pathname)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/\/(orders|products|forms|letters)\/(?!create(?:$|\/))[^/]+/, '/$1/*')
    .replace(/\/catalogue\/.+/, '/catalogue/*')
    .replace(/\/file\/[^/]+$/, '/file/*')
  return `${place}?${[...searchParams.keys()].sort().join('&')}`
}

/** Works on some of the items at once. */
async function sideBySide<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items]
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: width }, worker))
}
