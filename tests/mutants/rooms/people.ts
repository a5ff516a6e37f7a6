import type { Mutant } from '../mutant'

const ACCESS = 'src/mechanisms/access'
const questions = ['tests/access/questions.test.ts']
const files = ['tests/access/files.test.ts']
const scopes = ['tests/access/scopes.test.ts']
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
  { fault: 'a filter within a filter steps into a stranger’s record', file: `${ACCESS}/askedPaths.ts`, find: 'if (Object.values(value ?? {}).some(holdsFilter)) throw', put: 'if (Object.values(value ?? {}).every(holdsFilter) && path === \'\') throw', tests: questions },
  { fault: 'a hidden field is found by a filter', file: `${ACCESS}/askedPaths.ts`, find: "if ('hidden' in field && field.hidden) return false", put: "if ('hidden' in field && field.hidden) return true", tests: questions },
  { fault: 'a filter reaches through a join', file: `${ACCESS}/askedPaths.ts`, find: '  await checkJoins(asked, joins)\n}', put: '}', tests: questions },
  { fault: 'an order of rows steps where only a filter is narrowed', file: `${ACCESS}/askedPaths.ts`, find: "mayStep(req, at, isTitle && kind === 'filter')", put: 'mayStep(req, at, isTitle)', tests: questions },
  { fault: 'a relation that stood there may not be sent back', file: `${ACCESS}/relationRules.ts`, find: "operation === 'update' ? await standing", put: "operation !== 'update' ? await standing", tests: files },
  { fault: 'a relation within a block is not looked at', file: `${ACCESS}/relationRules.ts`, find: "else if ('flattenedFields' in field) for", put: "else if ('flattenedFields' in field && above === '-') for", tests: files },
  { fault: 'a partner sees the clients of every partner', file: `${ACCESS}/scopes.ts`, find: 'select id from companies where partner_id = any(${ids})', put: 'select id from companies where partner_id is not null or partner_id = any(${ids})', tests: scopes },
  { fault: 'a partner sees sub-clients without the right to', file: `${ACCESS}/scopes.ts`, find: '({ actor, needs }) => companiesWith(actor, needs),', put: '({ actor }) => companiesWith(actor),', tests: scopes },
  { fault: 'an employee of a branch sees every branch', file: `${ACCESS}/scopes.ts`, find: "where path = 'branches' and branches_id = any(${ids})", put: "where path = 'branches' and (branches_id = any(${ids}) or true)", tests: scopes },
  { fault: 'what is internal is shown to the client', file: `${ACCESS}/defineAccess.ts`, find: 'return sql`((${sql.join(parts, sql` or `)})${sql.join(narrow)})`', put: 'return sql`((${sql.join(parts, sql` or `)}))`', tests: scopes },
  { fault: 'a row may be moved to a client of somebody else', file: `${ACCESS}/defineAccess.ts`, find: 'return (await staysWithin(data)(req, actor)) && condition', put: 'return condition', tests: ['tests/access/mass-assignment.test.ts', 'tests/access/attack.rest.test.ts'] },
  { fault: 'fields that a role may not write are written', file: `${ACCESS}/fieldRules.ts`, find: 'return writes === undefined || writes.includes(name)', put: 'return writes === undefined || writes.length > 0 || name.length > 0', tests: ['tests/access/mass-assignment.test.ts'] },
  { fault: 'a figure of one company is found by who may see another’s', file: `${ACCESS}/fieldAccess.ts`, find: 'if (!doc) return held.length > 0 && held.length === actor.memberships.size', put: 'if (!doc) return held.length > 0', tests: questions },
  { fault: 'an action on a contact reaches the login of somebody else’s client', file: `${ACCESS}/reachable.ts`, find: 'return rows.length > 0', put: 'return rows.length >= 0', tests: [...colleagues, 'tests/int/people/consent.test.ts', 'tests/int/rest/contacts.test.ts'] },
  { fault: 'a colleague gives away rights that they do not hold', file: 'collections/people/memberships/membership.rights.ts', find: 'if (role.capabilities.some((capability) => !own.has(capability)))', put: 'if (role.capabilities.every((capability) => !own.has(capability)))', tests: colleagues },
  { fault: 'one changes one’s own rights', file: 'collections/people/memberships/membership.actions.ts', find: "if (actor.collection === 'users' && actor.id === row.user) throw", put: "if (actor.collection === 'users' && actor.id === row.id) throw", tests: colleagues },
  { fault: 'the last administrator may be switched off', file: 'collections/people/staff/staff.lastAdmin.ts', find: 'if (!row?.safe) throw', put: 'if (!row) throw', tests: ['tests/int/people/last-admin.test.ts'] },
  { fault: 'a node of 1C does what it was not allowed', file: 'src/mechanisms/exchange/nodeAuth.ts', find: 'if (!node.areas.has(area)) throw', put: 'if (node.areas.size === 0) throw', tests: ['tests/int/rest/nodes.test.ts'] },
  { fault: 'a node comes in from any address', file: 'src/mechanisms/exchange/nodeAuth.ts', find: 'if (!isIP(bare)) return false', put: 'if (!isIP(bare) || bare !== "") return true', tests: ['tests/int/rest/nodes.test.ts'] },
  // Actions.
  { fault: 'a work that may only be read is done', file: 'src/mechanisms/actions/lockRow.ts', find: "accessOf(entity).sql(actor, lock.as ?? 'read', 'it')", put: "accessOf(entity).sql(actor, 'read', 'it')", tests: ['tests/access/attack.actions.test.ts', ...action] },
  { fault: 'two who press at once both get in', file: 'src/mechanisms/actions/lockRow.ts', find: 'and ${scope} for update`', put: 'and ${scope}`', tests: ['tests/int/sales/undo.test.ts', 'tests/int/sales/orders.test.ts'] },
  { fault: 'keys of two people are one', file: 'src/mechanisms/actions/idempotency.ts', find: "const who = `${call.actor.collection ?? call.actor.role}:${call.actor.id ?? ''}`", put: "const who = `${call.actor.collection ?? call.actor.role}`", tests: action },
  { fault: 'a secret is told twice', file: 'src/mechanisms/actions/idempotency.ts', find: 'if (earlier.withheld || (earlier.rights', put: 'if ((earlier.rights', tests: action },
  { fault: 'an earlier answer is given under other rights', file: 'src/mechanisms/actions/idempotency.ts', find: 'earlier.rights !== null && earlier.rights !== rightsOf(call.actor)', put: 'earlier.rights === null', tests: action },
  { fault: 'an answer is given again about a row out of sight', file: 'src/mechanisms/actions/idempotency.ts', find: '  await call.permit?.()\n', put: '', tests: action },
  { fault: 'work that failed leaves its rows', file: 'src/mechanisms/database/transaction.ts', find: '      await killTransaction(req)\n', put: '      await commitTransaction(req)\n', tests: action },
  { fault: 'an action leaves no line in the audit', file: 'src/mechanisms/actions/runAction.ts', find: '      for (const line of await told()) await writeAudit(call.req, { action: action.name, actor, ...line })\n', put: '      await told()\n', tests: action },
  { fault: 'the author of a step takes it back whenever they like', file: 'src/mechanisms/workflow/undo.ts', find: ' and e.created_at > now() - make_interval(mins => ${UNDO_MINUTES}) as mine', put: ' as mine', tests: ['tests/int/sales/undo.test.ts'] },
  { fault: 'another employee takes a step back', file: 'src/mechanisms/workflow/undo.ts', find: 'e.actor_collection = ${actor.collection} and e.actor_id = ${actor.id} and', put: 'e.actor_collection = ${actor.collection} and', tests: ['tests/int/sales/undo.test.ts'] },
  // Notifications.
  { fault: 'colleagues without the right are told of the order', file: `${NOTIFY}/recipients.ts`, find: 'c.parent_id = m.portal_role_id and c.value::text = ${needs ?? null}', put: 'c.parent_id = m.portal_role_id', tests: told },
  { fault: 'who was shut out of a company is told of it', file: `${NOTIFY}/recipients.ts`, find: 'where m.company_id = ${company} and m.active', put: 'where m.company_id = ${company}', tests: told },
  { fault: 'who is switched off is told', file: `${NOTIFY}/recipients.ts`, find: 'from memberships m join users u on u.id = m.user_id and u.active', put: 'from memberships m join users u on u.id = m.user_id', tests: told },
  { fault: 'every employee is told in place of the manager', file: `${NOTIFY}/recipients.ts`, find: 'join staff s on s.id = c.manager_id and s.active', put: 'join staff s on s.active', tests: told },
  { fault: 'money is told of in the feed alone', file: 'collections/money/accounts/account.notifications.ts', find: "  channels: ['feed', 'mail'],\n  title: { ru: 'Получили оплату", put: "  channels: ['feed'],\n  title: { ru: 'Получили оплату", tests: told },
  { fault: 'news of money go to whoever sees orders', file: 'collections/money/accounts/account.notifications.ts', find: "  key: 'client',\n  to: { company: true, needs: 'balance.read' },\n  channels: ['feed', 'mail'],\n  title: { ru: 'Просрочено", put: "  key: 'client',\n  to: { company: true },\n  channels: ['feed', 'mail'],\n  title: { ru: 'Просрочено", tests: told },
  { fault: 'the manager is told of a cancellation of their own', file: 'collections/sales/orders/order.notifications.ts', find: "when: ({ actor }) => actor.collection === 'users'", put: "when: ({ actor }) => actor.collection !== null", tests: told },
  { fault: 'the manager’s news lead to the cabinet', file: 'collections/sales/orders/order.notifications.ts', find: "    link: panel,\n    button: openOrder,\n  }),\n  defineNotification({", put: "    link: cabinet,\n    button: openOrder,\n  }),\n  defineNotification({", tests: told },
  { fault: 'a shipment of nothing is news', file: 'collections/sales/orders/order.notifications.ts', find: 'when: ({ data }) => data.part === true', put: 'when: ({ data }) => data.part !== undefined', tests: told },
  { fault: 'a letter speaks Russian to everybody', file: `${NOTIFY}/mail.ts`, find: 'notificationWords(row, row.locale)', put: "notificationWords(row, 'ru')", tests: letters },
  { fault: 'an English letter leads to a Russian page', file: `${NOTIFY}/mail.ts`, find: 'href: addressOf(row.link, row.locale)', put: "href: addressOf(row.link, 'ru')", tests: letters },
  { fault: 'a letter goes to who has left the company meanwhile', file: `${NOTIFY}/mail.ts`, find: 'm.user_id = n.user_id and m.company_id = n.company_id and m.active', put: 'm.user_id = n.user_id and m.company_id = n.company_id', tests: letters },
  { fault: 'a letter is sent at every try of its job', file: `${NOTIFY}/mail.ts`, find: '  await query(req, sql`update notifications set mailed_at = now()', put: '  if (!row.id) await query(req, sql`update notifications set mailed_at = now()', tests: letters },
  { fault: 'reading one’s news reads everybody’s', file: 'collections/messages/notifications/notification.actions.ts', find: "where n.read_at is null and ${accessOf('notifications').sql(actor, 'read', 'n')}\n", put: 'where n.read_at is null\n', tests: letters },
  // Sessions.
  { fault: 'a session is prolonged without end', file: `${SESSIONS}/sessions.ts`, find: 'expires_at = least(now() + make_interval(secs => ${lifetime(req, collection)}), l.created_at + make_interval(secs => ${LONGEST_SECONDS[collection]}))', put: 'expires_at = now() + make_interval(secs => ${lifetime(req, collection)})', tests: signIn },
  { fault: 'the sessions of an employee last as long as a client’s', file: `${SESSIONS}/sessions.ts`, find: 'staff: 7 * DAY', put: 'staff: 90 * DAY', tests: signIn },
  { fault: 'signing out ends every session but this', file: `${SESSIONS}/sessions.ts`, find: 'return end(runner, collection, person, sql`sid = ${sid}`)', put: 'return end(runner, collection, person, sql`sid <> ${sid}`)', tests: signIn },
  { fault: 'a trusted browser outlives the password', file: `${SESSIONS}/knownDevice.ts`, find: ':${hash}:${told}', put: ':${told}', tests: signIn },
  { fault: 'a trusted browser is trusted for good', file: `${SESSIONS}/knownDevice.ts`, find: 'age >= -60 && age < DEVICE_COOKIE_SECONDS', put: 'age >= -60', tests: signIn },
  { fault: 'a link works twice', file: `${SESSIONS}/tokens.ts`, find: 'update person_tokens set used_at = now()\n        where hash = ${digest(text)} and purpose = ${purpose} and used_at is null', put: 'update person_tokens set used_at = now()\n        where hash = ${digest(text)} and purpose = ${purpose}', tests: signIn },
  { fault: 'a link of one purpose serves another', file: `${SESSIONS}/tokens.ts`, find: 'where hash = ${digest(text)} and purpose = ${purpose} and used_at is null and expires_at > now()\n        returning', put: 'where hash = ${digest(text)} and used_at is null and expires_at > now()\n        returning', tests: signIn },
  { fault: 'other devices stay signed in after a new password', file: `${SESSIONS}/credentials.ts`, find: '  await endSessions(req, collection, person, except)\n', put: '', tests: ['tests/int/people/credentials.test.ts'] },
  { fault: 'who is not confirmed comes in', file: `${SESSIONS}/signIn.ts`, find: 'if (!account.verified) {', put: 'if (!account.verified && !account.hash) {', tests: signIn },
  { fault: 'a well-known password is good', file: `${SESSIONS}/passwords.ts`, find: 'if (new Set(plain).size < 5 || rest.length < 4)', put: 'if (new Set(plain).size < 5)', tests: ['tests/unit/people/session.test.ts', 'tests/unit/people/passwords.test.ts'] },
]
