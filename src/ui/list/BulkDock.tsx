import type { ReactNode } from 'react'
import { say, type Locale } from '@/src/lib/i18n'
import type { MoneySum } from '@/src/lib/moneySums'
import { buttonClass, type ButtonTone } from '../base/buttonClass'
import { listLabels } from './list.labels'
import { ListManners } from './ListManners'

export type BulkAction = {
  key: string
  label: string
  icon?: ReactNode
  tone?: ButtonTone
  /** a server action that gets every chosen key as `id`, or an address the form is sent to (a zip, a print form) */
  run: ((form: FormData) => Promise<void>) | { to: string; method?: 'get' | 'post' }
}

export type Bulk<Row> = {
  /** the main one last */
  actions: BulkAction[]
  /** of a row, to say the sum of what is chosen */
  amount?: (row: Row) => MoneySum
}

/** Bulk actions at the lower edge; shows itself while something is ticked. */
export function BulkDock<Row>({ id, bulk, locale }: { id: string; bulk: Bulk<Row>; locale: Locale }) {
  return (
    <div className="dock list-dock" role="region" aria-label={say(listLabels.bulk, locale)}>
      <div>
        <ListManners
          id={id}
          locale={locale}
          summed={bulk.amount !== undefined}
          words={{ selected: say(listLabels.selected, locale), sum: say(listLabels.selectedSum, locale), unselect: say(listLabels.unselect, locale) }}
        />
        <form id={`${id}-bulk`} className="flex flex-wrap gap-2 md:ml-auto">
          {bulk.actions.map((action) => {
            const target = typeof action.run === 'function' ? { formAction: action.run } : { formAction: action.run.to, formMethod: action.run.method ?? 'get' }
            return (
              <button key={action.key} type="submit" {...target} className={buttonClass(action.tone)}>
                {action.icon}
                {action.label}
              </button>
            )
          })}
        </form>
      </div>
    </div>
  )
}
