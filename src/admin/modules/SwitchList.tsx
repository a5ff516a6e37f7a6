'use client'

import { useField } from '@payloadcms/ui'

type Switch = { slug: string; label: string; required: boolean; note: string }

export function SwitchList({ modules, note, path, readOnly }: { modules: Switch[]; note: string; path: string; readOnly: boolean }) {
  const { value, setValue } = useField<string[]>({ path })
  const off = new Set(Array.isArray(value) ? value : [])
  const toggle = (slug: string, on: boolean): void => {
    const next = new Set(off)
    if (on) next.delete(slug)
    else next.add(slug)
    setValue([...next])
  }
  return (
    <section className="kb-sheet">
      <p className="kb-muted kb-small" style={{ padding: '14px 20px 4px', margin: 0 }}>
        {note}
      </p>
      {modules.map((module) => (
        <label className="kb-item" key={module.slug} style={{ cursor: module.required ? 'default' : 'pointer' }}>
          <span>
            <b>{module.label}</b> <span className="kb-muted kb-small">{module.note}</span>
          </span>
          <input
            checked={module.required || !off.has(module.slug)}
            disabled={module.required || readOnly}
            onChange={(event) => toggle(module.slug, event.target.checked)}
            type="checkbox"
          />
        </label>
      ))}
    </section>
  )
}
