import type { Mutant } from '../mutant'

const UNIT = 'tests/unit'
const INT = 'tests/int'
export const mechanisms: readonly Mutant[] = [
  // Money and quantities.
  { fault: 'half a kopeck is always rounded down', file: 'src/lib/money.ts', find: 'return divideHalfUp(integer(price) * integer(qty), divisor)', put: 'return Number((integer(price) * integer(qty)) / divisor)', tests: [`${UNIT}/lib/money.test.ts`] },
  { fault: 'VAT is taken on top of a sum that holds it', file: 'src/lib/money.ts', find: 'return divideHalfUp(integer(total) * percent, 10_000n + percent)', put: 'return divideHalfUp(integer(total) * percent, 10_000n)', tests: [`${UNIT}/lib/money.test.ts`] },
  { fault: 'the rest of a split sum is lost', file: 'src/lib/money.ts', find: '    if (rest === 0n) break\n', put: '    break\n', tests: [`${UNIT}/lib/money.test.ts`] },
  { fault: 'a broken pack may be ordered', file: 'src/lib/quantity.ts', find: 'if (qty % by !== 0) return packs', put: 'if (qty % by !== 0 && !packs) return packs', tests: [`${UNIT}/lib/quantity.test.ts`] },
  { fault: 'less than the first priced quantity may be ordered', file: 'src/lib/quantity.ts', find: "if (qty < rule.min) return refused('qty.least', rule.min)", put: "if (qty < 0) return refused('qty.least', rule.min)", tests: [`${UNIT}/lib/quantity.test.ts`] },
  { fault: 'a slip of the finger is silent', file: 'src/lib/quantity.ts', find: "if (qty > rule.max) return refused('qty.tooMuch', rule.max)", put: "if (qty > rule.max * 1000) return refused('qty.tooMuch', rule.max)", tests: [`${UNIT}/lib/quantity.test.ts`] },
  { fault: 'a currency by its number is not known', file: 'src/lib/currencies.ts', find: 'known.set(bare(code), code).set(number, code)', put: 'known.set(bare(code), code)', tests: [`${UNIT}/lib/currencies.test.ts`] },
  { fault: 'an overdrawn limit still has room', file: 'collections/sales/carts/cart.rules.ts', find: 'enough: left - total >= 0', put: 'enough: left >= 0', tests: [`${UNIT}/sales/rules.test.ts`] },
  // Words of 1C.
  { fault: '«закрыт» ships an order', file: 'collections/sales/orders/order.states.ts', find: "'закрыт': { state: 'closed' },", put: "'закрыт': { state: 'shipped', gone: true },", tests: [`${UNIT}/sales/order-states.test.ts`] },
  { fault: 'a cancellation by a mark is not heard', file: 'collections/sales/orders/order.states.ts', find: "if (record.cancelled || record.deleted) return moved('cancelled', standing)", put: "if (record.cancelled) return moved('cancelled', standing)", tests: [`${UNIT}/sales/order-states.test.ts`] },
  { fault: "1C's old word wakes an order that the client has cancelled", file: 'collections/sales/orders/order.states.ts', find: "return standing.unsent ? null : moved(target, standing)", put: 'return moved(target, standing)', tests: [`${UNIT}/sales/order-states.test.ts`, `${INT}/exchange/cases.orders.test.ts`] },
  { fault: 'a price whose quantity cannot be read counts from nothing', file: 'src/mechanisms/exchange/commerceml/read-amounts.ts', find: 'const record = { priceTypeExternalId, minQty: minQty ?? 0, coefficient: coefficient || WHOLE }', put: 'const record = { priceTypeExternalId, minQty: 0, coefficient: coefficient || WHOLE }', tests: [`${INT}/exchange/cases.test.ts`] },
  { fault: 'a whole offer is silent about what it lost', file: 'src/mechanisms/exchange/commerceml/read-amounts.ts', find: 'if (whole || given.prices || given.stock) context.emit(given)', put: 'if (given.prices) context.emit(given)', tests: [`${INT}/exchange/cases.test.ts`, `${UNIT}/exchange/shared-files.test.ts`] },
  { fault: 'a plus in a file name becomes a space for whoever escapes', file: 'src/mechanisms/exchange/commerceml/percent.ts', find: "/%20/.test(raw) ? raw : raw.replaceAll('+', ' ')", put: "raw.replaceAll('+', ' ')", tests: [`${UNIT}/exchange/percent.test.ts`] },
  { fault: 'older data comes over newer', file: 'src/mechanisms/exchange/bulk/mergeSql.ts', find: 't.sync_time > $1::timestamptz', put: "t.sync_time > $1::timestamptz + interval '10 years'", tests: [`${INT}/exchange/merge.test.ts`, `${INT}/exchange/catalogue.test.ts`] },
  // Who sees what.
  { fault: 'a colleague without the right reads the company', file: 'src/mechanisms/access/actor.ts', find: '(!capability || held.has(capability) ? [company] : [])', put: '[company]', tests: ['tests/access/scopes.test.ts', 'tests/access/rights.test.ts'] },
  { fault: 'a head sees the clients of everybody', file: 'src/mechanisms/access/actor.ts', find: 'select s.id from staff s join team t on s.head_id = t.id', put: 'select s.id from staff s', tests: ['tests/access/scopes.test.ts', 'tests/access/matrix.test.ts'] },
  { fault: 'somebody switched off goes on acting', file: 'src/mechanisms/access/actor.ts', find: 'where u.id = ${id} and u.active`', put: 'where u.id = ${id}`', tests: ['tests/access/rights.test.ts', 'tests/access/matrix.test.ts'] },
  { fault: 'a sort tells what the answer hides', file: 'src/mechanisms/access/askedPaths.ts', find: "for (const path of sortPaths(sort)) await checkPath(asked, path, 'order')", put: 'sortPaths(sort)', tests: ['tests/access/questions.test.ts'] },
  { fault: 'a relation leads to what its writer may not read', file: 'src/mechanisms/access/relationRules.ts', find: 'if (strange.length === 0) return args', put: 'if (strange.length >= 0) return args', tests: ['tests/access/files.test.ts'] },
  // Actions and workflows.
  { fault: 'a role that may not runs the action', file: 'src/mechanisms/actions/runAction.ts', find: "if (!action.may.includes(actor.role) && actor.role !== 'system') {", put: "if (actor.role === 'anonymous' && !action.may.includes(actor.role)) {", tests: [`${INT}/mechanisms/action.test.ts`] },
  { fault: 'the same key with another body is taken', file: 'src/mechanisms/actions/idempotency.ts', find: 'earlier.body !== body', put: 'earlier.body === null', tests: [`${INT}/mechanisms/action.test.ts`] },
  { fault: 'a state is left from where no way leads', file: 'src/mechanisms/workflow/transition.ts', find: 'if (!transition.from.includes(state)) throw', put: 'if (transition.from.length === 0) throw', tests: [`${INT}/sales/orders.test.ts`, `${INT}/sales/workflow-hook.test.ts`] },
  { fault: 'an order is cancelled without a word', file: 'src/mechanisms/workflow/transition.ts', find: "transition.needs?.includes('comment') && !context.comment", put: "transition.needs?.includes('comment') && context.comment === ''", tests: [`${INT}/sales/orders.test.ts`] },
  // Notifications, lists, ledger, search.
  { fault: 'the author is told of what they did themselves', file: 'src/mechanisms/notifications/notify.ts', find: 'if (!declaration.tellsAuthor && isAuthor(event, recipient)) continue', put: 'if (!declaration.tellsAuthor && isAuthor(event, recipient) && event.id === recipient.id) continue', tests: [`${INT}/messages/talk.test.ts`, `${INT}/messages/letters.test.ts`, `${INT}/sales/orders.test.ts`] },
  { fault: 'whoever turned letters off gets them', file: 'src/mechanisms/notifications/mail.ts', find: '!row || row.sent || !row.email || !row.wanted', put: '!row || row.sent || !row.email', tests: [`${INT}/messages/letters.test.ts`] },
  { fault: 'the last day of a period is left out', file: 'src/mechanisms/lists/listSql.ts', find: '(${filter.to}::date + 1)::timestamp', put: '(${filter.to}::date)::timestamp', tests: [`${INT}/speed/lists.test.ts`] },
  { fault: 'a number is found by any of its signs', file: 'src/mechanisms/lists/listSql.ts', find: 'and length(search_code(${text})) > 1', put: 'and length(search_code(${text})) > 0', tests: [`${INT}/home/home.test.ts`] },
  { fault: 'a statement ends with what came after it', file: 'src/mechanisms/ledger/statement.ts', find: 'occurred_at < ${at ?? null}::timestamptz)`', put: 'occurred_at <= ${at ?? null}::timestamptz)`', tests: [`${INT}/mechanisms/ledger.test.ts`] },
  { fault: 'what is typed in the other layout finds nothing', file: 'src/mechanisms/search/defineSearch.ts', find: 'return meant ? searchOnce(context, meant) : found', put: 'return found', tests: [`${INT}/home/home.test.ts`] },
  // Scripts.
  { fault: 'a skipped test passes', file: 'scripts/lib/report.mjs', find: 'const failed = tests.length - passed - skipped.length', put: "const failed = tests.filter(({ status }) => status === 'failed').length", tests: [`${UNIT}/scripts/report.test.ts`] },
  { fault: 'the embedded PostgreSQL is not started again', file: 'scripts/lib/database.mjs', find: 'if (busy || ended || isServing(dir)) return', put: 'if (busy || !ended || isServing(dir)) return', tests: [`${INT}/scripts/postgres.test.ts`] },
]
