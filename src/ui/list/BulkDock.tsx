'use client'

import { startTransition, useActionState, useEffect, useState, type MouseEvent } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { Button } from '../base/Button'
import { CreditCard, FolderArchive, ListChecks, Mail, MapPin, Repeat2, User, X } from '../icon/icons'
import { Sums } from '../money/Sums'
import type { Bulk, BulkAction, BulkState } from './bulk'
import { BulkAsks } from './BulkAsks'
import { BulkOutcome, type OutcomeWords } from './BulkOutcome'
import type { ChosenRows } from './followRows'
import { useListManners } from './useListManners'

const ICONS = {
  repeat: Repeat2,
  archive: FolderArchive,
  mail: Mail,
  pay: CreditCard,
  state: ListChecks,
  place: MapPin,
  person: User,
}

export type BulkDockProps = {
  /** of the list */
  id: string
  locale: Locale
  actions: BulkAction[]
  run: Bulk<never>['run']
  /** how many rows the filter finds, and its address */
  total: number
  search: string
  words: OutcomeWords & {
    bulk: string
    selected: string
    sum: string
    unselect: string
    all: string
    apply: string
    leave: string
  }
}

/** Bulk actions at the lower edge; shows itself while something is ticked, and says what came of it. */
export function BulkDock({ id, locale, actions, run, total, search, words }: BulkDockProps) {
  const [chosen, setChosen] = useState<ChosenRows>({ count: 0, sums: [], page: false })
  const [state, send, busy] = useActionState(run, {})
  const [closed, setClosed] = useState<BulkState>()
  const [asAll, setAsAll] = useState<string>()
  const [asked, setAsked] = useState<{ action: BulkAction; before: BulkState }>()
  useListManners(id, setChosen)
  const all = asAll === search && chosen.page
  // Done with some or with none of them: what was asked is answered. Where nothing was done at all it is asked still.
  const asking = asked && (asked.before === state || state.error) ? asked.action : undefined
  const outcome = state === closed || !state.at ? undefined : state

  useEffect(() => {
    if (state.download) window.location.assign(state.download)
    tickAgain(
      id,
      (state.refused ?? []).map((row) => row.id),
    )
  }, [id, state])

  // A file goes by a plain form without script; with it, first is heard what cannot be in it.
  const ask = (event: MouseEvent<HTMLButtonElement>) => {
    const { form } = event.currentTarget
    if (!form) return
    event.preventDefault()
    const fields = new FormData(form, event.currentTarget)
    startTransition(() => send(fields))
  }

  return (
    <div className="dock list-dock" role="region" aria-label={words.bulk} data-said={outcome ? '' : undefined}>
      {outcome ? <BulkOutcome outcome={outcome} words={words} close={() => setClosed(outcome)} /> : null}
      <div className="when-chosen">
        <p className="dock-count" role="status">
          <b>
            {words.selected} <span className="num">{all ? total : chosen.count}</span>
          </b>
          {chosen.sums.length > 0 && !all ? (
            <span className="wide">
              {words.sum} <Sums sums={chosen.sums} locale={locale} />
            </span>
          ) : null}
          <button type="button" data-untick aria-label={words.unselect} title={words.unselect} className="small-btn">
            <X className="!size-4" />
          </button>
          {chosen.page && total > chosen.count && !all ? (
            <button type="button" className="link" onClick={() => setAsAll(search)}>
              {words.all}
            </button>
          ) : null}
        </p>
        <form id={`${id}-bulk`} action={send} className="dock-actions">
          {all ? <input type="hidden" name="all" value={search} /> : null}
          {asking?.asks ? (
            <BulkAsks asks={asking.asks} busy={busy} button={asking} leave={() => setAsked(undefined)} words={words} />
          ) : (
            actions.map((action) => {
              const Icon = ICONS[action.icon]
              return (
                <Button
                  key={action.key}
                  type="submit"
                  name="bulk"
                  value={action.key}
                  tone={action.main ? 'primary' : 'normal'}
                  disabled={busy}
                  icon={<Icon />}
                  {...(action.file ? { formAction: action.file, formMethod: 'get', onClick: ask } : {})}
                  {...(action.asks ? { type: 'button', onClick: () => setAsked({ action, before: state }) } : {})}
                >
                  {action.label}
                </Button>
              )
            })
          )}
        </form>
      </div>
    </div>
  )
}

/** Rows that were refused stay chosen, so that one can see which they are and do something else with them. */
function tickAgain(list: string, ids: string[]): void {
  const ticks = [...(document.getElementById(list)?.querySelectorAll<HTMLInputElement>('.tick input[name="id"]') ?? [])]
  const refused = ticks.filter(({ value }) => ids.includes(value))
  for (const tick of refused) tick.checked = true
  refused[0]?.dispatchEvent(new Event('change', { bubbles: true }))
}
