'use client'

import { Monitor, Moon, Sun } from '@/src/ui/icon/icons'
import { useState } from 'react'
import { THEME_COOKIE, type Theme } from './shellData'

const YEAR_SECONDS = 31_536_000
const ICONS = { light: Sun, dark: Moon, system: Monitor }

export type ThemeChoiceProps = { theme: Theme; words: { name: string } & Record<Theme, string> }

/** Light, dark, or what the system says. Takes effect at once; the cookie tells the server. */
export function ThemeChoice({ theme, words }: ThemeChoiceProps) {
  const [now, setNow] = useState(theme)
  const choose = (next: Theme) => {
    setNow(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
  }
  return (
    <div role="group" aria-label={words.name} className="flex items-center gap-1 px-2.5 py-1">
      <span className="mr-auto pr-4 text-md">{words.name}</span>
      {(['light', 'dark', 'system'] as const).map((one) => {
        const Icon = ICONS[one]
        return (
          <button
            key={one}
            type="button"
            aria-label={words[one]}
            title={words[one]}
            aria-pressed={now === one}
            onClick={() => choose(one)}
            className="grid size-8 place-items-center rounded-sm text-ink-2 hover:bg-sunk aria-pressed:bg-brand-wash aria-pressed:text-brand-ink"
          >
            <Icon className="!size-4" />
          </button>
        )
      })}
    </div>
  )
}
