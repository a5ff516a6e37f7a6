import { ChevronDown } from '@/src/ui/icon/icons'
import type { Colleague } from '@/collections/people/memberships/membership.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { State, type StateTone } from '@/src/ui/base/State'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { DateText } from '@/src/ui/money/DateText'
import { companyPage as words } from './company.labels'
import { setAccess, setRole } from './company.server'

type Props = { people: Colleague[]; roles: { id: string; name: string }[]; locale: Locale; zone: string }

/** Everybody of the company with their role and access; each but oneself may be changed. */
export function Colleagues({ people, roles, locale, zone }: Props) {
  return (
    <Sheet id="people" title={say(words.people, locale)}>
      <ul>
        {people.map((person) => (
          <li
            key={person.id}
            className="grid gap-x-4 gap-y-2 border-t border-line px-4 py-3 md:grid-cols-[minmax(0,1fr)_19rem_auto] md:items-center md:px-5"
          >
            <Who locale={locale} person={person} zone={zone} />
            {person.self ? (
              <span className="text-ink-2">{person.portalRole.name}</span>
            ) : (
              <RoleForm locale={locale} person={person} roles={roles} />
            )}
            {person.self ? (
              <span className="text-sm text-ink-2">{say(words.you, locale)}</span>
            ) : (
              <AccessButton locale={locale} person={person} />
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Who({ person, locale, zone }: { person: Colleague; locale: Locale; zone: string }) {
  const [tone, word]: [StateTone, keyof typeof words] = person.pending
    ? ['wait', 'pending']
    : person.active
      ? ['good', 'open']
      : ['idle', 'closed']
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 [overflow-wrap:anywhere]">{person.name}</span>
        <State tone={tone}>{say(words[word], locale)}</State>
      </div>
      <div className="text-sm text-ink-2 [overflow-wrap:anywhere]">
        {[person.position, person.email].filter(Boolean).join(', ')}
        {person.lastLoginAt ? (
          <>
            , <DateText locale={locale} value={person.lastLoginAt} zone={zone} />
          </>
        ) : null}
      </div>
    </div>
  )
}

function RoleForm({ person, roles, locale }: { person: Colleague; roles: Props['roles']; locale: Locale }) {
  const known = roles.some(({ id }) => id === person.portalRole.id)
  // Somebody mightier: their role is shown, and cannot be changed from here.
  if (!known) return <span className="text-ink-2">{person.portalRole.name}</span>
  return (
    <form action={setRole.bind(null, locale, person.id)} className="flex gap-2">
      <span className="relative min-w-0 flex-1">
        <select
          aria-label={say(words.roleOf, locale, { name: person.name })}
          className="field-control"
          defaultValue={person.portalRole.id}
          name="portalRole"
        >
          {roles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <ChevronDown className="pointer-events-none absolute inset-y-0 right-3 my-auto !size-4 text-ink-2" />
      </span>
      <SubmitButton size="s">{say(words.changeRole, locale)}</SubmitButton>
    </form>
  )
}

function AccessButton({ person, locale }: { person: Colleague; locale: Locale }) {
  const opened = person.active || person.pending
  return (
    <form action={setAccess.bind(null, locale, person.id, !opened)}>
      <SubmitButton aria-label={say(opened ? words.closeOf : words.reopenOf, locale, { name: person.name })} size="s">
        {say(opened ? words.close : words.reopen, locale)}
      </SubmitButton>
    </form>
  )
}
