import { say, type Locale } from '@/src/lib/i18n'
import type { LoginSession } from '@/src/mechanisms/sessions/sessions'
import { Sheet } from '@/src/ui/base/Sheet'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { DateText } from '@/src/ui/money/DateText'
import { profilePage as words } from './profile.labels'
import { endOne, endOthers } from './profile.server'

/** Devices on which the person is signed in, each with a way to end it. */
export function Sessions({ sessions, locale, zone }: { sessions: LoginSession[]; locale: Locale; zone: string }) {
  const others = sessions.some(({ current }) => !current)
  return (
    <Sheet
      actions={
        others ? (
          <form action={endOthers.bind(null, locale)}>
            <SubmitButton size="s">{say(words.endOthers, locale)}</SubmitButton>
          </form>
        ) : null
      }
      id="sessions"
      title={say(words.sessions, locale)}
    >
      <ul>
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-3 md:px-5"
          >
            <span className="min-w-0 flex-1">
              <span className="block">{session.device}</span>
              <span className="text-sm text-ink-2">
                {session.current ? (
                  say(words.thisDevice, locale)
                ) : (
                  <DateText locale={locale} value={session.lastSeen} zone={zone} />
                )}
                {session.address ? `, ${session.address}` : ''}
              </span>
            </span>
            {session.current ? null : (
              <form action={endOne.bind(null, locale, session.id)}>
                <SubmitButton aria-label={say(words.endNamed, locale, { device: session.device })} size="s">
                  {say(words.end, locale)}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
