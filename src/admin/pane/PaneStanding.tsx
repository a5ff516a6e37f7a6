import { say, type Locale } from '@/src/lib/i18n'
import type { PaneLink, PaneState } from '@/src/mechanisms/panel/definePane'
import { adminLabels } from '../admin.labels'
import { ActionButton } from '../lib/ActionButton'
import { CopyButton } from '../lib/CopyButton'
import { paneLabels } from './pane.labels'

/** How a record stands that goes no way of a workflow: its state, the reasons, what may be done, where it is seen. */
export function PaneStanding({
  state,
  links,
  locale,
}: {
  state: PaneState | undefined
  links: readonly PaneLink[] | undefined
  locale: Locale
}) {
  return (
    <div className="kb-pad kb-top">
      <div className="kb-bar">
        {state ? (
          <span className="kb-state" data-tone={state.tone}>
            {say(state.label, locale)}
          </span>
        ) : null}
        {(state?.acts ?? []).map(({ action, input, label }) => (
          <ActionButton
            action={action}
            failed={say(adminLabels.failed, locale)}
            input={input}
            key={say(label, locale)}
            label={say(label, locale)}
          />
        ))}
        <PaneLinks links={links} locale={locale} />
      </div>
      {state?.why?.length ? (
        <ul className="kb-why kb-muted kb-small">
          {state.why.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

export function PaneLinks({ links = [], locale }: { links: readonly PaneLink[] | undefined; locale: Locale }) {
  return links.map(({ label, href, copy }) => (
    <span className="kb-bar" key={href}>
      <a className="kb-inline" href={href}>
        {say(label, locale)}
      </a>
      {copy ? (
        <CopyButton
          text={copy}
          words={{ copy: say(paneLabels.copy, locale), copied: say(paneLabels.copied, locale) }}
        />
      ) : null}
    </span>
  ))
}
