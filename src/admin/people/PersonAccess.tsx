import { sql } from '@payloadcms/db-postgres/drizzle'
import type { UIFieldServerProps } from 'payload'
import { humanDate } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { contextOf, type QueryContext } from '@/src/mechanisms/access/context'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { sessionsOf, sidOf, type AuthCollection } from '@/src/mechanisms/sessions/sessions'
import { adminLabels } from '../admin.labels'
import { peopleLabels, personLabels } from './people.labels'
import { ActionButton } from '../lib/ActionButton'
import { panelLocale } from '../lib/panelLocale'

const words = personLabels

/** Where a person is signed in and how to sign them out; for an employee also the link for a password. */
export async function PersonAccess({
  req,
  id,
  i18n,
  collectionSlug,
}: UIFieldServerProps & { collectionSlug?: string }) {
  const collection: AuthCollection = collectionSlug === 'staff' ? 'staff' : 'users'
  const context = await contextOf(req)
  if (!id || !(await mayEnd(context, collection, String(id)))) return null
  const locale = panelLocale(i18n.language)
  const sessions = await sessionsOf(req, collection, String(id), sidOf(req))
  const [person] = await query<{ proved: boolean; active: boolean }>(
    req,
    sql`select hash is not null as proved, coalesce(active, false) as active from ${sql.raw(collection)} where ${idIs(sql`id`, String(id))}`,
  )
  const failed = say(adminLabels.failed, locale)
  return (
    <section className="kb-sheet kb-papers">
      <header>
        <h2>{say(words.sessions, locale)}</h2>
      </header>
      {sessions.length === 0 ? (
        <p className="kb-empty">{say(words.noSessions, locale)}</p>
      ) : (
        <ul className="kb-files">
          {sessions.map((session) => (
            <li key={session.id}>
              <span>{session.device}</span>
              <span className="kb-muted kb-small">{session.address}</span>
              <span className="kb-num kb-small">
                {session.current ? say(words.here, locale) : humanDate(session.lastSeen, locale)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="kb-bar kb-pad">
        {sessions.some(({ current }) => !current) ? (
          <ActionButton
            action="login-sessions.endAll"
            done={say(peopleLabels.ended, locale)}
            failed={failed}
            input={{ collection, id }}
            label={say(peopleLabels.endSessions, locale)}
            tone="danger"
          />
        ) : null}
        {collection === 'staff' && person?.active ? (
          <>
            <ActionButton
              action="staff.inviteAgain"
              done={say(words.againSent, locale)}
              failed={failed}
              input={{ id }}
              label={say(words.again, locale)}
            />
            {person.proved ? null : (
              <>
                <ActionButton
                  action="staff.withdraw"
                  done={say(words.withdrawn, locale)}
                  failed={failed}
                  input={{ id }}
                  label={say(words.withdraw, locale)}
                  tone="danger"
                />
                <span className="kb-muted kb-small">{say(words.never, locale)}</span>
              </>
            )}
          </>
        ) : null}
      </div>
    </section>
  )
}

/** The same question as the action asks: an administrator for employees, whoever may change the person for users. */
async function mayEnd({ req, actor }: QueryContext, collection: AuthCollection, id: string): Promise<boolean> {
  if (collection === 'staff') return actor.role === 'admin'
  const rows = await query(
    req,
    sql`select 1 from users p where ${idIs(sql`p.id`, id)} and ${accessOf('users').sql(actor, 'update', 'p')}`,
  )
  return rows.length > 0
}
