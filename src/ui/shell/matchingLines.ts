import type { PaletteItem } from './shellData'

const SHOWN = 6

/** Lines whose words begin with the words of the query; all of the first few while nothing is typed. */
export function matchingLines(lines: { href: string; label: string }[], query: string): PaletteItem[] {
  const wanted = fold(query).split(' ').filter(Boolean)
  return lines
    .filter((line) => wanted.every((word) => fold(line.label).split(' ').some((one) => one.startsWith(word))))
    .slice(0, SHOWN)
    .map((line) => ({ href: line.href, title: line.label }))
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
