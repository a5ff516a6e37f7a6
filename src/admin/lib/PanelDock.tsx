'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import type { BulkAction, BulkState } from '@/src/ui/list/bulk'
import { BulkDock, type BulkDockProps } from '@/src/ui/list/BulkDock'

type Props = Pick<BulkDockProps, 'id' | 'locale' | 'words'> & {
  actions: BulkAction[]
  /** rows that are shown: here one chooses among these alone */
  shown: number
  failed: string
}

/** The dock of a workplace's list: what it does goes to `/api/bulk`, and the page is drawn anew beside what came of each row. */
export function PanelDock({ id, locale, words, actions, shown, failed }: Props) {
  const router = useRouter()
  const run = useCallback(
    async (_state: BulkState, form: FormData): Promise<BulkState> => {
      const answer = await ask(id, form)
      if (!answer?.ok) return { at: Date.now(), error: (await wordsOf(answer)) ?? failed }
      router.refresh()
      // What the address answers when it does not refuse.
      return (await answer.json()) as BulkState
    },
    [id, failed, router],
  )
  return <BulkDock actions={actions} id={id} locale={locale} run={run} search="" total={shown} words={words} />
}

function ask(list: string, form: FormData): Promise<Response | null> {
  const [bulk, ids] = [form.get('bulk'), form.getAll('id')]
  const names = [...new Set(form.keys())].filter((name) => name !== 'bulk' && name !== 'id')
  const given = Object.fromEntries(names.map((name) => [name, form.getAll(name)]))
  return fetch(`/api/bulk/${list}/${typeof bulk === 'string' ? bulk : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids, given }),
  }).catch(() => null)
}

async function wordsOf(answer: Response | null): Promise<string | undefined> {
  // What the portal itself answers; a proxy between may answer with something else.
  const body = (await answer?.json().catch(() => null)) as { message?: string } | null
  return body?.message
}
