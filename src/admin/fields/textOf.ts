import type { Text } from '@/src/lib/i18n'

/** What a cell and a field of a code are told: the words of all codes of its sort. */
export type CodeProps = { words: Readonly<Record<string, Text>> }

/** The words of a code, else of its verb (`companies.update`), or the code itself when nobody has named it. */
export const textOf = (code: string, { words }: CodeProps): Text =>
  words[code] ?? words[code.split('.').at(-1) ?? ''] ?? { ru: code, en: code }
