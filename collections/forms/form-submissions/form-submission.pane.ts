import { humanDate } from '@/src/lib/dates'
import { labelText } from '@/src/lib/i18n'
import { definePane } from '@/src/mechanisms/panel/definePane'
import { readAsPerson } from '../readAsPerson'
import { submissionLabels } from './form-submission.labels'
import { answersPage } from './form-submission.workplace'

const { fields } = submissionLabels

/** One answer as it was given: the questions as they stood, then who sent it. */
export const submissionPane = definePane({
  entity: 'form-submissions',
  read: async ({ req }, id, locale) => {
    const sent = await readAsPerson(req, 'form-submissions', id)
    if (!sent) return null
    const form = typeof sent.form === 'string' ? sent.form : (sent.form?.id ?? null)
    const named = (value: unknown): string | null =>
      value && typeof value === 'object' && 'name' in value ? labelText(value.name, locale) : null
    return {
      links: [{ label: { ru: 'Все ответы этой формы', en: 'All answers of this form' }, href: answersPage(form) }],
      facts: [
        { label: fields.title, value: sent.title },
        { label: submissionLabels.at, value: humanDate(sent.createdAt, locale) },
        { label: fields.user, value: named(sent.user) },
        { label: fields.company, value: named(sent.company) },
        ...(sent.submissionData ?? []).map(({ field, label, value }) => ({
          label: { ru: label || field, en: label || field },
          value: value ?? null,
          wide: true as const,
        })),
      ],
    }
  },
})
