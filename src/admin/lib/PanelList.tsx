import type { ReactNode } from 'react'
import { say, type Locale } from '@/src/lib/i18n'
import type { BulkAction } from '@/src/ui/list/bulk'
import { dockWords } from '@/src/ui/list/dockWords'
import { listLabels } from '@/src/ui/list/list.labels'
import { keysId, ListKeys } from '@/src/ui/list/ListKeys'
import { ListManners } from '@/src/ui/list/ListManners'
import { adminLabels } from '../admin.labels'
import { PanelDock } from './PanelDock'

type Props = {
  /** of its list, as `definePanelList` names it */
  id: string
  label: string
  locale: Locale
  /** what may be done with chosen rows; none, and nothing is chosen */
  actions: BulkAction[]
  shown: number
  /** what stands above the rows: tabs, search */
  head: ReactNode
  children: ReactNode
}

/** The rows of a workplace with what all lists of the portal do: keys, ticks, search as one types, a dock with a word on each row. */
export function PanelList({ id, label, locale, actions, shown, head, children }: Props) {
  return (
    <section aria-label={label} className="list kb-sheet kb-rows" id={id}>
      {head}
      {children}
      <ListKeys id={id} locale={locale} ticks={actions.length > 0} />
      {actions.length > 0 ? (
        <PanelDock
          actions={actions}
          failed={say(adminLabels.failed, locale)}
          id={id}
          locale={locale}
          shown={shown}
          words={dockWords(locale, shown)}
        />
      ) : (
        <ListManners id={id} />
      )}
    </section>
  )
}

/** All rows of the page at once. */
export const TickAll = ({ locale }: { locale: Locale }) => (
  <input aria-label={say(listLabels.selectAll, locale)} data-tick-all type="checkbox" />
)

/** A row among those that something is done with. */
export function Tick({ list, id, name, amount, locale }: TickProps) {
  return (
    <label className="tick">
      <input
        aria-label={say(listLabels.select, locale, { name })}
        data-amount={amount}
        form={`${list}-bulk`}
        name="id"
        type="checkbox"
        value={id}
      />
    </label>
  )
}

type TickProps = { list: string; id: string; name: string; amount?: string; locale: Locale }

/** What keys do here, for who has not pressed `?`. */
export const KeysButton = ({ list, locale }: { list: string; locale: Locale }) => (
  <button
    aria-label={say(listLabels.keysOf.title, locale)}
    className="kb-btn kb-keys"
    popoverTarget={keysId(list)}
    title={say(listLabels.keysOf.title, locale)}
    type="button"
  >
    ?
  </button>
)
