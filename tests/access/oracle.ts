import type { Relation, Who } from './people'
import { standing } from './people'
import type { WorldRow } from './world'

/**
 * Who may do what, written from what the portal promises and not from its rules: a client sees their
 * company and nothing of another, a partner also its sub-clients, a manager the clients assigned to
 * them, a head those of their managers, an administrator everything; a portal role narrows it by its
 * capabilities; everyone else sees nothing that is not said here.
 */
export const operations = ['create', 'read', 'update', 'delete'] as const
export type Operation = (typeof operations)[number]

type Test = (row: Omit<WorldRow, 'id'>) => boolean
/** By actor: the relations that suffice, `true` for every row, or a test of the row. An actor not named may nothing. */
type Reach = Partial<Record<Who, true | readonly Relation[] | Test>>
export type CollectionOracle = Record<Operation, Reach>

const nobody: Reach = {}
const admin: Reach = { admin: true }
const everyStaff: Reach = { admin: true, editor: true, manager: true, head: true, accountant: true }
const everyone: Reach = { ...everyStaff, client: true, narrow: true, partner: true, employee: true }

/** Staff with their clients. */
const managing: Reach = { admin: true, manager: ['assigned'], head: ['team'] }
const looking: Reach = { ...managing, accountant: true }
const ofCompany: readonly Relation[] = ['company']
const withSubclients: readonly Relation[] = ['company', 'subclient']
const only = (read: Reach): CollectionOracle => ({ read, create: admin, update: admin, delete: admin })
const readOnly = (read: Reach): CollectionOracle => ({ read, create: nobody, update: nobody, delete: nobody })

/** What a company owns: its people see it, who hold the capability. `narrow` holds `company.read` only. */
const company = (needs: 'any' | 'company.read' | 'more', rest: Partial<CollectionOracle> = {}): CollectionOracle => ({
  ...only({
    ...looking,
    client: ofCompany,
    partner: withSubclients,
    ...(needs === 'more' ? {} : { narrow: ofCompany }),
  }),
  ...rest,
})

const toldHere =
  (who: Who): Test =>
  ({ person, company: of }) =>
    person === who && (of === undefined || standing[who][of] === 'company')
const pictureFor =
  (who: Who): Test =>
  ({ person }) =>
    person === undefined || person === who
const viewFor =
  (who: Who): Test =>
  ({ person, company: of }) =>
    person === who || (of !== undefined && standing[who][of] === 'company')
const published: Test = (row) => row.active === true
const goods: CollectionOracle = {
  read: { ...everyStaff, client: published, narrow: published, partner: published, employee: published },
  create: { admin: true, editor: true },
  update: { admin: true, editor: true },
  delete: admin,
}

/** A thing's history and correspondence: never what is internal, and only of things one may see. */
const about =
  (who: Who, things: readonly string[]): Test =>
  (row) =>
    row.internal !== true &&
    things.includes(row.entity ?? '') &&
    relates(who, row, who === 'partner' ? withSubclients : ofCompany)
const correspondence: Reach = {
  ...looking,
  client: about('client', ['orders', 'companies']),
  partner: about('partner', ['orders', 'companies']),
  narrow: about('narrow', ['companies']),
}
const printed: Reach = {
  ...looking,
  client: about('client', ['contracts']),
  partner: about('partner', ['contracts']),
}
const filesOf =
  (who: Who): Test =>
  (row) =>
    row.internal !== true && relates(who, row, who === 'partner' ? withSubclients : ofCompany)

const ownRow: readonly Relation[] = ['own']
const everybodysOwn: Reach = {
  client: ownRow,
  narrow: ownRow,
  partner: ownRow,
  employee: ownRow,
  manager: ownRow,
  head: ownRow,
  accountant: ownRow,
  editor: ownRow,
}

