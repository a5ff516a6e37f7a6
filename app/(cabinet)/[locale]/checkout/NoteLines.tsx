import { CircleCheck, CircleX, Clock } from '@/src/ui/icon/icons'
import type { DockNote } from '@/src/ui/shelf/Dock'

const ICONS = { good: CircleCheck, wait: Clock, bad: CircleX }
const TONES = { good: 'text-good', wait: 'text-wait', bad: 'text-bad' }

/** The dock's notes one under another. */
export function NoteLines({ notes }: { notes: DockNote[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="grid gap-1.5 px-4 pb-4.5 text-md md:px-5">
      {notes.map(({ key, is, words }) => {
        const Icon = ICONS[is]
        return (
          <li key={key} className="flex gap-2">
            <Icon className={TONES[is]} />
            <span>{words}</span>
          </li>
        )
      })}
    </ul>
  )
}
