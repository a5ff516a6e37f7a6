import { CHOSEN_FILE } from '@/src/mechanisms/fieldsets/kinds/filesKind'

/** What a form holds, as texts by the names of its inputs; a file that was chosen stands as one that is to come. */
export function typedOf(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) {
    if (name.startsWith('$')) continue
    if (typeof value === 'string') typed[name] = value
    else if (value.size > 0) typed[name] = CHOSEN_FILE
  }
  return typed
}
