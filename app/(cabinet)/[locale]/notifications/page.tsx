import Link from 'next/link'
import { near } from '@/src/ui/base/near'
import { notificationFeed } from '@/collections/messages/notifications/notification.queries'
import { say } from '@/src/lib/i18n'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { DateText } from '@/src/ui/money/DateText'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { notificationsPage as words } from './notifications.labels'
import { readAll } from './notifications.server'

export const generateMetadata = pageTitle(words.title)

const PAGE = 100

export default cabinetPage({}, async ({ session, locale, zone, linkTo }) => {
  const { rows, unread } = await notificationFeed(session.req, session.actor, { limit: PAGE, locale })
  return (
    <>
      <PageHead
        actions={
          unread > 0 ? (
            <form action={readAll}>
              <SubmitButton>{say(words.readAll, locale)}</SubmitButton>
            </form>
          ) : null
        }
        locale={locale}
        sub={say(words.unread, locale, { count: unread })}
        title={say(words.title, locale)}
      />
      <Sheet label={say(words.title, locale)}>
        {rows.length === 0 ? (
          <EmptyState title={say(words.empty, locale)}>{say(words.emptyText, locale)}</EmptyState>
        ) : null}
        <ul>
          {rows
            .map((row) => ({ ...row, to: row.link?.startsWith('/') ? linkTo(row.link) : null }))
            .map((row) => (
              <li
                className={`grid gap-x-4 border-t border-line px-4 py-3 first:border-t-0 sm:grid-cols-[9rem_minmax(0,1fr)] md:px-5 ${row.read ? '' : 'bg-brand-wash'}`}
                key={row.id}
              >
                <span className="text-sm text-ink-2">
                  <DateText locale={locale} value={row.at} zone={zone} />
                  {row.read ? null : <span className="sr-only">, {say(words.new, locale)}</span>}
                </span>
                <div className="min-w-0">
                  {row.to ? (
                    <Link {...near} className="font-mid hover:underline" href={row.to}>
                      {row.title}
                    </Link>
                  ) : (
                    <b className="font-mid">{row.title}</b>
                  )}
                  {row.body ? <p className="text-md text-ink-2">{row.body}</p> : null}
                </div>
              </li>
            ))}
        </ul>
      </Sheet>
    </>
  )
})
