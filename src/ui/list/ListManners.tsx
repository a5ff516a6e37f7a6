'use client'

import { X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { Sums } from '../money/Sums'
import { followRows, type Chosen } from './followRows'

export type ListMannersProps = {
  id: string
  locale?: Locale
  summed?: boolean
  words?: { selected: string; sum: string; unselect: string }
}

/** What a list does beyond links: keys, presses on rows, filters without a reload, and the count of what is chosen. */
export function ListManners({ id, locale = 'ru', summed, words }: ListMannersProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState<Chosen>({ count: 0, sums: [] })
  const [busy, start] = useTransition()

  useEffect(() => {
    const root = document.getElementById(id)
    return root ? followRows(root, setChosen, (href, typed) => start(() => (typed ? router.replace(href, { scroll: false }) : router.push(href, { scroll: false })))) : undefined
  }, [id, router])

  useEffect(() => {
    document.getElementById(id)?.toggleAttribute('data-busy', busy)
  }, [busy, id])

  // The field says what the list answers to, unless somebody is typing in it.
  useEffect(() => {
    const field = document.getElementById(id)?.querySelector<HTMLInputElement>('[data-list-search]')
    if (field && field !== document.activeElement) field.value = field.dataset.listSearch ?? ''
  })

  if (!words) return null
  return (
    <p className="flex items-center gap-x-2" role="status">
      <b className="font-mid">
        {words.selected} <span className="num">{chosen.count}</span>
      </b>
      {summed && chosen.sums.length > 0 ? (
        <span className="hidden text-ink-2 sm:inline">
          {words.sum}{' '}
          <Sums sums={chosen.sums} locale={locale} />
        </span>
      ) : null}
      <button type="button" data-untick aria-label={words.unselect} title={words.unselect} className="grid size-7 place-items-center rounded-sm text-ink-2 hover:bg-sunk">
        <X className="!size-4" />
      </button>
    </p>
  )
}
