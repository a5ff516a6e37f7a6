import { say, type Locale } from '@/src/lib/i18n'
import type { BulkAction, BulkAsk, BulkState } from '@/src/ui/list/bulk'
import type { QueryContext } from '../access/context'
import { asksOf, canAnswer } from './bulkFields'
import { bulksFor, type BulkDeclaration, type BulkField } from './defineBulk'
import type { RowResult } from './runBulk'

type Home = {
  locale: Locale
  /** where a page of this home opens */
  linkTo: (path: string) => string
}

/** What this person may do with rows of a list, as its dock shows it, in their words. */
export async function bulkButtons(context: QueryContext, list: string, home: Home): Promise<BulkAction[]> {
  const buttons: BulkAction[] = []
  for (const bulk of await bulksFor(context, list)) {
    const fields = await asksOf(context, bulk)
    if (canAnswer(fields)) buttons.push(buttonOf(bulk, fields, home))
  }
  return buttons
}

const buttonOf = (bulk: BulkDeclaration, fields: readonly BulkField[], { locale, linkTo }: Home): BulkAction => ({
  key: bulk.key,
  label: say(bulk.label, locale),
  icon: bulk.icon,
  ...(bulk.main ? { main: true } : {}),
  ...('file' in bulk ? { file: linkTo(bulk.file) } : {}),
  ...(fields.length > 0 ? { asks: fields.map((field) => askOf(field, locale)) } : {}),
})

const askOf = ({ name, label, type, required, only, ...field }: BulkField, locale: Locale): BulkAsk => ({
  name,
  label: say(label, locale),
  type,
  ...(required ? { required } : {}),
  ...(only ? { only } : {}),
  ...('choices' in field
    ? {
        choices: field.choices.map((choice) => ({
          id: choice.id,
          name: typeof choice.name === 'string' ? choice.name : say(choice.name, locale),
        })),
      }
    : {}),
})

/** What came of each row, as the dock says it. */
export function bulkAnswer(bulk: BulkDeclaration, results: readonly RowResult[], { locale, linkTo }: Home): BulkState {
  const done = results.filter(({ ok }) => ok)
  const said = (rows: readonly RowResult[]) =>
    rows.flatMap(({ id, name, words }) => (words ? [{ id, name: name ?? '—', words }] : []))
  const at = { at: Date.now(), refused: said(results.filter(({ ok }) => !ok)), remarks: said(done) }
  if (done.length === 0) return at
  return {
    ...at,
    done: say(bulk.done, locale, { count: done.length }),
    ...('action' in bulk && bulk.next
      ? { next: { href: linkTo(bulk.next.href), label: say(bulk.next.label, locale) } }
      : {}),
    ...('file' in bulk ? { download: `${linkTo(bulk.file)}?${done.map(({ id }) => `id=${id}`).join('&')}` } : {}),
  }
}
