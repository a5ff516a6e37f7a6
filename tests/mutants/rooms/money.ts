import type { Mutant } from '../mutant'

const forms = ['tests/unit/print/forms.test.ts']
const rules = ['tests/unit/sales/rules.test.ts']
const money = ['tests/unit/lib/money.test.ts']
const lists = ['tests/int/lists/rows.test.ts']
const spans = ['tests/unit/lib/priceSpans.test.ts']
const standing = ['tests/int/home/standing.test.ts']
const checkout = ['tests/int/sales/checkout.test.ts']
const papers = ['tests/int/sales/papers.test.ts']
const ORDERS = 'collections/sales/orders'

/** Faults in sums: of a cart, an order, a list, an account, a printed form. */
export const moneyRoom: readonly Mutant[] = [
  // Reading and showing.
  {
    fault: 'a negative sum loses its sign',
    file: 'src/lib/money.ts',
    find: "return { sign: number < 0n ? MINUS : '', whole",
    put: "return { sign: '', whole",
    tests: money,
  },
  {
    fault: 'half a kopeck that was typed is cut off',
    file: 'src/lib/decimal.ts',
    find: 'fraction.charCodeAt(scale) >= FIVE',
    put: 'fraction.charCodeAt(scale) > FIVE',
    tests: ['tests/unit/exchange/decimal.test.ts'],
  },
  {
    fault: 'a price of four digits is shown with two',
    file: 'src/lib/money.ts',
    find: 'fraction.slice(0, shown) + idle',
    put: 'fraction.slice(0, shown)',
    tests: money,
  },
  {
    fault: 'a return is rounded the other way than its sale',
    file: 'src/lib/money.ts',
    find: 'const result = Number(sign * ((2n * value * sign + divisor) / (2n * divisor)))',
    put: 'const result = Number((2n * value + divisor) / (2n * divisor))',
    tests: money,
  },
  // A cart and what it may be ordered on.
  {
    fault: 'an overpayment raises the limit',
    file: 'collections/sales/credit/standing.rules.ts',
    find: 'return limit - Math.max(debt, 0) - Math.max(reserved, 0)',
    put: 'return limit - debt - Math.max(reserved, 0)',
    tests: rules,
  },
  {
    fault: 'an overdue debt does not stop an order on credit',
    file: 'collections/sales/carts/cart.rules.ts',
    find: 'if (credit.overdue > 0 && credit.overdueBlocks) return',
    put: 'if (credit.overdue > 0 && credit.overdueBlocks && credit.limit === 0) return',
    tests: rules,
  },
  {
    fault: 'a sum of two currencies is one',
    file: 'collections/sales/carts/cart.rules.ts',
    find: '(lines[index]?.currency ?? own) === currency ? [line.total] : []',
    put: '[line.total]',
    tests: rules,
  },
  {
    fault: 'the part that comes later is counted by the piece, not by the pack',
    file: 'collections/sales/carts/cart.rules.ts',
    find: '[lineTotal(lines[index]?.price ?? 0, line[name], lines[index]?.per)]',
    put: '[lineTotal(lines[index]?.price ?? 0, line[name])]',
    tests: rules,
  },
  {
    fault: 'stock below nought is owed by the order',
    file: 'collections/sales/carts/cart.rules.ts',
    find: 'Math.min(qty, Math.max(stock, 0))',
    put: 'Math.min(qty, stock)',
    tests: rules,
  },
  {
    fault: 'of several prices by quantity the first holds',
    file: 'src/lib/priceSpans.ts',
    find: 'holds(one, qty) && (!best || one.from >= best.from)',
    put: 'holds(one, qty) && !best',
    tests: spans,
  },
  // An order as it is placed.
  {
    fault: 'a price without VAT is sold as one with it',
    file: 'collections/catalogue/offers/offers.ts',
    find: 'type?.vatIncluded === false',
    put: 'type?.vatIncluded === null',
    tests: [...papers, ...checkout],
  },
  {
    fault: 'a price that 1C took away still sells',
    file: 'collections/catalogue/offers/offers.ts',
    find: 'r.price_type_id = ${types.own?.id ?? null} and r.active is not false and r.price > 0',
    put: 'r.price_type_id = ${types.own?.id ?? null} and r.price > 0',
    tests: ['tests/int/exchange/ended.test.ts', ...papers],
  },
  {
    fault: 'the client’s own number of the order is lost',
    file: `${ORDERS}/order.checkout.actions.ts`,
    find: 'clientReference: asked.clientReference',
    put: 'clientReference: asked.comment',
    tests: papers,
  },
  {
    fault: 'the letter of an order names roubles whatever it is in',
    file: `${ORDERS}/order.checkout.actions.ts`,
    find: 'sum: { amount: order.total, currency },',
    put: "sum: { amount: order.total, currency: 'RUB' },",
    tests: papers,
  },
  // Papers.
  {
    fault: 'the printed order names the client in place of the payer',
    file: `${ORDERS}/order.print.ts`,
    find: 'coalesce(k.legal_name, k.name, c.legal_name, c.name) as name',
    put: 'coalesce(c.legal_name, c.name, k.legal_name, k.name) as name',
    tests: papers,
  },
  {
    fault: 'the printed order forgets its VAT',
    file: `${ORDERS}/order.print.ts`,
    find: 'vat: order.vat > 0 ? order.vat : null',
    put: 'vat: order.vat > order.total ? order.vat : null',
    tests: papers,
  },
  {
    fault: 'a statement swaps what came in and what went out',
    file: 'collections/money/accounts/account.print.ts',
    find: 'credit: Math.max(amount, 0),\n      debit: Math.max(-amount, 0)',
    put: 'credit: Math.max(-amount, 0),\n      debit: Math.max(amount, 0)',
    tests: papers,
  },
  {
    fault: 'an invoice’s bank block holds one account twice',
    file: 'src/mechanisms/print/forms/invoice-ru.ts',
    find: '<td class="num">${bank.corrAccount}</td>',
    put: '<td class="num">${bank.account}</td>',
    tests: forms,
  },
  {
    fault: 'a statement that contradicts itself is printed',
    file: 'src/mechanisms/print/forms/statement-ru.ts',
    find: 'opening) === closing,',
    put: 'opening) >= closing,',
    tests: forms,
  },
  // Lists and accounts.
  {
    fault: 'sums of a list are those of everybody’s view',
    file: `${ORDERS}/order.queries.ts`,
    find: 'and ${viewsIn(zone)[view]} and ${where}`',
    put: 'and ${where}`',
    tests: lists,
  },
  {
    fault: 'a cancelled order waits for money',
    file: `${ORDERS}/order.queries.ts`,
    find: "unpaid: sql`o.status <> 'cancelled' and coalesce(o.paid, 0) < o.total`",
    put: 'unpaid: sql`coalesce(o.paid, 0) < o.total`',
    tests: lists,
  },
  {
    fault: 'the zone of a reader is not asked for the days of orders',
    file: `${ORDERS}/order.queries.ts`,
    find: 'placed: byDates(sql`o.placed_at`, zone)',
    put: "placed: byDates(sql`o.placed_at`, 'UTC')",
    tests: lists,
  },
  {
    fault: 'a sum of a list is sorted by what is paid',
    file: `${ORDERS}/order.queries.ts`,
    find: 'total: sql`o.total`,\n      paid',
    put: 'total: sql`o.paid`,\n      paid',
    tests: lists,
  },
  {
    fault: 'the second page begins with the last row of the first',
    file: 'src/mechanisms/lists/listSql.ts',
    find: 'offset ${(input.page - 1) * input.perPage}',
    put: 'offset ${(input.page - 1) * (input.perPage - 1)}',
    tests: lists,
  },
  {
    fault: 'the largest sum of a filter is left out',
    file: 'src/mechanisms/lists/listSql.ts',
    find: 'sql`${column} <= ${filter.to}`',
    put: 'sql`${column} < ${filter.to}`',
    tests: lists,
  },
  {
    fault: 'the first hour of a period is left out',
    file: 'src/mechanisms/lists/listSql.ts',
    find: '${column} >= ${filter.from}::date::timestamp at time zone ${zone}',
    put: '${column} > ${filter.from}::date::timestamp at time zone ${zone}',
    tests: lists,
  },
  {
    fault: 'an invoice of a cancelled order is to be paid',
    file: 'collections/documents/documents/isUnpaid.ts',
    find: "  and not exists (select 1 from orders off where off.id = d.order_id and off.status = 'cancelled')`\n",
    put: '`\n',
    tests: lists,
  },
  {
    fault: 'what is left to pay is the whole of it',
    file: 'collections/documents/documents/document.queries.ts',
    find: 'coalesce(sum(d.total - coalesce(d.paid, 0)) filter',
    put: 'coalesce(sum(d.total) filter',
    tests: lists,
  },
  {
    fault: 'the next payment of a contract is one that is paid already',
    file: 'collections/contracts/contracts/contract.queries.ts',
    find: 'where s.contract_id = c.id and coalesce(s.paid, 0) < s.amount order by',
    put: 'where s.contract_id = c.id order by',
    tests: lists,
  },
  {
    fault: 'a terminated contract asks for money',
    file: 'collections/contracts/contracts/contract.queries.ts',
    find: "< s.amount and c.status in ('active', 'suspended')`",
    put: '< s.amount`',
    tests: [...lists, ...standing],
  },
]
