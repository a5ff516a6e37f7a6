import { saveListView, sharesIn } from '@/collections/people/list-views/list-view.actions'
import { savedViews } from '@/collections/people/list-views/list-view.queries'
import type { ListQuery, ListSpec, SavedView } from '@/src/lib/lists/listSpec'
import type { QueryContext } from '@/src/mechanisms/access/context'
import type { ListDeclaration } from '@/src/mechanisms/lists/defineList'
import type { ViewLook } from '@/src/ui/list/listLook'

/** What a list may be asked for, with the views that the person sees of it. */
export async function specWithViews<Row>(list: ListDeclaration<Row>, context: QueryContext): Promise<ListSpec> {
  const [spec, views] = await Promise.all([list.spec(context), savedViews(context, list.key)])
  return {
    ...spec,
    saved: views.map(({ id, name, search, look, company }): SavedView => ({
      key: id,
      label: name,
      search,
      ...(look ? { look } : {}),
      shared: company !== null,
      own: company === null || sharesIn(context.actor, company),
    })),
  }
}

/** Its columns, as the look of a list knows them. */
export const knownColumns = <Row>({ columns }: ListDeclaration<Row>) =>
  columns.map(({ key, optional, main }) => ({ key, optional, fixed: main }))

/** The look of the saved view that is open; nothing where none is. */
export const lookOfView = ({ saved, look }: ListQuery, spec: ListSpec): ViewLook =>
  saved ? { kept: spec.saved?.find(({ key }) => key === saved)?.look, now: look } : {}

/** Whether the person keeps views at all. */
export const maySave = ({ actor }: QueryContext): boolean => saveListView.may.includes(actor.role)
