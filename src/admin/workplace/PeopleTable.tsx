'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { PanelForm } from '../lib/PanelForm'
import { callAction, type ActionAnswer } from '../lib/callAction'
import { ChoiceBox, type Choice } from '../lib/ChoiceBox'
import { TextBox } from '../lib/TextBox'
import type { ClientPerson } from './people.queries'

export type PeopleWords = Record<
  | 'title'
  | 'name'
  | 'role'
  | 'state'
  | 'lastSeen'
  | 'none'
  | 'invite'
  | 'email'
  | 'phone'
  | 'position'
  | 'send'
  | 'sent'
  | 'again'
  | 'againSent'
  | 'withdraw'
  | 'close'
  | 'open'
  | 'endSessions'
  | 'ended'
  | 'back'
  | 'changed'
  | 'failed',
  string
>
type Props = { company: string; people: ClientPerson[]; roles: Choice[]; may: boolean; words: PeopleWords }
type Said = { of: string; ok: boolean; text: string }

const tones = { open: 'good', invited: 'wait', closed: undefined } as const

/** People of a client: their role, whether they may enter, when they were last here; what went wrong stands in the row. */
export function PeopleTable({ company, people, roles, may, words }: Props) {
  const router = useRouter()
  const [said, setSaid] = useState<Said | null>(null)
  const [pending, start] = useTransition()

  const run = (of: string, call: () => Promise<ActionAnswer>, done: string): void =>
    start(async () => {
      setSaid(null)
      const answer = await call()
      setSaid({ of, ok: answer.ok, text: answer.ok ? done : answer.message })
      if (answer.ok) router.refresh()
    })
  const act = (person: ClientPerson, action: string, input: Record<string, unknown>, done = words.changed): void =>
    run(person.membership, () => callAction(action, input, words.failed), done)

  return (
    <section className="kb-sheet" id="people">
      <header>
        <h2>{words.title}</h2>
        <span className="kb-muted kb-small">{people.length}</span>
      </header>
      {may ? (
        <PanelForm
          action="memberships.invite"
          className="kb-pad"
          input={{ company }}
          words={{ ...words, open: words.invite }}
        >
          <TextBox label={words.name} name="name" required />
          <TextBox label={words.email} name="email" required type="email" />
          <TextBox label={words.phone} name="phone" type="tel" />
          <TextBox label={words.position} name="position" />
          <ChoiceBox choices={roles} label={words.role} name="portalRole" required />
        </PanelForm>
      ) : null}
      {people.length === 0 ? (
        <p className="kb-empty">{words.none}</p>
      ) : (
        <div className="kb-scroll">
          <table className="kb-table">
            <thead>
              <tr>
                <th>{words.name}</th>
                <th>{words.role}</th>
                <th>{words.state}</th>
                <th>{words.lastSeen}</th>
                {may ? <th /> : null}
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.membership}>
                  <td className="kb-wide">
                    {person.name}
                    <div className="kb-muted kb-small">{person.contact}</div>
                  </td>
                  <td>
                    {may ? (
                      <select
                        aria-label={`${words.role}: ${person.name}`}
                        className="kb-input kb-select"
                        disabled={pending}
                        onChange={(event) =>
                          act(person, 'memberships.setRole', { id: person.membership, portalRole: event.target.value })
                        }
                        value={person.role}
                      >
                        {roles.map(({ id, name }) => (
                          <option key={id} value={id}>
                            {name}
                          </option>
                        ))}
                      </select>
                    ) : (
                      roles.find(({ id }) => id === person.role)?.name
                    )}
                  </td>
                  <td className="kb-nowrap">
                    <span className="kb-state" data-tone={tones[person.state]}>
                      {person.stateName}
                    </span>
                  </td>
                  <td className="kb-nowrap">{person.lastSeen}</td>
                  {may ? (
                    <td>
                      <div className="kb-bar">
                        {person.state === 'invited' ? (
                          <>
                            <button
                              className="kb-btn"
                              disabled={pending}
                              onClick={() =>
                                act(person, 'memberships.invite', { company, ...person.again }, words.againSent)
                              }
                              type="button"
                            >
                              {words.again}
                            </button>
                            <button
                              className="kb-btn"
                              data-tone="danger"
                              disabled={pending}
                              onClick={() => act(person, 'memberships.withdraw', { id: person.membership })}
                              type="button"
                            >
                              {words.withdraw}
                            </button>
                          </>
                        ) : (
                          <button
                            className="kb-btn"
                            data-tone={person.state === 'open' ? 'danger' : undefined}
                            disabled={pending}
                            onClick={() =>
                              act(person, 'memberships.setActive', {
                                id: person.membership,
                                active: person.state === 'closed',
                              })
                            }
                            type="button"
                          >
                            {person.state === 'open' ? words.close : words.open}
                          </button>
                        )}
                        {person.state === 'open' ? (
                          <button
                            className="kb-btn"
                            disabled={pending}
                            onClick={() =>
                              act(
                                person,
                                'login-sessions.endAll',
                                { collection: 'users', id: person.user },
                                words.ended,
                              )
                            }
                            type="button"
                          >
                            {words.endSessions}
                          </button>
                        ) : null}
                      </div>
                      {said?.of === person.membership ? (
                        <div
                          className={said.ok ? 'kb-good kb-small' : 'kb-error kb-small'}
                          role={said.ok ? 'status' : 'alert'}
                        >
                          {said.text}
                        </div>
                      ) : null}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
