import type { PublicForm } from '@/collections/forms/forms/form.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import type { FormState } from '@/src/ui/form/formState'
import { FormFields } from './FormFields'
import { formsPage as words } from './forms.labels'

/** What a form asks, with its button. */
export function Questions({
  action,
  draft,
  form,
  known,
  locale,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  draft: string | undefined
  form: PublicForm
  known: Readonly<Record<string, string>>
  locale: Locale
}) {
  return (
    <ActionForm action={action} draft={draft}>
      <FormFields fields={form.fields} known={known} locale={locale} />
      {/* For robots, which fill in everything: people neither see it nor come to it by Tab. */}
      <div aria-hidden className="sr-only">
        <label>
          {say(words.trap, locale)}
          <input autoComplete="off" name="website" tabIndex={-1} />
        </label>
      </div>
      <div>
        <SubmitButton tone="primary">{form.submit || say(words.send, locale)}</SubmitButton>
      </div>
    </ActionForm>
  )
}