export const collections: Record<string, CollectionOracle> = {
  staff: {
    ...only(everyStaff),
    update: { admin: true, editor: ownRow, manager: ownRow, head: ownRow, accountant: ownRow },
  },
  users: {
    ...only({ ...looking, client: ownRow, narrow: ownRow, partner: ownRow, employee: ownRow }),
    update: managing,
  },
  'portal-roles': only(everyone),
  memberships: {
    ...only({ ...looking, client: ['own', 'company'], partner: ['own', 'company'], narrow: ownRow }),
    create: managing,
    update: managing,
    delete: managing,
  },
  'access-keys': readOnly({ admin: true, client: ownRow, narrow: ownRow, partner: ownRow }),
  'login-sessions': readOnly({ ...everybodysOwn, admin: true }),
  branches: { ...goods, create: admin, update: admin },
  companies: { ...company('any'), create: { admin: true, manager: true, head: true }, update: managing },
  contractors: company('any', { create: managing, update: managing }),
  contacts: company('company.read', { create: managing, update: managing, delete: managing }),
  // Colleagues' own: whoever is to be reminded has it, whosever client it is of; nobody of a client ever.
  interactions: {
    read: { admin: true, accountant: true, manager: ['assigned', 'own'], head: ['team', 'own'] },
    create: nobody,
    update: { admin: true, manager: ['assigned', 'own'], head: ['team', 'own'] },
    delete: admin,
  },
  groups: goods,
  brands: goods,
  units: only(everyone),
  products: goods,
  skus: goods,
  warehouses: goods,
  'price-types': only(everyStaff),
  prices: only(everyStaff),
  stocks: only(everyStaff),
  // Placed in the cabinet or brought by 1C; nobody types one into the panel, and what was ordered stays on record.
  orders: company('more', { create: nobody, update: managing, delete: nobody }),
  'order-lines': company('more', { create: nobody, update: nobody, delete: nobody }),
  carts: readOnly({ admin: true, client: ownRow, narrow: ownRow, partner: ownRow }),
  'cart-lines': readOnly({ admin: true, client: ownRow, narrow: ownRow, partner: ownRow }),
  // One's own, and those shown to one's company; a view of orders shown there wants the right to orders.
  'list-views': readOnly({ admin: true, client: viewFor('client'), narrow: ownRow, partner: viewFor('partner') }),
  contracts: company('more', { update: managing }),
  'schedule-lines': company('more'),
  accounts: company('more', { create: nobody, delete: nobody }),
  documents: company('more', { update: managing }),
  'document-files': {
    ...only({ ...looking, client: filesOf('client'), partner: filesOf('partner') }),
    // People of a company attach files to what they write.
    create: { ...managing, accountant: true, client: ofCompany, partner: ofCompany },
  },
  'document-requests': company('more', { create: nobody, update: managing, delete: nobody }),
  'test-guarantees': company('more'),
  // What was printed of a record is read by whoever reads of the record; nobody rewrites it.
  'print-files': readOnly(printed),
  'print-templates': { read: admin, create: admin, update: nobody, delete: nobody },
  comments: { ...only(correspondence), create: nobody, update: nobody },
  events: readOnly(correspondence),
  // What was told of a company is read as long as one belongs to it.
  notifications: readOnly({
    ...everybodysOwn,
    client: toldHere('client'),
    narrow: toldHere('narrow'),
    partner: toldHere('partner'),
    employee: toldHere('employee'),
    admin: true,
  }),
  'exchange-nodes': only(admin),
  'exchange-runs': readOnly(admin),
  'exchange-files': readOnly(admin),
  'exchange-issues': readOnly(admin),
  'exchange-changes': readOnly(admin),
  forms: {
    read: everyStaff,
    create: { admin: true, editor: true },
    update: { admin: true, editor: true },
    delete: { admin: true, editor: true },
  },
  // Made by the action of a form's page alone.
  'form-submissions': {
    read: { ...managing, editor: true },
    create: nobody,
    update: nobody,
    delete: admin,
  },
  sites: { ...only(everyone), update: { admin: true, editor: true } },
  media: {
    // A picture of goods is everybody's; a photograph of a cabinet user is theirs and the staff's.
    read: {
      ...everyStaff,
      client: pictureFor('client'),
      narrow: pictureFor('narrow'),
      partner: pictureFor('partner'),
      employee: pictureFor('employee'),
    },
    create: everyStaff,
    update: { admin: true, editor: true },
    delete: { admin: true, editor: true },
  },
  audit: readOnly(admin),
  'payload-kv': readOnly(nobody),
  // Payload's own: the panel keeps each person's columns here. Anybody signed in keeps their own.
  'payload-preferences': {
    read: { ...everybodysOwn, admin: ownRow, dismissed: ownRow, blocked: ownRow },
    create: { ...everyone, dismissed: true, blocked: true },
    update: { ...everybodysOwn, admin: ownRow, dismissed: ownRow, blocked: ownRow },
    delete: { ...everybodysOwn, admin: ownRow, dismissed: ownRow, blocked: ownRow },
  },
}

/** Collections that no address leads to; a test holds them to that instead. */
export const unreachable: readonly string[] = ['payload-migrations']

export const globals: Record<string, { read: Reach; update: Reach }> = {
  'company-details': { read: everyone, update: { admin: true, accountant: true } },
  modules: { read: everyStaff, update: admin },
  numbering: { read: { admin: true, manager: true, head: true, accountant: true }, update: admin },
  'portal-settings': { read: everyStaff, update: admin },
}

/** Whether the actor may do it to the row (or to one like it, when it is to be created). */
export function allowed(reach: Reach, who: Who, row: Omit<WorldRow, 'id'>): boolean {
  const grant = reach[who]
  if (grant === undefined || grant === true) return grant === true
  return typeof grant === 'function' ? grant(row) : relates(who, row, grant)
}

function relates(who: Who, row: Omit<WorldRow, 'id'>, relations: readonly Relation[]): boolean {
  const toCompany = row.company ? standing[who][row.company] : undefined
  return (row.person === who && relations.includes('own')) || (toCompany !== undefined && relations.includes(toCompany))
}
