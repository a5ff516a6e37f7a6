import type { Mutant } from '../mutant'

const ACCESS = 'src/mechanisms/access'
const questions = ['tests/access/questions.test.ts']
const files = ['tests/access/files.test.ts']
const action = ['tests/int/mechanisms/action.test.ts']
const told = ['tests/int/messages/told.test.ts']
const letters = ['tests/int/messages/letters.test.ts']
const signIn = ['tests/int/people/sign-in.test.ts']
const colleagues = ['tests/int/people/colleagues.test.ts']
const NOTIFY = 'src/mechanisms/notifications'
const SESSIONS = 'src/mechanisms/sessions'

/** Faults in who may see, do, hear of and come in to what. */
export const people: readonly Mutant[] = [
  // Access.
  {
    fault: 'a hidden field is found by a filter',
    file: `${ACCESS}/queryPaths.ts`,
    find: "if ('hidden' in field && field.hidden) return false",
    put: "if ('hidden' in field && field.hidden) return true",
    tests: questions,
  },
  {
    fault: 'an order of rows steps where only a filter is narrowed',
    file: `${ACCESS}/queryPaths.ts`,
    find: "mayStep(req, at, isTitle && kind === 'filter')",
    put: 'mayStep(req, at, isTitle)',
    tests: questions,
  },
  {
    fault: 'a relation that stood there may not be sent back',
    file: `${ACCESS}/relationRules.ts`,
    find: "operation === 'update' ? await standing",
    put: "operation !== 'update' ? await standing",
    tests: files,
  },
  {
    fault: 'a colleague gives away rights that they do not hold',
    file: 'collections/people/memberships/mayManage.ts',
    find: 'if (role.capabilities.some((capability) => !own.has(capability)))',
    put: 'if (role.capabilities.every((capability) => !own.has(capability)))',
    tests: colleagues,
  },
  // Actions.
  {
    fault: 'keys of two people are one',
    file: 'src/mechanisms/actions/idempotency.ts',
    find: "const who = `${call.actor.collection ?? call.actor.role}:${call.actor.id ?? ''}`",
    put: 'const who = `${call.actor.collection ?? call.actor.role}`',
    tests: action,
  },
  {
    fault: 'a secret is told twice',
    file: 'src/mechanisms/actions/idempotency.ts',
    find: 'if (earlier.withheld || (earlier.rights',
    put: 'if ((earlier.rights',
    tests: action,
  },
  {
    fault: 'an earlier answer is given under other rights',
    file: 'src/mechanisms/actions/idempotency.ts',
    find: 'earlier.rights !== null && earlier.rights !== rightsOf(call.actor)',
    put: 'earlier.rights === null',
    tests: action,
  },
  {
    fault: 'an answer is given again about a row out of sight',
    file: 'src/mechanisms/actions/idempotency.ts',
    find: '  await call.permit?.()\n',
    put: '',
    tests: action,
  },
  {
    fault: 'work that failed leaves its rows',
    file: 'src/mechanisms/database/transaction.ts',
    find: '      await killTransaction(req)\n',
    put: '      await commitTransaction(req)\n',
    tests: action,
  },
  {
    fault: 'an action leaves no line in the audit',
    file: 'src/mechanisms/actions/runAction.ts',
    find: '      for (const line of await told()) await writeAudit(call.req, { action, actor, ...line })\n',
    put: '      await told()\n',
    tests: action,
  },
  {
    fault: 'another employee takes a step back',
    file: 'src/mechanisms/workflow/undo.ts',
    find: 'e.actor_collection = ${actor.collection} and e.actor_id = ${actor.id} and',
    put: 'e.actor_collection = ${actor.collection} and',
    tests: ['tests/int/sales/undo.test.ts'],
  },
  // Notifications.
  {
    fault: 'colleagues without the right are told of the order',
    file: `${NOTIFY}/audiences/companyPeople.ts`,
    find: 'c.parent_id = m.portal_role_id and c.value::text = ${needs}',
    put: 'c.parent_id = m.portal_role_id',
    tests: told,
  },
  {
    fault: 'who was shut out of a company is told of it',
    file: `${NOTIFY}/audiences/companyPeople.ts`,
    find: 'where m.company_id = ${company} and m.active',
    put: 'where m.company_id = ${company}',
    tests: told,
  },
  {
    fault: 'who is switched off is told',
    file: `${NOTIFY}/audiences/companyPeople.ts`,
    find: 'from memberships m join users u on u.id = m.user_id and u.active',
    put: 'from memberships m join users u on u.id = m.user_id',
    tests: told,
  },
  {
    fault: 'every employee is told in place of the manager',
    file: `${NOTIFY}/audiences/companyManager.ts`,
    find: 'join staff s on s.id = c.manager_id and s.active',
    put: 'join staff s on s.active',
    tests: told,
  },
  {
    fault: 'money is told of in the feed alone',
    file: 'collections/money/accounts/account.notifications.ts',
    find: "  channels: ['feed', 'mail'],\n  title: { ru: 'Получили оплату",
    put: "  channels: ['feed'],\n  title: { ru: 'Получили оплату",
    tests: told,
  },
  {
    fault: 'the manager is told of a cancellation of their own',
    file: 'collections/sales/orders/order.notifications.ts',
    find: "when: ({ actor }) => actor.collection === 'users'",
    put: 'when: ({ actor }) => actor.collection !== null',
    tests: told,
  },
  {
    fault: 'a shipment of nothing is news',
    file: 'collections/sales/orders/order.notifications.ts',
    find: 'when: ({ data }) => data.part === true',
    put: 'when: ({ data }) => data.part !== undefined',
    tests: told,
  },
  {
    fault: 'a letter speaks Russian to everybody',
    file: `${NOTIFY}/channelJob.ts`,
    find: 'notificationWords(told, told.locale)',
    put: "notificationWords(told, 'ru')",
    tests: letters,
  },
  {
    fault: 'an English letter leads to a Russian page',
    file: `${NOTIFY}/channels/mail.ts`,
    find: 'href: linkFor(reader, link)',
    put: "href: linkFor({ ...reader, locale: 'ru' }, link)",
    tests: letters,
  },
  // Sessions.
  {
    fault: 'a session is prolonged without end',
    file: `${SESSIONS}/sessions.ts`,
    find: 'expires_at = least(now() + make_interval(secs => ${lifetime(req, collection)}), l.created_at + make_interval(secs => ${LONGEST_SECONDS[collection]}))',
    put: 'expires_at = now() + make_interval(secs => ${lifetime(req, collection)})',
    tests: signIn,
  },
  {
    fault: 'a trusted browser outlives the password',
    file: `${SESSIONS}/knownDevice.ts`,
    find: ':${hash}:${told}',
    put: ':${told}',
    tests: signIn,
  },
  {
    fault: 'a link works twice',
    file: `${SESSIONS}/tokens.ts`,
    find: 'update person_tokens set used_at = now()\n        where hash = ${digest(text)} and purpose = ${purpose} and used_at is null',
    put: 'update person_tokens set used_at = now()\n        where hash = ${digest(text)} and purpose = ${purpose}',
    tests: signIn,
  },
  {
    fault: 'a well-known password is good',
    file: `${SESSIONS}/passwords.ts`,
    find: 'if (new Set(plain).size < 5 || rest.length < 4)',
    put: 'if (new Set(plain).size < 5)',
    tests: ['tests/unit/people/session.test.ts', 'tests/unit/people/passwords.test.ts'],
  },
]
