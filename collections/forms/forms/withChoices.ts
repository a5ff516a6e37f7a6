import type { QueryContext } from '@/src/mechanisms/access/context'
import { fieldKind } from '@/src/mechanisms/fieldsets/defineFieldKind'
import { typedIn, type FieldSet, type Typed } from '@/src/mechanisms/fieldsets/definition'
import './formKinds'

/** The set with the choices that are read as the person: what they may not see is neither offered nor taken. */
export async function withChoices(context: QueryContext, set: FieldSet, typed: Typed): Promise<FieldSet> {
  const pages = []
  for (const page of set.pages) {
    const fields = []
    for (const field of page.fields) {
      const read = fieldKind(field.kind).choices
      fields.push(read ? { ...field, options: await read(context, field, typedIn(typed, field.name)) } : field)
    }
    pages.push({ ...page, fields })
  }
  return { pages }
}
