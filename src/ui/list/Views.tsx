import Link from 'next/link'
import { isChanged, savedQuery, toSearch, withChange } from '@/src/lib/lists/listQuery'
import type { ListQuery, ListSpec } from '@/src/lib/lists/listSpec'
import { say, type Locale } from '@/src/lib/i18n'
import { near } from '../base/near'
import type { FormAction } from '../form/formState'
import { UsersRound } from '../icon/icons'
import { labelWords } from './filterWords'
import { listLabels } from './list.labels'
import type { ListLook } from './listLook'
import { ChangeView, KeepView, NewView } from './ViewForms'

/** How views are saved: `run` gets `do` (new, change, keep, remove), the view's `id`, `name`, `shared`, and what is seen as `search` and `look`. */
export type Saving = {
  run: FormAction
  /** the person may show views to their company */
  share: boolean
  /** the table looks otherwise than the view keeps it */
  lookChanged: boolean
}

export type ViewsProps = {
  path: string
  spec: ListSpec
  query: ListQuery
  look?: ListLook
  locale: Locale
  /** name of the list */
  label: string
  saving?: Saving
  id: string
}

/** Views as tabs: the list's own, then those that people have saved of it, and how they are saved. */
export function Views({ path, spec, query, look, locale, label, saving, id }: ViewsProps) {
  if (!spec.views?.length && !saving) return null
  const saved = (spec.saved ?? []).flatMap((view) => {
    const asked = savedQuery(view, spec)
    // One that asks for what is another company's is no way to look at this list.
    return asked || view.key === query.saved ? [{ view, href: path + toSearch(asked ?? query, spec) }] : []
  })
  const current = saved.find(({ view }) => view.key === query.saved)?.view
  const changed = current !== undefined && (isChanged(query, current, spec) || saving?.lookChanged === true)
  const form = saving && { run: saving.run, share: saving.share, id, locale, query, spec, look }
  return (
    <nav
      aria-label={`${say(listLabels.views, locale)}: ${label}`}
      className="views strip flex items-center gap-1 border-b border-line px-3 py-2.5"
    >
      {spec.views?.map((view) => (
        <Link
          {...near}
          key={view.key}
          href={path + toSearch(ownView(query, spec, view), spec)}
          aria-current={view.key === query.view && !current ? 'page' : undefined}
        >
          {labelWords(view.label, locale)}
          {view.count === undefined ? null : <span className="num text-xs font-normal text-ink-2">{view.count}</span>}
        </Link>
      ))}
      {saved.length > 0 && spec.views?.length ? <span aria-hidden className="views-rule" /> : null}
      {saved.map(({ view, href }) => (
        <Link {...near} key={view.key} href={href} aria-current={view === current ? 'page' : undefined}>
          {view.shared ? (
            <>
              <UsersRound className="!size-4" />
              <span className="sr-only">{say(listLabels.sharedView, locale)}: </span>
            </>
          ) : null}
          {view.label}
          {view === current && changed ? (
            <span className="text-xs font-normal text-ink-2">{say(listLabels.viewChanged, locale)}</span>
          ) : null}
        </Link>
      ))}
      {form && current?.own && changed ? <KeepView {...form} view={current} /> : null}
      {form && current?.own ? <ChangeView {...form} view={current} /> : null}
      {form ? <NewView {...form} /> : null}
    </nav>
  )
}

const ownView = (query: ListQuery, spec: ListSpec, view: { key: string; sort?: ListQuery['sort'] }): ListQuery =>
  withChange(query, { saved: undefined, view: view.key, filters: {}, search: '', sort: view.sort ?? spec.defaultSort })
