import type { Locale } from '@/src/lib/i18n'
import type { Origin } from '@/src/mechanisms/fields/overrides'
import type { sectionsLabels } from './sections.labels'

/** A section as the tree draws it. */
export type SectionNode = {
  id: string
  name: string
  parent: string | null
  shown: boolean
  /** How many goods lie in it and below, in words. */
  goods: string
  origin: Origin | null
  /** Fields that were taken over from 1C. */
  taken: readonly string[]
  children: readonly SectionNode[]
}

export type TreeWords = Record<keyof typeof sectionsLabels | 'back' | 'failed', string>

/** What a row of the tree may do and knows of the whole. */
export type RowTools = {
  isOpen: (id: string) => boolean
  fold: (id: string, open: boolean) => void
  run: (id: string, action: string, input: Record<string, unknown>) => void
  step: (beside: readonly SectionNode[], id: string, by: -1 | 1) => void
  choose: (id: string) => void
  chosen: string | null
  error: { id: string; text: string } | null
  pending: boolean
  choices: readonly { id: string; name: string }[]
  words: TreeWords
  locale: Locale
}

/** Where a section goes when it steps past one of its neighbours; null where there is none. */
export function stepOf(
  beside: readonly SectionNode[],
  id: string,
  by: -1 | 1,
): { parent: string | null; before: string | null } | null {
  const at = beside.findIndex((node) => node.id === id)
  const node = beside[at]
  if (!node || !beside[at + by]) return null
  return { parent: node.parent, before: (by < 0 ? beside[at - 1]?.id : beside[at + 2]?.id) ?? null }
}

/** Those whose names hold the phrase, with the way to each. */
export function matching(nodes: readonly SectionNode[], phrase: string): SectionNode[] {
  return nodes.flatMap((node) => {
    const children = matching(node.children, phrase)
    const found = node.name.toLowerCase().includes(phrase)
    return found || children.length > 0 ? [{ ...node, children }] : []
  })
}

/** How many there are in all. */
export const countOf = (nodes: readonly SectionNode[]): number =>
  nodes.reduce((sum, { children }) => sum + 1 + countOf(children), 0)
