import { payersOf } from '@/collections/clients/companies/company.card.queries'
import { colleaguesOf, givableRoles } from '@/collections/people/memberships/membership.queries'
import { humanDate } from '@/src/lib/dates'
import { requisitesText } from '@/src/lib/requisites'
import { say, type Locale } from '@/src/lib/i18n'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { peopleLabels } from '../people/people.labels'

/** A client's person in words already, for a component of the browser. */
export type ClientPerson = {
  membership: string
  user: string
  name: string
  contact: string
  role: string
  state: 'open' | 'closed' | 'invited'
  stateName: string
  lastSeen: string
  /** What the invitation is sent again with. */
  again: { email: string; name: string; portalRole: string }
}
export type ClientPayer = { id: string; name: string; details: string; account: string }
export type PeopleOfClient = {
  people: ClientPerson[]
  payers: ClientPayer[]
  roles: Array<{ id: string; name: string }>
  /** Whether the employee may invite people and change their access. */
  may: boolean
}

const words = peopleLabels

/** [MGR-01] People of a client who enter the cabinet, and the legal entities it buys as, as the employee may see them. */
export async function peopleOf(context: QueryContext, company: string, locale: Locale): Promise<PeopleOfClient> {
  const { req, actor } = context
  const people = await colleaguesOf(req, actor, company, locale)
  const payers = await payersOf({ ...context, company })
  const may = accessOf('companies').where(actor, 'update') !== false
  return {
    may,
    roles: may ? await givableRoles(req, actor, company, locale) : [],
    payers: payers.map((payer) => ({
      id: payer.id,
      name: payer.name,
      account: [payer.bankName, payer.account].filter(Boolean).join(', '),
      details: requisitesText(payer, locale),
    })),
    people: people.map((person) => {
      const state = person.pending ? 'invited' : person.active ? 'open' : 'closed'
      return {
        membership: person.id,
        user: person.user,
        name: person.name,
        role: person.portalRole.id,
        state,
        stateName: say(words.states[state], locale),
        contact: [person.position, person.email, person.phone].filter(Boolean).join(', '),
        lastSeen: person.lastLoginAt ? humanDate(person.lastLoginAt, locale) : '—',
        again: { email: person.email, name: person.name, portalRole: person.portalRole.id },
      }
    }),
  }
}
