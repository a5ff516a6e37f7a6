import type { Cart } from '@/collections/sales/carts/cart.queries'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { Money } from '@/src/ui/money/Money'
import type { DockNote } from '@/src/ui/shelf/Dock'
import { cartPage as words } from './cart.labels'

/** What holds and what does not: what cannot be ordered, overdue money that stands in the way, the limit, what has to wait. */
export function feasibilityNotes({ feasibility, currency }: Cart, locale: Locale, zone: string): DockNote[] {
  const { limit, overdue, waiting, lines, far } = feasibility
  const sum = (amount: number) => <Money amount={amount} currency={currency} locale={locale} />
  const problems = lines.filter(({ problem }) => problem !== null).length
  const notes: DockNote[] = []
  if (problems > 0) notes.push({ key: 'problems', is: 'bad', words: say(words.problems, locale, { count: problems }) })
  if (overdue?.blocks)
    notes.push({
      key: 'overdue',
      is: 'bad',
      words: (
        <>
          {say(words.overdueBlocks, locale)} {sum(overdue.amount)}
        </>
      ),
    })
  if (overdue && !overdue.blocks)
    notes.push({
      key: 'overdue',
      is: 'wait',
      wideOnly: true,
      words: (
        <>
          {say(words.overdueIs, locale)} {sum(overdue.amount)}
        </>
      ),
    })
  if (limit?.enough && !overdue?.blocks)
    notes.push({
      key: 'limit',
      is: 'good',
      wideOnly: true,
      words: (
        <>
          {say(words.limitEnough, locale)} {sum(limit.leftAfter)}
        </>
      ),
    })
  if (limit && !limit.enough && !overdue?.blocks)
    notes.push({
      key: 'limit',
      is: 'bad',
      words: (
        <>
          {say(words.limitShort, locale)} {sum(-limit.leftAfter)}
        </>
      ),
    })
  if (waiting) {
    const known = waiting.until && !waiting.unknown
    const text = known
      ? say(words.comes, locale, { count: waiting.lines, day: humanDate(waiting.until ?? '', locale, zone) })
      : say(words.comesUnknown, locale, { count: waiting.lines })
    notes.push({ key: 'waiting', is: 'wait', words: text })
  }
  if (far > 0) notes.push({ key: 'far', is: 'wait', words: say(words.farLines, locale, { count: far }) })
  return notes
}
