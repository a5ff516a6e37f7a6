import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import type { Text } from '@/src/lib/i18n'
import type { Condition, FieldDefinition, FieldSet, PageDefinition } from '@/src/mechanisms/fieldsets/definition'
import type { Form } from '@/src/payload-types'

type Block = NonNullable<Form['fields']>[number]

/** What an editor put together, as a set of fields in pages. */
export function setOf(blocks: readonly Block[]): FieldSet {
  const pages: Array<PageDefinition & { fields: FieldDefinition[] }> = []
  for (const block of blocks) {
    const last = pages.at(-1)
    if (block.blockType === 'page')
      pages.push({ title: text(block.label, block.labelEn), ...whenOf(block), fields: [] })
    else if (last) last.fields.push(fieldOf(block))
    else pages.push({ title: text('', ''), fields: [fieldOf(block)] })
  }
  return { pages: pages.filter(({ fields }) => fields.length > 0) }
}

/** What nobody has said in English is said in Russian. */
const text = (ru: string | null | undefined, en: string | null | undefined): Text => ({
  ru: ru ?? '',
  en: en?.trim() || (ru ?? ''),
})

const lines = (said: string | null | undefined): string[] =>
  (said ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function whenOf({ whenField, whenIs, whenValue }: Block): { when?: Condition } {
  return whenField ? { when: { field: whenField, is: whenIs ?? 'filled', values: lines(whenValue) } } : {}
}

/** A field of a block: what one kind has of its own is taken wherever it is there. */
function fieldOf(block: Exclude<Block, { blockType: 'page' }>): FieldDefinition {
  const none = { name: '', label: text('', ''), required: false, initial: '' }
  if (block.blockType === 'message')
    return { ...none, kind: 'message', text: text(plainText(block.message), block.messageEn), ...whenOf(block) }
  const name = block.name ?? ''
  return {
    kind: block.blockType,
    name,
    label: text(block.label || name, block.labelEn),
    required: 'required' in block && block.required === true,
    initial: initialOf(block),
    ...('options' in block
      ? {
          options: (block.options ?? []).map((option) => ({
            value: option.value ?? '',
            label: text(option.label, option.labelEn),
          })),
        }
      : {}),
    ...('currency' in block && block.currency ? { currency: block.currency } : {}),
    ...('source' in block ? { source: block.source } : {}),
    ...('columns' in block
      ? {
          columns: (block.columns ?? []).map((column) => ({
            kind: column.kind,
            name: column.name ?? '',
            label: text(column.label, column.labelEn),
            required: column.required === true,
            initial: '',
            summed: column.summed === true,
          })),
          minRows: block.minRows ?? 0,
          ...(block.maxRows ? { maxRows: block.maxRows } : {}),
        }
      : {}),
    ...('papers' in block
      ? {
          files: (block.papers ?? []).map((paper) => ({
            key: paper.name ?? '',
            label: text(paper.label, paper.labelEn),
            required: paper.required === true,
          })),
        }
      : {}),
    ...('by' in block ? { formula: { by: block.by, of: lines(block.of) } } : {}),
    ...whenOf(block),
  }
}

const initialOf = (block: Block): string =>
  'defaultValue' in block && block.defaultValue != null && block.defaultValue !== false
    ? String(block.defaultValue)
    : ''

/** The editor's rich text as paragraphs. */
export function plainText(rich: Form['confirmationMessage'] | undefined): string {
  // The generated type of a rich text is looser than the editor's own.
  return rich
    ? convertLexicalToPlaintext({ data: rich as Parameters<typeof convertLexicalToPlaintext>[0]['data'] }).trim()
    : ''
}
