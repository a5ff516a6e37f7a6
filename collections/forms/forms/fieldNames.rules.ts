import { slugify } from '@/src/lib/translit'
import { isFieldName } from './form.rules'

/** A field of a form as the editor of forms keeps it. */
export type FieldBlock = {
  id?: string | null
  blockType?: string
  name?: unknown
  label?: unknown
  options?: Array<{ value?: unknown; label?: unknown }> | null
  columns?: FieldBlock[] | null
  papers?: FieldBlock[] | null
}

/** Parts of a form that are no fields: words, and the beginnings of pages. */
export const isNameless = ({ blockType }: FieldBlock): boolean => blockType === 'message' || blockType === 'page'

const MAX = 40
const isGiven = (text: unknown): text is string => typeof text === 'string' && text.trim() !== ''

/** What a label is called in templates: Latin letters and underscores, told apart by a number where another has it. */
export function nameFor(label: string, taken: ReadonlySet<string>): string {
  const latin = cutTo(slugify(label).split('-').join('_'), MAX)
  const word = isFieldName(latin) ? latin : cutTo(`field_${latin}`, MAX)
  for (let number = 1; ; number += 1) {
    // The number has its place however many there are: a name too long would never be one.
    const end = number === 1 ? '' : `_${number}`
    const name = cutTo(word, MAX - end.length) + end
    if (!taken.has(name) && isFieldName(name)) return name
  }
}

const cutTo = (word: string, length: number): string => word.slice(0, length).replace(/_+$/, '')

/**
 * Names of fields and values of choices, made of their labels where nobody has given them. A name that was saved stays,
 * whatever its label becomes: answers are kept by it, and letters quote it.
 */
export function withFieldNames<Block extends FieldBlock>(
  blocks: readonly Block[],
  saved: readonly FieldBlock[],
): Block[] {
  const kept = new Map(saved.flatMap(({ id, name }) => (id && isFieldName(name) ? [[id, name] as const] : [])))
  const taken = new Set(blocks.flatMap(({ id }) => kept.get(id ?? '') ?? []))
  return blocks.map((block) => {
    if (isNameless(block)) return block
    const old = kept.get(block.id ?? '')
    const own = old ?? (isFieldName(block.name) && !taken.has(block.name) ? block.name : null)
    const name = own ?? (isGiven(block.label) ? nameFor(block.label, taken) : block.name)
    if (typeof name === 'string') taken.add(name)
    const before = saved.find(({ id }) => id && id === block.id)
    return {
      ...block,
      name,
      ...(block.options ? { options: withValues(block.options) } : {}),
      ...(block.columns ? { columns: withFieldNames(block.columns, before?.columns ?? []) } : {}),
      ...(block.papers ? { papers: withFieldNames(block.papers, before?.papers ?? []) } : {}),
    }
  })
}

/** The same of the choices of one list. */
function withValues<Option extends { value?: unknown; label?: unknown }>(options: readonly Option[]): Option[] {
  const taken = new Set<string>()
  return options.map((option) => {
    const given = isGiven(option.value) && !taken.has(option.value) ? option.value : null
    const value = given ?? (isGiven(option.label) ? nameFor(option.label, taken) : option.value)
    if (typeof value === 'string') taken.add(value)
    return { ...option, value }
  })
}

/** `{{Почта}}` as the name that the field has: editors write labels, templates keep names. */
export function withNamesInPlaces(text: string, fields: readonly FieldBlock[]): string {
  const byLabel = new Map(
    fields.flatMap(({ label, name }) =>
      isGiven(label) && typeof name === 'string' ? [[label.trim().toLowerCase(), name] as const] : [],
    ),
  )
  const names = new Set(fields.map(({ name }) => name))
  return text.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (whole, word: string) => {
    const name = names.has(word) ? undefined : byLabel.get(word.toLowerCase())
    return name ? `{{${name}}}` : whole
  })
}
