import { savedQuery, toSearch } from '@/src/lib/lists/listQuery'
import type { ListQuery, ListSpec, SavedView } from '@/src/lib/lists/listSpec'
import { say, type Locale } from '@/src/lib/i18n'
import { IconButton } from '../base/IconButton'
import { SubmitButton } from '../base/SubmitButton'
import { ActionForm } from '../form/ActionForm'
import { Checkbox } from '../form/Checkbox'
import type { FormAction } from '../form/formState'
import { TextInput } from '../form/TextInput'
import { BookmarkPlus, EllipsisVertical } from '../icon/icons'
import { listLabels } from './list.labels'
import { lookText, type ListLook } from './listLook'

type ViewFormProps = {
  run: FormAction
  share: boolean
  id: string
  locale: Locale
  query: ListQuery
  spec: ListSpec
  look?: ListLook
}
type OfView = ViewFormProps & { view: SavedView }

/** Saves what is seen as a view of one's own, or of the company. */
export function NewView({ run, share, id, locale, query, spec, look }: ViewFormProps) {
  const elsewhere = (spec.saved ?? []).filter((view) => view.own && !savedQuery(view, spec))
  return (
    <>
      <IconButton
        label={say(listLabels.saveView, locale)}
        icon={<BookmarkPlus />}
        popoverTarget={`${id}-save`}
        className="text-ink-2"
      />
      {/* A new form for each that there is: the one that was sent closes. */}
      <div key={spec.saved?.length} id={`${id}-save`} popover="auto" className="pop view-form">
        <ActionForm action={run} className="grid gap-3">
          <input type="hidden" name="do" value="new" />
          <Seen query={query} spec={spec} look={look} />
          <NameAndShare locale={locale} share={share} />
          <p className="text-sm text-ink-2">{say(listLabels.viewKeeps, locale)}</p>
          <SubmitButton tone="primary">{say(listLabels.save, locale)}</SubmitButton>
        </ActionForm>
        {elsewhere.length > 0 ? (
          <div className="mt-4 border-t border-line pt-3 text-sm">
            <p className="text-ink-2">{say(listLabels.elsewhere, locale)}</p>
            {elsewhere.map((view) => (
              <ActionForm key={view.key} action={run} className="flex flex-wrap items-center justify-between gap-x-3">
                <input type="hidden" name="id" value={view.key} />
                {view.label}
                <SubmitButton name="do" value="remove" tone="flat" size="s">
                  {say(listLabels.removeView, locale)}
                </SubmitButton>
              </ActionForm>
            ))}
          </div>
        ) : null}
      </div>
    </>
  )
}

/** The name of a view, who sees it, and its end. */
export function ChangeView({ run, share, id, locale, view }: OfView) {
  return (
    <>
      <IconButton
        label={say(listLabels.changeView, locale, { name: view.label })}
        icon={<EllipsisVertical />}
        popoverTarget={`${id}-change`}
        className="text-ink-2"
      />
      <div
        key={`${view.key} ${view.label} ${view.shared}`}
        id={`${id}-change`}
        popover="auto"
        className="pop view-form"
      >
        <ActionForm action={run} className="grid gap-3">
          <input type="hidden" name="id" value={view.key} />
          <NameAndShare locale={locale} share={share} view={view} />
          <SubmitButton name="do" value="change" tone="primary">
            {say(listLabels.save, locale)}
          </SubmitButton>
          <SubmitButton name="do" value="remove" tone="danger">
            {say(listLabels.removeView, locale)}
          </SubmitButton>
        </ActionForm>
      </div>
    </>
  )
}

/** Keeps in the view what it has become. */
export function KeepView({ run, locale, query, spec, look, view }: OfView) {
  return (
    <ActionForm action={run} className="flex-none">
      <input type="hidden" name="do" value="keep" />
      <input type="hidden" name="id" value={view.key} />
      <Seen query={query} spec={spec} look={look} />
      <SubmitButton tone="flat" size="s" aria-label={say(listLabels.keepViewOf, locale, { name: view.label })}>
        {say(listLabels.keepView, locale)}
      </SubmitButton>
    </ActionForm>
  )
}

function Seen({ query, spec, look }: Pick<ViewFormProps, 'query' | 'spec' | 'look'>) {
  return (
    <>
      <input type="hidden" name="search" value={toSearch({ ...query, saved: undefined, page: 1 }, spec)} />
      {look ? <input type="hidden" name="look" value={lookText(look)} /> : null}
    </>
  )
}

function NameAndShare({ locale, share, view }: { locale: Locale; share: boolean; view?: SavedView }) {
  return (
    <>
      <TextInput
        name="name"
        label={say(listLabels.viewName, locale)}
        placeholder={view ? undefined : say(listLabels.viewExample, locale)}
        defaultValue={view?.label}
        maxLength={60}
        required
        autoComplete="off"
      />
      {share ? (
        <>
          <input type="hidden" name="may-share" value="1" />
          <Checkbox name="shared" label={say(listLabels.viewShared, locale)} defaultChecked={view?.shared} />
        </>
      ) : null}
    </>
  )
}
