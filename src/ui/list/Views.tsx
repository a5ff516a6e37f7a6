import { BookmarkPlus } from 'lucide-react'
import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import { near } from '../base/near'
import { IconButton } from '../base/IconButton'
import { SubmitButton } from '../base/SubmitButton'
import { listLabels } from './list.labels'
import { labelWords } from './filterWords'
import { toSearch, withChange } from './listQuery'
import type { ListQuery, ListSpec } from './listSpec'

export type SaveView = (form: FormData) => Promise<void>

export type ViewsProps = { path: string; spec: ListSpec; query: ListQuery; locale: Locale; /** name of the list */ label: string; saveView?: SaveView; id: string }

/** Saved views as tabs. `saveView` gets `name` and `search` (the address of what is shown now). */
export function Views({ path, spec, query, locale, label, saveView, id }: ViewsProps) {
  if (!spec.views?.length && !saveView) return null
  return (
    <nav aria-label={`${say(listLabels.views, locale)}: ${label}`} className="views strip flex items-center gap-1 border-b border-line px-3 py-2.5">
      {spec.views?.map((view) => (
        <Link
          {...near}
          key={view.key}
          href={path + toSearch(withChange(query, { view: view.key, filters: {}, search: '', sort: view.sort ?? spec.defaultSort }), spec)}
          aria-current={view.key === query.view ? 'page' : undefined}
        >
          {labelWords(view.label, locale)}
          {view.count === undefined ? null : <span className="num text-xs font-normal text-ink-2">{view.count}</span>}
        </Link>
      ))}
      {saveView ? (
        <>
          <IconButton label={say(listLabels.saveView, locale)} icon={<BookmarkPlus />} popoverTarget={`${id}-save`} className="text-ink-2" />
          <form action={saveView} id={`${id}-save`} popover="auto" className="pop p-3">
            <label className="mb-1 block text-sm text-ink-2" htmlFor={`${id}-name`}>{say(listLabels.viewName, locale)}</label>
            <input id={`${id}-name`} name="name" required maxLength={60} className="field-control mb-3" autoComplete="off" />
            <input type="hidden" name="search" value={toSearch(query, spec)} />
            <SubmitButton tone="primary">{say(listLabels.save, locale)}</SubmitButton>
          </form>
        </>
      ) : null}
    </nav>
  )
}
