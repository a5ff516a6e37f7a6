import { say, type Locale } from '@/src/lib/i18n'
import type { PanelFormOf } from '@/src/mechanisms/panel/panelTable'
import { adminLabels } from '../admin.labels'
import { PanelField } from './PanelField'
import { PanelForm } from './PanelForm'

/** Declared forms, each behind its button. */
export function PanelForms({ forms, locale }: { forms: readonly PanelFormOf[]; locale: Locale }) {
  return (
    <div className="kb-pad kb-forms">
      {forms.map(({ action, input, words, fields }) => (
        <PanelForm
          action={action}
          formClassName="kb-pairs"
          input={input}
          key={say(words.open, locale)}
          words={{
            open: say(words.open, locale),
            send: say(words.send, locale),
            sent: say(words.sent, locale),
            back: say(adminLabels.back, locale),
            failed: say(adminLabels.failed, locale),
          }}
        >
          {fields.map((field) => (
            <PanelField field={field} key={field.name} locale={locale} />
          ))}
        </PanelForm>
      ))}
    </div>
  )
}
