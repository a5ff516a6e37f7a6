import type { PublicForm } from '@/collections/forms/forms/form.queries'
import { withChoices } from '@/collections/forms/forms/withChoices'
import type { QueryContext } from '@/src/mechanisms/access/context'
import type { FieldSet, Typed } from '@/src/mechanisms/fieldsets/definition'
import { shownOf } from '@/src/mechanisms/fieldsets/shown.rules'

/** The places of the pages that are asked, by what is typed; a set that asks nothing has its first. */
export function stepsOf(set: FieldSet, typed: Typed): number[] {
  const steps = [...shownOf(set, typed).pages]
  return steps.length > 0 ? steps : [0]
}

/** The page that is shown: the one that is asked for, else the nearest before it that is asked. */
export function stepAt(steps: readonly number[], asked: number): number {
  return steps.filter((place) => place <= asked).at(-1) ?? steps[0] ?? 0
}

/** What a person has typed already, over what the form begins with and what is known of them. */
export async function begunSet(
  context: QueryContext,
  form: PublicForm,
  { known, draft }: { known: Typed; draft: Typed },
): Promise<{ set: FieldSet; typed: Typed }> {
  const begun = Object.fromEntries(
    form.fields.flatMap(({ name, initial }) => {
      const value = initial || (known[name] ?? '')
      return name !== '' && value !== '' ? [[name, value]] : []
    }),
  )
  const typed = Object.keys(draft).length > 0 ? draft : begun
  return { set: await withChoices(context, form.set, typed), typed }
}
