'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition, type KeyboardEvent } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { End } from '@/src/ui/base/End'
import { callAction } from '../lib/callAction'
import { SectionRow } from './SectionRow'
import { countOf, matching, stepOf, type RowTools, type SectionNode, type TreeWords } from './sectionNode'

type Props = {
  nodes: readonly SectionNode[]
  choices: readonly { id: string; name: string }[]
  words: TreeWords
  locale: Locale
}

/** So many sections stand open at once; of more, the top ones are seen first. */
const SMALL = 40

/** Sections that are folded, found, opened and moved; each deed shows the page anew, and the keys stay where they were. */
export function SectionTree({ nodes, choices, words, locale }: Props) {
  const router = useRouter()
  const list = useRef<HTMLDivElement>(null)
  const [phrase, setPhrase] = useState('')
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<string | null>(null)
  const [error, setError] = useState<{ id: string; text: string } | null>(null)
  const [pending, start] = useTransition()

  const wanted = phrase.trim().toLowerCase()
  const shown = wanted ? matching(nodes, wanted) : nodes
  const openFirst = wanted !== '' || countOf(nodes) <= SMALL
  const isOpen = (id: string): boolean => openFirst !== toggled.has(id)
  const fold = (id: string, open: boolean): void => {
    if (isOpen(id) === open) return
    setToggled((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  }
  const run = (id: string, action: string, input: Record<string, unknown>): void =>
    start(async () => {
      const answer = await callAction(action, { id, ...input }, words.failed)
      setError(answer.ok ? null : { id, text: answer.message })
      if (answer.ok) router.refresh()
    })
  const tools: RowTools = {
    isOpen,
    fold,
    run,
    step: (beside, id, by) => {
      const to = stepOf(beside, id, by)
      if (to && !pending) run(id, 'groups.move', to)
    },
    choose: (id) => setChosen((before) => (before === id ? null : id)),
    chosen,
    error,
    pending,
    choices,
    words,
    locale,
  }

  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const here = event.target
    if (by === 0 || event.altKey || !(here instanceof HTMLElement) || !here.matches('[data-section]')) return
    const names = [...(list.current?.querySelectorAll<HTMLElement>('[data-section]') ?? [])]
    event.preventDefault()
    names[names.indexOf(here) + by]?.focus()
  }

  return (
    <div onKeyDown={onKey} ref={list}>
      <div className="kb-filter" data-whole role="search">
        <input
          aria-label={words.find}
          className="kb-input"
          maxLength={100}
          onChange={(event) => setPhrase(event.target.value)}
          placeholder={words.find}
          type="search"
          value={phrase}
        />
        <span className="kb-muted kb-small kb-far">{words.keys}</span>
        <End />
      </div>
      {shown.length === 0 ? <p className="kb-empty">{words.nothing}</p> : null}
      <ul className="kb-tree">
        {shown.map((node) => (
          <SectionRow beside={shown} key={node.id} node={node} tools={tools} />
        ))}
      </ul>
    </div>
  )
}
