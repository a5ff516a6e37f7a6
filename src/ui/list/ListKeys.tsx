import { say, type Locale } from '@/src/lib/i18n'
import { listLabels } from './list.labels'

const words = listLabels.keysOf

/** What keys do in a list: `?` opens it, and so does the button that names it by `popovertarget`. */
export function ListKeys({ id, locale, ticks }: { id: string; locale: Locale; ticks: boolean }) {
  const lines = [
    { keys: ['j', '↓'], does: words.next },
    { keys: ['k', '↑'], does: words.previous },
    { keys: ['Enter'], does: words.open },
    ...(ticks ? [{ keys: ['x'], does: words.tick }] : []),
    { keys: ['/'], does: words.search },
    { keys: ['Esc'], does: words.leave },
    { keys: ['?'], does: words.help },
  ]
  return (
    <div aria-label={say(words.title, locale)} className="pop list-keys" data-list-keys id={keysId(id)} popover="auto">
      <strong>{say(words.title, locale)}</strong>
      <dl>
        {lines.map(({ keys, does }) => (
          <div key={does.en}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(does, locale)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

export const keysId = (list: string): string => `${list}-keys`
