'use client'

import { ArrowDown, ArrowUp, Settings2 } from '@/src/ui/icon/icons'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { lookText, writeListLook, type ListLook } from './listLook'

const YEAR_SECONDS = 31_536_000

export type ColumnChooserProps = {
  id: string
  /** that keeps it; null in a saved view, where the address says it until the view keeps it */
  cookie: string | null
  look: ListLook
  columns: { key: string; name: string; fixed?: boolean }[]
  words: { look: string; columns: string; density: string; roomy: string; snug: string; higher: string; lower: string }
}

/** Which columns, in which order, how dense: kept where the server sees it, so that it draws it right at once. */
export function ColumnChooser({ id, cookie, look, columns, words }: ColumnChooserProps) {
  const router = useRouter()
  const [now, setNow] = useState(look)
  const order = [...now.columns, ...columns.map((column) => column.key).filter((key) => !now.columns.includes(key))]

  const choose = (next: ListLook) => {
    setNow(next)
    if (cookie === null) return router.replace(addressWith(next), { scroll: false })
    document.cookie = `${cookie}=${writeListLook(next)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
    router.refresh()
  }
  const toggle = (key: string) =>
    choose({
      ...now,
      columns: now.columns.includes(key) ? now.columns.filter((one) => one !== key) : [...now.columns, key],
    })
  const move = (key: string, by: number) => {
    const list = [...now.columns]
    const at = list.indexOf(key)
    list.splice(at, 1)
    list.splice(at + by, 0, key)
    choose({ ...now, columns: list })
  }

  return (
    <>
      <button type="button" popoverTarget={id} aria-label={words.look} title={words.look} className="small-btn">
        <Settings2 className="!size-4" />
      </button>
      <div id={id} popover="auto" data-side="end" className="pop p-3">
        <p className="mb-1 text-sm text-ink-3">{words.density}</p>
        <div className="mb-3 grid grid-cols-2 gap-1">
          {(['roomy', 'snug'] as const).map((density) => (
            <button
              key={density}
              type="button"
              className="pop-item justify-center"
              aria-pressed={now.density === density}
              onClick={() => choose({ ...now, density })}
            >
              {words[density]}
            </button>
          ))}
        </div>
        <p className="mb-1 text-sm text-ink-3">{words.columns}</p>
        <ul>
          {order.map((key) => {
            const column = columns.find((one) => one.key === key)
            const place = now.columns.indexOf(key)
            if (!column) return null
            return (
              <li key={key} className="flex items-center">
                <label className="pop-item">
                  <input type="checkbox" checked={place >= 0} disabled={column.fixed} onChange={() => toggle(key)} />
                  {column.name}
                </label>
                {place > 0 ? (
                  <Mover
                    icon={<ArrowUp />}
                    label={words.higher.replace('{name}', column.name)}
                    onClick={() => move(key, -1)}
                  />
                ) : null}
                {place >= 0 && place < now.columns.length - 1 ? (
                  <Mover
                    icon={<ArrowDown />}
                    label={words.lower.replace('{name}', column.name)}
                    onClick={() => move(key, 1)}
                  />
                ) : null}
              </li>
            )
          })}
        </ul>
      </div>
    </>
  )
}

function addressWith(look: ListLook): string {
  const { pathname, search } = window.location
  const asked = new URLSearchParams(search)
  asked.set('look', lookText(look))
  return `${pathname}?${asked.toString()}`
}

function Mover({ icon, label, onClick }: { icon: React.ReactNode; label: string; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick} className="small-btn [&_svg]:!size-3.5">
      {icon}
    </button>
  )
}
