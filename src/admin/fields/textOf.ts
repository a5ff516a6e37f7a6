import type { Text } from '@/src/lib/i18n'
import { codeText, type JournalCode } from '../words/journalWords'

/** What a cell and a field of a code are told: its sort, and the words of its declarations where they hold them. */
export type CodeProps = { sort: string; words?: Record<string, Text> }

/** The words of a code. */
export const textOf = (code: string, { sort, words }: CodeProps): Text => (words?.[code] ?? codeText(sort as JournalCode, code)) // a sort that the journals have no words for has declared ones
