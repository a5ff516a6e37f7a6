import type { AdminViewServerProps } from 'payload'
import { queueWorkplace } from '@/collections/special/queue/queue.workplace'
import { say } from '@/src/lib/i18n'
import { fullDate } from '@/src/lib/dates'
import { wordsOfCode } from '../words/codeWords'
import { deadLetters } from '@/src/mechanisms/jobs/deadLetters'
import { adminLabels } from '../admin.labels'
import { queueLabels } from './queue.labels'
import { ActionButton } from '../lib/ActionButton'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { viewContext } from '../lib/view'

/** Jobs that ran out of attempts: what, why, when; another try or away with it. */
export async function QueueView(props: AdminViewServerProps) {
  const context = await viewContext(props, queueWorkplace)
  if (!context) return <Denied view={props} />
  const { req, locale } = context
  const words = queueLabels
  const rows = await deadLetters(req)
  return (
    <Frame view={props}>
      <div className="kb-head">
        <h1>{say(words.title, locale)}</h1>
      </div>
      <section className="kb-sheet">
        {rows.length === 0 ? <p className="kb-empty">{say(words.empty, locale)}</p> : null}
        {rows.length > 0 ? (
          <div className="kb-scroll">
            <table className="kb-table">
              <thead>
                <tr>
                  <th>{say(words.when, locale)}</th>
                  <th>{say(words.job, locale)}</th>
                  <th>{say(words.error, locale)}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>{fullDate(row.failedAt, locale, 'Europe/Moscow')}</td>
                    <td>{say(wordsOfCode('job', row.job), locale)}</td>
                    <td>{row.error}</td>
                    <td>
                      <div className="kb-bar">
                        <ActionButton
                          action="queue.replay"
                          failed={say(adminLabels.failed, locale)}
                          input={{ id: row.id }}
                          label={say(words.replay, locale)}
                        />
                        <ActionButton
                          action="queue.drop"
                          failed={say(adminLabels.failed, locale)}
                          input={{ id: row.id }}
                          label={say(words.drop, locale)}
                          tone="danger"
                        />
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
      </section>
    </Frame>
  )
}
