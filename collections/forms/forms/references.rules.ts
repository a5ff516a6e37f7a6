import type { Text } from '@/src/lib/i18n'
import { isNameless, type FieldBlock } from './fieldNames.rules'

/** A part of a form as it is edited, with what it says of others. */
export type ReferringBlock = FieldBlock & {
  whenField?: unknown
  whenIs?: unknown
  whenValue?: unknown
  by?: unknown
  of?: unknown
}

const lines = (text: unknown): string[] =>
  typeof text === 'string'
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : []
const same = (one: unknown, other: string): boolean =>
  typeof one === 'string' && one.trim().toLowerCase() === other.trim().toLowerCase()
const nameOf = (block: FieldBlock | undefined): string | null =>
  block && typeof block.name === 'string' ? block.name : null

/** The field that an editor names: by its name, else by its label. */
const found = (blocks: readonly FieldBlock[], word: string): FieldBlock | undefined =>
  blocks.find(({ name }) => name === word) ?? blocks.find((block) => !isNameless(block) && same(block.label, word))

/** The column that an editor names: «Table / Column», or as it is kept. */
function foundColumn(
  blocks: readonly FieldBlock[],
  word: string,
): { table: FieldBlock; column: FieldBlock } | undefined {
  const at = Math.max(word.indexOf('/'), word.indexOf('.'))
  if (at < 0) return undefined
  const table = found(blocks, word.slice(0, at).trim())
  const column = table?.columns ? found(table.columns, word.slice(at + 1).trim()) : undefined
  return table && column ? { table, column } : undefined
}

const YES = ['да', 'yes', 'true', '1']

/** What editors say of other fields by labels, as names: of conditions, their values and of what is counted. */
export function withReferences<Block extends ReferringBlock>(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const word = typeof block.whenField === 'string' ? block.whenField.trim() : ''
    const asked = word === '' ? undefined : found(blocks, word)
    return {
      ...block,
      ...(asked
        ? {
            whenField: nameOf(asked) ?? word,
            whenValue: lines(block.whenValue)
              .map((value) => valueOf(asked, value))
              .join('\n'),
          }
        : {}),
      ...(block.of === undefined
        ? {}
        : {
            of: lines(block.of)
              .map((part) => partOf(blocks, part, block.by))
              .join('\n'),
          }),
    }
  })
}

function valueOf({ blockType, options }: FieldBlock, word: string): string {
  if (blockType === 'checkbox') return YES.includes(word.toLowerCase()) ? 'true' : word
  const chosen = options?.find(({ value, label }) => value === word || same(label, word))
  return typeof chosen?.value === 'string' ? chosen.value : word
}

function partOf(blocks: readonly FieldBlock[], part: string, by: unknown): string {
  if (by !== 'columnSum') return nameOf(found(blocks, part)) ?? part
  const place = foundColumn(blocks, part)
  return place ? `${nameOf(place.table)}.${nameOf(place.column)}` : part
}

export type Problem = { text: keyof typeof problems; field: string; other: string }

/** What may be wrong with what the parts of a form say of each other. */
export const problems = {
  whenUnknown: {
    ru: '«{field}»: условие называет «{other}», а такого поля выше нет',
    en: '“{field}”: its condition names “{other}”, and there is no such field above it',
  },
  whenValue: {
    ru: '«{field}»: напишите, с чем сравнивать «{other}»',
    en: '“{field}”: say what “{other}” is compared with',
  },
  ofUnknown: {
    ru: '«{field}»: не из чего считать. Числового поля «{other}» выше нет',
    en: '“{field}”: there is nothing to count. No number is called “{other}” above it',
  },
  columns: { ru: '«{field}»: добавьте хотя бы одну колонку', en: '“{field}”: please add a column' },
  papers: { ru: '«{field}»: назовите хотя бы один файл', en: '“{field}”: please name a file' },
} as const satisfies Record<string, Text>

const NUMBERS = ['number', 'money', 'computed']

/** The first thing that the parts of a form say wrongly of each other, or null. Only what stands above may be named. */
export function problemOf(blocks: readonly ReferringBlock[]): Problem | null {
  for (const [place, block] of blocks.entries()) {
    const above = blocks.slice(0, place).filter((one) => !isNameless(one))
    const field = typeof block.label === 'string' ? block.label : ''
    const word = typeof block.whenField === 'string' ? block.whenField.trim() : ''
    if (word !== '') {
      if (!found(above, word)) return { text: 'whenUnknown', field, other: word }
      if (block.whenIs !== 'filled' && lines(block.whenValue).length === 0)
        return { text: 'whenValue', field, other: word }
    }
    if (block.blockType === 'rows' && (block.columns ?? []).length === 0) return { text: 'columns', field, other: '' }
    if (block.blockType === 'files' && (block.papers ?? []).length === 0) return { text: 'papers', field, other: '' }
    if (block.blockType === 'computed') {
      const parts = lines(block.of)
      const wrong = parts.length === 0 ? '' : parts.find((part) => !isCounted(above, part, block.by))
      if (wrong !== undefined) return { text: 'ofUnknown', field, other: wrong }
    }
  }
  return null
}

function isCounted(above: readonly FieldBlock[], part: string, by: unknown): boolean {
  if (by === 'columnSum') {
    const column = foundColumn(above, part)?.column as { kind?: unknown } | undefined
    return column !== undefined && NUMBERS.includes(String(column.kind))
  }
  return NUMBERS.includes(String(found(above, part)?.blockType))
}
