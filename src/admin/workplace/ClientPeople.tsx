import { say, type Locale } from '@/src/lib/i18n'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { adminLabels } from '../admin.labels'
import { peopleLabels } from '../people/people.labels'
import { PeopleTable, type PeopleWords } from './PeopleTable'
import { peopleOf, type ClientPayer } from './people.queries'

const words = peopleLabels
const keys = [
  'title',
  'name',
  'role',
  'state',
  'lastSeen',
  'none',
  'invite',
  'email',
  'phone',
  'position',
  'send',
  'sent',
  'again',
  'againSent',
  'withdraw',
  'close',
  'open',
  'endSessions',
  'ended',
  'back',
  'changed',
] as const satisfies ReadonlyArray<keyof PeopleWords & keyof typeof words>

/** [MGR-01] Who of the client enters the cabinet, with what they may do, and what the client buys as. */
export async function ClientPeople({
  context,
  company,
  locale,
}: {
  context: QueryContext
  company: string
  locale: Locale
}) {
  const { people, payers, roles, may } = await peopleOf(context, company, locale)
  return (
    <>
      <PeopleTable
        company={company}
        may={may}
        people={people}
        roles={roles}
        words={{
          // fromEntries forgets that the keys are exactly these.
          ...(Object.fromEntries(keys.map((key) => [key, words[key][locale]])) as Omit<PeopleWords, 'failed'>),
          failed: say(adminLabels.failed, locale),
        }}
      />
      <Payers company={company} locale={locale} may={may} payers={payers} />
    </>
  )
}

function Payers({
  payers,
  company,
  may,
  locale,
}: {
  payers: ClientPayer[]
  company: string
  may: boolean
  locale: Locale
}) {
  return (
    <section className="kb-sheet" id="payers">
      <header>
        <h2>{say(words.payers, locale)}</h2>
        {may ? (
          <a className="kb-end kb-small" href={`/admin/collections/contractors/create?company=${company}`}>
            {say(words.addPayer, locale)}
          </a>
        ) : null}
      </header>
      {payers.length === 0 ? (
        <p className="kb-empty">{say(words.noPayers, locale)}</p>
      ) : (
        <div className="kb-scroll">
          <table className="kb-table">
            <tbody>
              {payers.map((payer) => (
                <tr key={payer.id}>
                  <td>
                    <a href={`/admin/collections/contractors/${payer.id}`}>{payer.name}</a>
                  </td>
                  <td>{payer.details || '—'}</td>
                  <td className="kb-muted kb-small">{payer.account}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
