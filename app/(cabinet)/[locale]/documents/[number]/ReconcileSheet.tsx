import type { DocumentRow } from '@/collections/documents/documents/document.queries'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { State } from '@/src/ui/base/State'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { Textarea } from '@/src/ui/form/Textarea'
import { submitReconciliationAnswer } from './document.server'
import { documentPage as words } from './document.labels'

/** What the client says to a reconciliation statement: agreed, or what does not agree. */
export function ReconcileSheet({ row, locale, zone }: { row: DocumentRow; locale: Locale; zone: string }) {
  const agree = (
    <ActionForm action={submitReconciliationAnswer.bind(null, locale, row.id, 'agreed')}>
      <div>
        <SubmitButton tone={row.answer ? 'normal' : 'primary'}>{say(words.agree, locale)}</SubmitButton>
      </div>
    </ActionForm>
  )
  const when = row.answeredAt ? humanDate(row.answeredAt, locale, zone) : ''
  if (row.answer === 'agreed') {
    return (
      <Sheet id="reconcile" padded title={say(words.reconcile, locale)}>
        <State tone="good">{say(words.agreed, locale, { when })}</State>
      </Sheet>
    )
  }
  return (
    <Sheet id="reconcile" padded title={say(words.reconcile, locale)}>
      <div className="grid gap-4">
        {row.answer === 'disputed' ? (
          <div>
            <State tone="wait">{say(words.disputed, locale, { when })}</State>
            <p className="mt-1 text-md whitespace-pre-line text-ink-2">{row.answerNote}</p>
          </div>
        ) : (
          <p className="text-md text-ink-2">{say(words.reconcileText, locale)}</p>
        )}
        {agree}
        <details className="group border-t border-line pt-3">
          <summary className="flex min-h-9 items-center text-md font-mid pointer-coarse:min-h-11">
            {say(row.answer ? words.disputeMore : words.dispute, locale)}
          </summary>
          <ActionForm
            action={submitReconciliationAnswer.bind(null, locale, row.id, 'disputed')}
            className="mt-3 grid gap-3"
            draft={`reconcile:${row.id}`}
            emptied
          >
            <Textarea
              help={say(words.noteHelp, locale)}
              label={say(words.note, locale)}
              maxLength={2_000}
              name="note"
              rows={3}
            />
            <div>
              <SubmitButton>{say(words.sendDispute, locale)}</SubmitButton>
            </div>
          </ActionForm>
        </details>
      </div>
    </Sheet>
  )
}
