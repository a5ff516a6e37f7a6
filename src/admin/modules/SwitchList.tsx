'use client'

import { useField } from '@payloadcms/ui'
import { noteOf, offWith, type Switch, type SwitchWords } from './switchNotes'

export function SwitchList({
  modules,
  words,
  path,
  readOnly,
}: {
  modules: Switch[]
  words: SwitchWords
  path: string
  readOnly: boolean
}) {
  const { value, setValue } = useField<string[]>({ path })
  const chosen = new Set(Array.isArray(value) ? value : [])
  const off = offWith(modules, chosen)
  const toggle = (slug: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.delete(slug)
    else next.add(slug)
    setValue([...next])
  }
  return (
    <section className="kb-sheet">
      <p className="kb-muted kb-small" style={{ padding: '14px 20px 4px', margin: 0 }}>
        {words.note}
      </p>
      {modules.map((module) => {
        const waits = module.needs.some((slug) => off.has(slug))
        const fixed = module.required || waits || readOnly
        return (
          <label className="kb-item" key={module.slug} style={{ cursor: fixed ? 'default' : 'pointer' }}>
            <span>
              <b>{module.label}</b>{' '}
              <span aria-live="polite" className="kb-muted kb-small">
                {noteOf(module, modules, chosen, words)}
              </span>
            </span>
            <input
              checked={module.required || !off.has(module.slug)}
              disabled={fixed}
              name={`module-${module.slug}`}
              onChange={(event) => toggle(module.slug, event.target.checked)}
              type="checkbox"
            />
          </label>
        )
      })}
    </section>
  )
}
