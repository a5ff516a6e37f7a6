'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { TransitionBar, TransitionOption } from '@/src/mechanisms/workflow/transitionBar'
import { callAction } from '../lib/callAction'
import { uploadFile } from '../lib/uploadFile'
import { PanelTransitionForm, isBare } from './PanelTransitionForm'
import type { PanelTransitionWords } from './panelTransitionWords'

type Props = { bar: TransitionBar; words: PanelTransitionWords }

/** A button for each transition that is open to whoever looks; what a transition asks for unfolds in its place. */
export function PanelTransitionButtons({ bar, words }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState<string | null>(null)
  const [said, setSaid] = useState<{ text: string; ok: boolean } | null>(null)
  const [pending, start] = useTransition()

  const run = (action: string, input: Record<string, unknown>, made: string, files: readonly File[] = []): void =>
    start(async () => {
      setSaid(null)
      const kept: string[] = []
      for (const file of files) {
        const sent = await uploadFile(file, bar.company ?? '', { internal: false, failed: words.failed })
        if (!sent.ok) return setSaid({ text: sent.message, ok: false })
        kept.push(sent.id)
      }
      const answer = await callAction(action, kept.length > 0 ? { ...input, files: kept } : input, words.failed)
      if (!answer.ok) return setSaid({ text: answer.message, ok: false })
      setAsking(null)
      setSaid({ text: made, ok: true })
      router.refresh()
    })
  const subject = { entity: bar.entity, id: bar.id }
  const make = (option: TransitionOption, more: Record<string, unknown> = {}, files: readonly File[] = []): void =>
    run('workflow.transition', { ...subject, transition: option.name, ...more }, option.made, files)

  return (
    <>
      {bar.options.map((option, index) => {
        const tone = index === 0 || option.tone === 'danger' ? option.tone : undefined
        return asking === option.name ? (
          <PanelTransitionForm
            key={option.name}
            leave={() => setAsking(null)}
            pending={pending}
            send={(more, files) => make(option, more, files)}
            tone={tone}
            option={option}
            words={words}
          />
        ) : (
          <button
            className="kb-btn"
            data-tone={tone}
            disabled={pending}
            key={option.name}
            onClick={() => (isBare(option) ? make(option) : setAsking(option.name))}
            type="button"
          >
            {option.label}
          </button>
        )
      })}
      {bar.canUndo ? (
        <button
          className="kb-btn"
          disabled={pending}
          onClick={() => run('workflow.undo', subject, words.undone)}
          type="button"
        >
          {words.undo}
        </button>
      ) : null}
      {said ? (
        <span className={said.ok ? 'kb-good kb-small' : 'kb-error'} role={said.ok ? 'status' : 'alert'}>
          {said.text}
        </span>
      ) : null}
    </>
  )
}
