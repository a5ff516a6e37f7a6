'use client'

import type { KeyboardEvent } from 'react'
import { OriginMark } from '../lib/OriginMark'
import { SectionDetail } from './SectionDetail'
import type { RowTools, SectionNode } from './sectionNode'

/** One section with those inside it; pressing its name opens what may be done with it. */
export function SectionRow({
  node,
  beside,
  tools,
}: {
  node: SectionNode
  beside: readonly SectionNode[]
  tools: RowTools
}) {
  const { id, name, children, shown, goods, origin } = node
  const { words, locale, isOpen, fold, step, choose, chosen, error, pending } = tools
  const open = isOpen(id)
  const at = beside.findIndex((one) => one.id === id)

  const onKey = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.altKey && by !== 0) {
      event.preventDefault()
      step(beside, id, by)
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault()
      fold(id, event.key === 'ArrowRight')
    }
  }

  return (
    <li>
      <div className="kb-branch" data-hidden={!shown || undefined}>
        {children.length > 0 ? (
          <button
            aria-expanded={open}
            aria-label={`${open ? words.fold : words.unfold}: ${name}`}
            className="kb-fold"
            onClick={() => fold(id, !open)}
            type="button"
          />
        ) : (
          <span className="kb-fold" />
        )}
        <button
          aria-expanded={chosen === id}
          className="kb-name"
          data-section={id}
          onClick={() => choose(id)}
          onKeyDown={onKey}
          type="button"
        >
          {name}
        </button>
        <OriginMark locale={locale} origin={origin} />
        {shown ? null : <span className="kb-muted kb-small">{words.hidden}</span>}
        <span className="kb-muted kb-small kb-goods">{goods}</span>
        <span className="kb-steps-of">
          <button
            aria-label={`${words.up}: ${name}`}
            className="kb-step"
            disabled={pending || at === 0}
            onClick={() => step(beside, id, -1)}
            type="button"
          >
            ↑
          </button>
          <button
            aria-label={`${words.down}: ${name}`}
            className="kb-step"
            disabled={pending || at === beside.length - 1}
            onClick={() => step(beside, id, 1)}
            type="button"
          >
            ↓
          </button>
        </span>
      </div>
      {error?.id === id ? (
        <p className="kb-error kb-pad" role="alert">
          {error.text}
        </p>
      ) : null}
      {chosen === id ? <SectionDetail node={node} tools={tools} /> : null}
      {open && children.length > 0 ? (
        <ul>
          {children.map((child) => (
            <SectionRow beside={children} key={child.id} node={child} tools={tools} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}
