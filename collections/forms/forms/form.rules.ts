import type { Answer } from '@/src/mechanisms/fieldsets/checkAnswers'

/** Fields that the page itself uses: the trap for robots and the chosen company. */
export const RESERVED: ReadonlySet<string> = new Set(['website', 'company'])
export const isFieldName = (name: unknown): name is string =>
  typeof name === 'string' && /^[a-z]\w{0,39}$/i.test(name) && !RESERVED.has(name)

/** A path of this portal: never another host, however it is written. */
export const isOwnPath = (path: unknown): path is string =>
  typeof path === 'string' &&
  /^\/(?![/\\])[^\s\\]{0,300}$/.test(path) &&
  new URL(path, 'http://portal.invalid').host === 'portal.invalid'

/** `{{name}}` becomes what was answered, `{{*}}` all answers, one a line. A field that was left empty becomes nothing. */
export function fillIn(text: string, answers: readonly Answer[]): string {
  return text.replace(/\{\{\s*(\*|\w+)(?::table)?\s*\}\}/g, (_whole, name: string) =>
    name === '*'
      ? answers.map(({ label, value }) => `${label}: ${value}`).join('\n')
      : (answers.find(({ field }) => field === name)?.value ?? ''),
  )
}

/** Whether a template takes something from the answers. */
export const isAnswered = (template: string): boolean => /\{\{[^}]*\}\}/.test(template)

/** Whether a template takes this field's answer, by its name or with all. */
export const quotes = (template: string, field: string): boolean =>
  [...template.matchAll(/\{\{\s*(\*|\w+)(?::table)?\s*\}\}/g)].some(([, name]) => name === '*' || name === field)
