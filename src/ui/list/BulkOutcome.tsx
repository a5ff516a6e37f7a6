import Link from 'next/link'
import { CircleAlert, CircleCheck, X } from '../icon/icons'
import type { BulkState } from './bulk'

export type OutcomeWords = { refused: string; close: string }

/** What was done, and of each row that was not, why. */
export function BulkOutcome({
  outcome: { done, next, refused = [], remarks = [], error },
  words,
  close,
}: {
  outcome: BulkState
  words: OutcomeWords
  close: () => void
}) {
  return (
    <div className="dock-said" role="status">
      <div>
        {done ? (
          <p>
            <CircleCheck className="text-good" />
            {done}
            {next ? (
              <Link href={next.href} className="link">
                {next.label}
              </Link>
            ) : null}
          </p>
        ) : null}
        {error || refused.length > 0 ? (
          <p>
            <CircleAlert className="text-bad" />
            {error ?? words.refused}
          </p>
        ) : null}
        {refused.length + remarks.length > 0 ? (
          <ul>
            {[...refused, ...remarks].map((row) => (
              <li key={row.id}>
                <b>{row.name}</b> {row.words}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <button type="button" className="small-btn" aria-label={words.close} title={words.close} onClick={close}>
        <X className="!size-4" />
      </button>
    </div>
  )
}
