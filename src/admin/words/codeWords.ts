import type { Text } from '@/src/lib/i18n'
import { declaredActions } from '@/src/mechanisms/actions/defineAction'
import { declaredEvents } from '@/src/mechanisms/events/defineEvents'
import { declaredJobs } from '@/src/mechanisms/jobs/defineJob'
import { codeText, journalWords, type JournalCode } from './journalWords'

type Words = Record<string, Text>

/** Codes whose words stand in their declarations, by sort. A browser knows no declaration: it is handed the words. */
const declared: Readonly<Record<string, () => Words>> = {
  action: () => Object.fromEntries(declaredActions().map(({ name, label }) => [name, label])),
  event: () => Object.fromEntries([...declaredEvents()].map(([type, { label }]) => [type, label])),
  job: () => Object.fromEntries(declaredJobs().map(({ name, label }) => [name, label])),
}

export type Sort = JournalCode | 'event' | 'job'

/** The words of all codes of a sort whose declarations hold them; undefined for those that the journals alone have words for. */
export const declaredWords = (sort: string): Words | undefined => declared[sort]?.()

/** The words of a code: of its declaration, else those of the journals, else the code itself. */
export function wordsOfCode(sort: Sort, code: string): Text {
  const own = declaredWords(sort)?.[code]
  if (own) return own
  return isJournals(sort) ? codeText(sort, code) : { ru: code, en: code }
}

/** Codes whose words hold this text, in either language. */
export function codesNamed(sort: Sort, text: string): string[] {
  const asked = text.trim().toLowerCase()
  const all: Words = { ...(isJournals(sort) ? journalWords[sort] : {}), ...declaredWords(sort) }
  return Object.entries(all).flatMap(([code, { ru, en }]) => (`${ru}\n${en}`.toLowerCase().includes(asked) ? [code] : []))
}

const isJournals = (sort: Sort): sort is JournalCode => Object.hasOwn(journalWords, sort)
