import type { Mutant } from '../mutant'

const columns = ['tests/int/exchange/columns.test.ts']
const patch = ['tests/int/rest/patch.test.ts']
const cases = ['tests/int/exchange/cases.orders.test.ts']
const states = ['tests/unit/sales/order-states.test.ts']
const clients = ['tests/int/rest/clients.test.ts']
const ORDERS = 'collections/sales/orders'
const CATALOGUE = 'collections/catalogue/exchange'

/** Faults between records of 1C and the columns of the portal, over files and over REST. */
export const exchange: readonly Mutant[] = [
  // Goods.
  { fault: 'a new unit of goods leaves the old one', file: `${CATALOGUE}/rows.ts`, find: '      unit: clipped(unit, 40),\n      vat_rate', put: '      unit: null,\n      vat_rate', tests: columns },
  { fault: 'an offer is called by its article', file: `${CATALOGUE}/rows.ts`, find: 'record.name?.trim() || record.article || UNNAMED', put: 'record.article || record.name?.trim() || UNNAMED', tests: columns },
  { fault: 'the price is written in the currency of its kind', file: `${CATALOGUE}/rows.ts`, find: '      currency: record.currency,\n      unit', put: '      currency: null,\n      unit', tests: columns },
  { fault: 'the price of a pack is that of a piece', file: `${CATALOGUE}/rows.ts`, find: 'per_qty: divides ? ONE : per', put: 'per_qty: ONE', tests: columns },
  { fault: 'a break of packs holds from as many pieces', file: `${CATALOGUE}/rows.ts`, find: 'Math.round((minQty * coefficient) / ONE)', put: 'minQty', tests: columns },
  { fault: 'stock of one warehouse is that of all', file: `${CATALOGUE}/rows.ts`, find: '{ sku: record.offerExternalId, warehouse: record.warehouseExternalId, qty: record.qty }', put: '{ sku: record.offerExternalId, qty: record.qty }', tests: columns },
  { fault: 'a warehouse has no address', file: `${CATALOGUE}/tables.ts`, find: 'columns: { name: named, address: kept, pickup', put: 'columns: { name: named, pickup', tests: columns },
  { fault: 'the barcode of goods is not kept', file: `${CATALOGUE}/tables.ts`, find: "    vat_rate: { type: 'numeric', keepsNull: true, none: NO_VAT },\n    barcode: kept,", put: "    vat_rate: { type: 'numeric', keepsNull: true, none: NO_VAT },", tests: columns },
  { fault: 'a kind of price without VAT is stored as one with it', file: `${CATALOGUE}/rows.ts`, find: 'vat_included: record.vatIncluded,', put: 'vat_included: record.vatIncluded || null,', tests: columns },
  { fault: 'a group hangs under itself', file: `${CATALOGUE}/rows.ts`, find: 'parent: record.parentExternalId', put: 'parent: record.externalId', tests: columns },
  { fault: '«Без НДС» leaves the old rate', file: `${CATALOGUE}/rows.ts`, find: 'record.vatRate === null ? NO_VAT : (record.vatRate ?? null)', put: 'record.vatRate ?? null', tests: ['tests/int/exchange/cases.test.ts'] },
  { fault: 'what an administrator hid is shown again by 1C', file: `${CATALOGUE}/tables.ts`, find: "const shown = { type: 'bool', unless: HIDDEN_BY_HAND } as const", put: "const shown = { type: 'bool' } as const", tests: ['tests/int/exchange/cases.test.ts', 'tests/int/exchange/again.test.ts', 'tests/int/exchange/ended.test.ts'] },
  // Orders from 1C.
  { fault: 'the discount of a line is lost', file: `${ORDERS}/order.commerceml.ts`, find: '    discount: money(line.discount),\n', put: '', tests: columns },
  { fault: 'the price of a line is its sum', file: `${ORDERS}/order.commerceml.ts`, find: 'price: formatDecimal(line.price ?? 0, 4)', put: 'price: formatDecimal(line.total ?? 0, 4)', tests: columns },
  { fault: 'an order of 1C is in roubles whatever it says', file: `${ORDERS}/order.commerceml.ts`, find: '    ...(record.currency ? { currency: record.currency } : {}),\n', put: '', tests: columns },
  { fault: 'VAT of the lines is counted of their sums again', file: `${ORDERS}/order.commerceml.ts`, find: '    ...(vat === null ? {} : { vat: money(vat) }),\n', put: '', tests: [...columns, ...cases] },
  { fault: 'the comment of an order does not come from 1C', file: `${ORDERS}/order.commerceml.ts`, find: '    ...(record.comment ? { comment: record.comment.slice(0, 4_000) } : {}),\n', put: '', tests: columns },
  { fault: 'the payer of an order of 1C is forgotten', file: `${ORDERS}/order.commerceml.ts`, find: '...(client.contractor ? { contractor: client.contractor } : {})', put: '', tests: columns },
  { fault: 'a paid order of 1C is not', file: `${ORDERS}/order.commerceml.ts`, find: 'if (record.paid) return record.total ?? known?.total ?? 0', put: 'if (record.paid) return known?.paid ?? 0', tests: columns },
  { fault: 'the order of another client of the same number is taken for this one', file: `${ORDERS}/order.commerceml.ts`, find: 'const theirs = sql`${idIn(sql`company_id`, clients.map(({ company }) => company))} and ', put: 'const theirs = sql`', tests: ['tests/int/ownership/move.test.ts', ...cases] },
  { fault: "last year's order of the same number is taken for this one", file: `${ORDERS}/order.commerceml.ts`, find: '(number = ${record.number} and ${day(sql`placed_at`)} = ${day(sql`${record.date}::timestamptz`)} and ${theirs})', put: '(number = ${record.number} and ${theirs})', tests: ['tests/int/exchange/orders.test.ts', ...cases] },
  { fault: 'a refund counts as one more payment', file: `${ORDERS}/order.settle.ts`, find: "- sum(money.filter(({ kind, cancelled }) => kind === 'refund' && !cancelled))", put: "+ sum(money.filter(({ kind, cancelled }) => kind === 'refund' && !cancelled))", tests: ['tests/int/exchange/order-documents.test.ts', ...cases] },
  { fault: 'a cancelled payment counts', file: `${ORDERS}/order.settle.ts`, find: "kind === 'payment' && !cancelled", put: "kind === 'payment'", tests: ['tests/int/exchange/order-documents.test.ts', ...cases] },
  { fault: 'a part that has gone ships the whole order', file: `${ORDERS}/order.shipments.ts`, find: 'goods.every(({ wanted, gone }) => gone >= wanted)', put: 'goods.some(({ wanted, gone }) => gone >= wanted)', tests: ['tests/int/exchange/order-documents.test.ts', ...cases] },
  { fault: 'goods over the first line of theirs are lost', file: `${ORDERS}/order.shipments.ts`, find: '      left -= taken\n', put: '      left = 0\n', tests: [...cases, 'tests/int/rest/orders.test.ts'] },
  { fault: 'a cancelled shipment leaves the order shipped', file: `${ORDERS}/order.settle.ts`, find: "return whole === false && status === 'shipped' && !saidShipped ? 'working' : null", put: 'return null', tests: ['tests/int/exchange/order-documents.test.ts', ...cases] },
  { fault: 'a word of 1C is known by its beginning', file: `${ORDERS}/order.states.ts`, find: 'WORDS[plain(status)]', put: 'Object.entries(WORDS).find(([word]) => plain(status).startsWith(word))?.[1]', tests: states },
  // Orders to 1C.
  { fault: 'an order of the cabinet goes to 1C in the name of the client, not of the payer', file: `${ORDERS}/order.outgoing.ts`, find: "'inn', t.inn, 'kpp', t.kpp", put: "'inn', co.inn, 'kpp', t.kpp", tests: columns },
  { fault: 'VAT of a line goes to 1C on top of the sum', file: `${ORDERS}/order.outgoing.ts`, find: 'line.vat === null ? null : vatIncluded(line.total, line.vat)', put: 'line.vat === null ? null : Math.round((line.total * line.vat) / 100)', tests: columns },
  { fault: 'a discount of the whole order spoils it for 1C', file: `${ORDERS}/order.outgoing.ts`, find: "discounts: off > 0 ? [{ name: 'Скидка', sum: off }] : []", put: 'discounts: []', tests: columns },
  { fault: 'the address of delivery does not reach 1C', file: `${ORDERS}/order.outgoing.ts`, find: 'deliveryAddress: head.address,', put: 'deliveryAddress: head.party.address,', tests: columns },
  { fault: 'the way to pay and the way to deliver are swapped for 1C', file: `${ORDERS}/order.outgoing.ts`, find: 'paymentMethod: say(orderLabels.options.paymentMethod[head.payment]', put: 'paymentMethod: say(orderLabels.options.deliveryMethod[head.delivery]', tests: columns },
  { fault: 'what changed between query and success is not offered again', file: `${ORDERS}/order.outgoing.ts`, find: "and (${revision}::text is null or updated_at::text || coalesce(unsent_since::text, '') = ${revision})", put: 'and (${revision}::text is null or true)', tests: cases },
  { fault: 'orders of one base go to another', file: `${ORDERS}/order.outgoing.ts`, find: 'or o.unsent_since is not null) and ${ofNode(node)}', put: 'or o.unsent_since is not null) and (true or ${ofNode(node)})', tests: ['tests/int/exchange/side-by-side.test.ts', ...cases] },
  { fault: 'a cancellation in the cabinet never reaches 1C', file: `${ORDERS}/order.outgoing.ts`, find: "cancelled: head.status === 'cancelled',", put: 'cancelled: false,', tests: cases },
  // REST.
  { fault: 'an e-mail of a client comes in no column', file: 'collections/clients/companies/company.exchange.ts', find: '        email: item.email?.toLowerCase() ?? item.email,\n', put: '', tests: patch },
  { fault: 'КПП of a client is its ИНН', file: 'collections/clients/companies/company.exchange.ts', find: '        kpp: item.kpp,\n', put: '        kpp: item.inn,\n', tests: patch },
  { fault: 'a limit that 1C leaves out falls to nought', file: 'collections/clients/companies/company.exchange.ts', find: '        credit_limit: item.creditLimit,\n', put: '        credit_limit: item.creditLimit ?? 0,\n', tests: patch },
  { fault: 'a client that 1C leaves without a partner keeps the old one', file: 'collections/clients/companies/company.exchange.ts', find: "partner_id: await maybeId(context, 'companies', item.partner, 'partner')", put: "partner_id: (await maybeId(context, 'companies', item.partner, 'partner')) ?? undefined", tests: patch },
  { fault: 'the day to pay by is the day of the document', file: 'collections/documents/documents/document.exchange.ts', find: '        due_date: item.dueDate,\n', put: '        due_date: item.date,\n', tests: patch },
  { fault: 'what is paid of a document is its total', file: 'collections/documents/documents/document.exchange.ts', find: '        paid: item.paid,\n', put: '        paid: item.total,\n', tests: patch },
  { fault: 'a cancelled document that 1C sends again lives', file: 'collections/documents/documents/document.exchange.ts', find: '        cancelled: item.cancelled,\n', put: '        cancelled: item.cancelled ?? false,\n', tests: patch },
  { fault: 'the planned day of an order is not told', file: `${ORDERS}/order.resource.ts`, find: '      planned_date: item.plannedDate,\n', put: '', tests: patch },
  { fault: 'an order’s own VAT gives way to that of its lines', file: `${ORDERS}/order.resource.ts`, find: 'vat: item.vat ?? (lines ? vatOfLines(lines) : undefined)', put: 'vat: (lines ? vatOfLines(lines) : undefined) ?? item.vat', tests: [...columns, ...patch] },
  { fault: 'what has gone is forgotten when 1C tells the lines anew', file: `${ORDERS}/order.lines.ts`, find: 'if (lines.some(({ shippedQty }) => shippedQty !== undefined)) return', put: 'if (lines.length > 0) return', tests: [...cases, ...patch] },
  { fault: 'older figures come over newer ones', file: 'collections/money/accounts/settlement.exchange.ts', find: 'if (item.at && isOlder(at, place.debtAt))', put: 'if (item.at && isOlder(at, item.at))', tests: ['tests/int/rest/money.test.ts'] },
  { fault: 'a debt goes to a contract of another client', file: 'collections/money/accounts/settlement.exchange.ts', find: "  if (row?.company !== company) throw", put: "  if (!row) throw", tests: ['tests/int/rest/money.test.ts'] },
  { fault: 'every debt that is told again is news', file: 'collections/money/accounts/settlement.exchange.ts', find: 'if (changed && overdue > 0 && place.overdue === 0)', put: 'if (overdue > 0)', tests: ['tests/int/rest/money.test.ts'] },
  { fault: 'a record that was sent again and changed by hand counts as unchanged', file: 'src/mechanisms/exchange/items/unchanged.ts', find: 'on r.id = t.record_id and r.xmin::text = t.record_version', put: 'on r.id = t.record_id', tests: ['tests/int/rest/batch.test.ts', ...clients] },
  { fault: 'a wall clock near a change of hours is an hour off', file: 'src/mechanisms/exchange/items/fields.ts', find: 'return new Date(wall - offsetAt(first, zone)).toISOString()', put: 'return new Date(first).toISOString()', tests: ['tests/unit/exchange/item-fields.test.ts'] },
  { fault: 'a limit or a debt may be below nought', file: 'src/mechanisms/exchange/items/fields.ts', find: 'refine((amount) => amount >= 0', put: 'refine((amount) => amount >= -1e15', tests: [...clients, 'tests/int/rest/money.test.ts'] },
]
