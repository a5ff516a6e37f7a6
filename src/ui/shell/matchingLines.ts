import { fold } from '@/src/lib/fold'
import { otherLayout } from '@/src/lib/keyboard'
import type { PaletteItem } from './shellData'

const SHOWN = 6

/**
 * Lines whose words begin with the words of the query, as typed or, where that finds none, in the other layout of the
 * keyboard; all of the first few while nothing is typed.
 */
export function matchingLines(lines: { href: string; label: string }[], query: string): PaletteItem[] {
  return filterByLabel(lines, query)
    .slice(0, SHOWN)
    .map((line) => ({ href: line.href, title: line.label }))
}

/** All of the lines that answer in this way. */
export function filterByLabel<Line extends { label: string }>(lines: readonly Line[], query: string): readonly Line[] {
  const found = begun(lines, query)
  const meant = found.length > 0 ? null : otherLayout(query)
  return meant ? begun(lines, meant) : found
}

function begun<Line extends { label: string }>(lines: readonly Line[], query: string): readonly Line[] {
  const wanted = fold(query).split(' ').filter(Boolean)
  return lines.filter((line) =>
    wanted.every((word) =>
      fold(line.label)
        .split(' ')
        .some((one) => one.startsWith(word)),
    ),
  )
}
