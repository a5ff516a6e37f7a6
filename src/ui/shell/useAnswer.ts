'use client'

import { useEffect, useState } from 'react'
import type { PaletteAnswer } from './shellData'

const WAIT_MS = 120

type Answer = PaletteAnswer & { busy: boolean; failed: boolean }

const NOTHING: Answer = { groups: [], busy: false, failed: false }

/** Asks the search endpoint while a person types; a late answer to an old question is dropped. */
export function useAnswer(url: string, query: string): Answer {
  const [answer, setAnswer] = useState<Answer>(NOTHING)
  const question = query.trim()

  useEffect(() => {
    if (question === '') return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      setAnswer((before) => ({ ...before, busy: true }))
      try {
        const response = await fetch(`${url}${url.includes('?') ? '&' : '?'}q=${encodeURIComponent(question)}`, {
          signal: abort.signal,
        })
        if (!response.ok) throw new Error(String(response.status))
        const found = (await response.json()) as PaletteAnswer // our own endpoint
        setAnswer({ groups: found.groups, busy: false, failed: false })
      } catch {
        if (!abort.signal.aborted) setAnswer({ ...NOTHING, failed: true })
      }
    }, WAIT_MS)
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [url, question])

  return question === '' ? NOTHING : answer
}
