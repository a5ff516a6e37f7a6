export type Switch = {
  slug: string
  label: string
  required: boolean
  /** Modules without which it cannot be on. */ needs: string[]
}
export type SwitchWords = Record<'note' | 'required' | 'needs' | 'takes' | 'took' | 'waits', string>

/** Everything that is off when these are: the same rule as on the server. */
export function offWith(modules: readonly Switch[], chosen: ReadonlySet<string>): Set<string> {
  const off = new Set(chosen)
  for (let before = -1; before < off.size;) {
    before = off.size
    for (const { slug, required, needs } of modules)
      if (!required && needs.some((needed) => off.has(needed))) off.add(slug)
  }
  return off
}

/** What is said beside a switch: what it needs, what goes with it, why it cannot be switched on now. */
export function noteOf(
  module: Switch,
  modules: readonly Switch[],
  chosen: ReadonlySet<string>,
  words: SwitchWords,
): string {
  if (module.required) return words.required
  const names = (slugs: readonly string[]): string =>
    slugs.map((slug) => modules.find((one) => one.slug === slug)?.label ?? slug).join(', ')
  const fill = (text: string, slugs: readonly string[]): string =>
    slugs.length > 0 ? text.replace('{list}', names(slugs)) : ''
  const off = offWith(modules, chosen)
  const missing = module.needs.filter((slug) => off.has(slug))
  if (missing.length > 0) return fill(words.waits, missing)
  const goes = [...offWith(modules, new Set([module.slug]))].filter((slug) => slug !== module.slug)
  if (chosen.has(module.slug)) return fill(words.took, goes)
  return [fill(words.needs, module.needs), fill(words.takes, goes)].filter(Boolean).join('. ')
}
