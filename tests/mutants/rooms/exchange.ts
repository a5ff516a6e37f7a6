import type { Mutant } from '../mutant'

const columns = ['tests/int/exchange/columns.test.ts']
const cases = ['tests/int/exchange/cases.orders.test.ts']
const states = ['tests/unit/sales/order-states.test.ts']
const ORDERS = 'collections/sales/orders'

/** Faults between records of 1C and the columns of the portal, over files and over REST. */
export const exchange: readonly Mutant[] = [
  {
    fault: 'a file that comes while its node is worked for is forgotten',
    file: 'src/mechanisms/exchange/run/startImport.ts',
    find: 'if (await nextFile(req, node)) await enqueueImport(req, node)',
    put: '',
    tests: ['tests/int/exchange/side-by-side.test.ts'],
  },
  // Identifiers of several bases.
  {
    fault: 'two bases with equal identifiers write over one another',
    file: 'src/mechanisms/exchange/source.ts',
    find: 'return of === MAIN_SOURCE ? id : `${of}${MARK}${id}`',
    put: 'return id',
    tests: ['tests/int/exchange/sources.test.ts'],
  },
  {
    fault: 'an order goes to a base that does not know its client',
    file: 'collections/sales/orders/outgoing/dueOrders.ts',
    find: 'sql`(${heldFor(id)} and ${ofSource(source)})`',
    put: 'sql`(${heldFor(id)} or ${ofSource(source)})`',
    tests: ['tests/int/exchange/sources.test.ts'],
  },
  // Goods.
  // Orders from 1C.
  {
    fault: 'the discount of a line is lost',
    file: `${ORDERS}/order.commerceml.ts`,
    find: '    discount: money(line.discount),\n',
    put: '',
    tests: columns,
  },
  {
    fault: 'the price of a line is its sum',
    file: `${ORDERS}/order.commerceml.ts`,
    find: 'price: formatDecimal(line.price ?? 0, 4)',
    put: 'price: formatDecimal(line.total ?? 0, 4)',
    tests: columns,
  },
  {
    fault: 'an order of 1C is in roubles whatever it says',
    file: `${ORDERS}/order.commerceml.ts`,
    find: '    ...(record.currency ? { currency: record.currency } : {}),\n',
    put: '',
    tests: columns,
  },
  {
    fault: 'a refund counts as one more payment',
    file: `${ORDERS}/order.settle.actions.ts`,
    find: "-\n    sum(money.filter(({ kind, cancelled }) => kind === 'refund' && !cancelled))",
    put: "+\n    sum(money.filter(({ kind, cancelled }) => kind === 'refund' && !cancelled))",
    tests: ['tests/int/exchange/order-documents.test.ts', ...cases],
  },
  {
    fault: 'a word of 1C is known by its beginning',
    file: `${ORDERS}/order.states.rules.ts`,
    find: 'WORDS[plain(status)]',
    put: 'Object.entries(WORDS).find(([word]) => plain(status).startsWith(word))?.[1]',
    tests: states,
  },
  // Orders to 1C.
  {
    fault: 'VAT of a line goes to 1C on top of the sum',
    file: `${ORDERS}/outgoing/outgoingOrder.ts`,
    find: 'line.vatRate === null ? null : vatIncluded(line.total, line.vatRate)',
    put: 'line.vatRate === null ? null : Math.round((line.total * line.vatRate) / 100)',
    tests: columns,
  },
  {
    fault: 'a discount of the whole order spoils it for 1C',
    file: `${ORDERS}/outgoing/asDocument.ts`,
    find: 'discounts: order.discount > 0 ? [{ name: OFF, sum: order.discount }] : []',
    put: 'discounts: []',
    tests: columns,
  },
  {
    fault: 'what has changed since 1C read of it counts as received',
    file: `${ORDERS}/outgoing/handOver.ts`,
    find: 'sql`(not ${idIn(sql`id`, later)})`',
    put: 'sql`true`',
    tests: ['tests/int/exchange/two-transports.test.ts'],
  },
  // REST.
  {
    fault: 'a wall clock near a change of hours is an hour off',
    file: 'src/lib/toUtc.ts',
    find: 'return new Date(wall - offsetAt(first, zone)).toISOString()',
    put: 'return new Date(first).toISOString()',
    tests: ['tests/unit/exchange/item-fields.test.ts'],
  },
]
