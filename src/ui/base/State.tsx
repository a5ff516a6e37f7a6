import type { ReactNode } from 'react'

export type StateTone = 'good' | 'wait' | 'bad' | 'run' | 'idle'

/** A dot and a word. The word comes from the workflow's labels; the colour never speaks alone. */
export function State({ tone = 'idle', children }: { tone?: StateTone; children: ReactNode }) {
  return (
    <span className="state" data-tone={tone}>
      {children}
    </span>
  )
}
