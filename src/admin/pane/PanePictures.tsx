import { say, type Locale } from '@/src/lib/i18n'
import type { PanePictures as Pictures } from '@/src/mechanisms/panel/definePane'
import { adminLabels } from '../admin.labels'
import { ActionButton } from '../lib/ActionButton'
import { OriginMark } from '../lib/OriginMark'
import { AddPictures } from './AddPictures'
import { paneLabels } from './pane.labels'

/** Pictures of a record in their order; those that 1C sends are its own, others may be moved and taken off. */
export function PanePictures({ pictures: { items, edit }, locale }: { pictures: Pictures; locale: Locale }) {
  const failed = say(adminLabels.failed, locale)
  return (
    <section className="kb-sheet" id="pictures">
      <header>
        <h2>{say(paneLabels.pictures, locale)}</h2>
      </header>
      {items.length === 0 ? (
        <p className="kb-pad kb-muted">{say(paneLabels.noPictures, locale)}</p>
      ) : (
        <ul className="kb-pictures">
          {items.map(({ id, src, alt, origin }, place) => (
            <li key={id}>
              <img alt={alt} height={144} src={src} width={144} />
              <OriginMark locale={locale} origin={origin} />
              {edit && origin !== 'erp' ? (
                <span className="kb-quiet">
                  {place > 0 ? (
                    <ActionButton
                      action={edit.action}
                      failed={failed}
                      input={{ ...edit.input, picture: id, place: 'first' }}
                      label={say(paneLabels.first, locale)}
                    />
                  ) : null}
                  <ActionButton
                    action={edit.action}
                    failed={failed}
                    input={{ ...edit.input, picture: id, place: 'off' }}
                    label={say(paneLabels.takeOff, locale)}
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {edit ? (
        <div className="kb-pad">
          <AddPictures {...edit} words={{ add: say(paneLabels.addPictures, locale), failed }} />
        </div>
      ) : null}
    </section>
  )
}
