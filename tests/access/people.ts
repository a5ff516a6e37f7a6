/**
 * Who takes part in the tests of access, and how they stand to each company. Written down by hand: a
 * fact of the world, not something asked of the rules.
 *
 * Companies: `own` is the client's; `partner` the partner's, and `sub` that partner's sub-client;
 * `team` belongs to another manager of the same head; `left` is one where the client's membership was
 * switched off; `foreign` is somebody else's altogether.
 */
export const companies = ['own', 'partner', 'sub', 'team', 'left', 'foreign'] as const
export type Company = (typeof companies)[number]

/** Those who act. `narrow` is a client of `own` who may only see the card of the company. */
export const actors = [
  'admin',
  'editor',
  'manager',
  'head',
  'accountant',
  'client',
  'narrow',
  'partner',
  'employee',
  'dismissed',
  'blocked',
  'anonymous',
] as const
export type Who = (typeof actors)[number]

/** People who only have rows: a manager of the same head, one of another, and clients elsewhere. */
export const others = ['colleague', 'stranger', 'teamClient', 'subClient', 'foreignClient'] as const
export type Person = Who | (typeof others)[number]

export type Relation = 'own' | 'company' | 'subclient' | 'assigned' | 'team'

/** How each actor stands to each company; what is not said is foreign. */
export const standing: Record<Who, Partial<Record<Company, Relation>>> = {
  admin: {},
  editor: {},
  accountant: {},
  manager: { own: 'assigned', partner: 'assigned' },
  head: { own: 'team', partner: 'team', team: 'team' },
  client: { own: 'company' },
  narrow: { own: 'company' },
  partner: { partner: 'company', sub: 'subclient' },
  employee: {},
  /** A manager who no longer works here, and a client whose access was closed: nobodies. */
  dismissed: {},
  blocked: {},
  anonymous: {},
}
