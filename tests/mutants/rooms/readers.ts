import type { Mutant } from '../mutant'

const READERS = 'src/mechanisms/exchange/commerceml'
const fields = ['tests/unit/exchange/fields.test.ts']
const orderXml = ['tests/unit/exchange/order-xml.test.ts']

/** Faults between the bytes of 1C and the records of the portal, in both directions. */
export const readers: readonly Mutant[] = [
  { fault: 'the unit of a price is forgotten', file: `${READERS}/read-amounts.ts`, find: "    unit: text(node, 'Единица') || null,\n", put: '    unit: null,\n', tests: fields },
  { fault: 'a break counts in packs of another size', file: `${READERS}/read-amounts.ts`, find: "text(node, 'МинКоличество'), QTY_PLACES)", put: "text(node, 'Коэффициент'), QTY_PLACES)", tests: fields },
  { fault: 'the code of an offer stands in the place of its barcode', file: `${READERS}/read-offer.ts`, find: "barcode: text(node, 'Штрихкод')", put: "barcode: text(node, 'Артикул')", tests: fields },
  { fault: 'values of a product’s properties are lost', file: `${READERS}/read-product.ts`, find: 'properties: propertiesOf(node)', put: 'properties: []', tests: fields },
  { fault: 'the first tax of a product is its VAT', file: `${READERS}/read-product.ts`, find: "rates.find((one) => text(one, 'Наименование') === 'НДС') ?? rates", put: 'rates.find(() => true) ?? rates', tests: fields },
  { fault: 'a product’s own weight gives way to the requisite', file: `${READERS}/read-product.ts`, find: "text(node, 'Вес') ?? requisite('Вес')", put: "requisite('Вес') ?? text(node, 'Вес')", tests: fields },
  { fault: 'a kind of price without VAT is taken for one with it', file: `${READERS}/read-classifier.ts`, find: "vatIncluded: flag(text(vat, 'УчтеноВСумме'))", put: "vatIncluded: flag(text(vat, 'УчтеноВСумме')) || null", tests: fields },
  { fault: 'a group keeps no order', file: `${READERS}/read-classifier.ts`, find: 'sort: sort ?? null', put: 'sort: null', tests: fields },
  { fault: 'a property of one value is taken for several', file: `${READERS}/read-classifier.ts`, find: "flag(text(node, 'Множественное')) === true", put: "flag(text(node, 'Множественное')) !== false", tests: fields },
  { fault: 'a file that says nothing of changes is taken for the whole', file: `${READERS}/read-container.ts`, find: 'full: container.onlyChanges === false', put: 'full: container.onlyChanges !== true', tests: fields },
  { fault: 'the package is bound to its classifier in place of its catalogue', file: `${READERS}/read-container.ts`, find: "catalogueId: field('ИдКаталога')", put: "catalogueId: field('ИдКлассификатора')", tests: fields },
  { fault: 'КПП of a payer stands in the place of ИНН', file: `${READERS}/read-counterparty.ts`, find: "inn: id(node, 'ИНН')", put: "inn: id(node, 'КПП')", tests: fields },
  { fault: 'the legal address is taken before the one that was told', file: `${READERS}/read-counterparty.ts`, find: "['Адрес', 'ЮридическийАдрес', 'АдресРегистрации']", put: "['ЮридическийАдрес', 'Адрес', 'АдресРегистрации']", tests: fields },
  { fault: 'an order moves by the time that stands apart from its date', file: `${READERS}/read-document.ts`, find: "text(node, 'Дата'), text(node, 'Время') || null)", put: "text(node, 'Дата'))", tests: fields },
  { fault: 'a shipment below an order is no longer its own', file: `${READERS}/read-document.ts`, find: 'readDocument(context, below, externalId)', put: 'readDocument(context, below)', tests: fields },
  { fault: 'the day of shipment stands in the place of the day of payment', file: `${READERS}/read-document.ts`, find: "told('Дата оплаты по 1С', 'Дата оплаты')", put: "told('Дата отгрузки по 1С', 'Дата оплаты')", tests: fields },
  { fault: 'what 1C does not say of payment means unpaid', file: `${READERS}/read-document.ts`, find: "paid: flag(requisites['Оплачен'] ?? requisites['Заказ оплачен'])", put: "paid: flag(requisites['Оплачен'] ?? requisites['Заказ оплачен']) === true", tests: fields },
  { fault: 'a cancellation told in an element is not heard', file: `${READERS}/read-document.ts`, find: "flag(text(node, 'Отменен') ?? requisites['Отменен'])", put: "flag(requisites['Отменен'])", tests: fields },
  { fault: 'VAT on top of a line is taken for VAT within', file: `${READERS}/read-line.ts`, find: "included: flag(text(tax, 'УчтеноВСумме'))", put: "included: flag(text(tax, 'УчтеноВСумме')) ?? true", tests: fields },
  { fault: 'of several discounts of a line the last one counts', file: `${READERS}/read-line.ts`, find: 'sum += value ?? 0', put: 'sum = value ?? 0', tests: ['tests/unit/exchange/read.test.ts'] },
  { fault: 'the price of a line in 3.1 is not read', file: `${READERS}/read-line.ts`, find: "text(node, 'ЦенаЗаЕдиницу') ?? text(node, 'Цена')", put: "text(node, 'ЦенаЗаЕдиницу')", tests: orderXml },
  { fault: 'a rate is found by its first digits', file: `${READERS}/values.ts`, find: 'if (match && (match[2] === undefined || Number(match[2]) === WHOLE_SUM + rate)) return rate', put: 'if (match) return rate', tests: ['tests/unit/exchange/read.test.ts'] },
  { fault: '«Без НДС» is read as no word at all', file: `${READERS}/values.ts`, find: 'if (WITHOUT_VAT.has(name)) return null', put: 'if (WITHOUT_VAT.has(name)) return undefined', tests: ['tests/unit/exchange/read.test.ts'] },
  { fault: 'noon of 1C is read as the portal’s own', file: `${READERS}/times.ts`, find: 'wall - offsetMs(parts.offset) : wallToUtc(wall, zone)', put: 'wall - offsetMs(parts.offset) : wall', tests: fields },
  { fault: '1C is told of an order in the portal’s hour', file: `${READERS}/order-xml.ts`, find: 'const { date, time } = wallClock(order.createdAt, zone)', put: "const { date, time } = wallClock(order.createdAt, 'UTC')", tests: orderXml },
  { fault: 'a cancelled order goes to 1C as a living one', file: `${READERS}/order-xml.ts`, find: "['Отменен', String(order.cancelled ?? false)]", put: "['Отменен', String(order.paid ?? false)]", tests: orderXml },
  { fault: 'the warehouse of a pickup is not told', file: `${READERS}/order-xml.ts`, find: 'return major > 2 || minor >= 7', put: 'return major > 2 || minor > 7', tests: orderXml },
  { fault: '«Без НДС» goes to 1C as a rate of nought', file: `${READERS}/order-line-xml.ts`, find: "rate === null ? 'Без НДС'", put: "rate === null ? '0'", tests: orderXml },
  { fault: 'a service goes to 1C as goods', file: `${READERS}/order-line-xml.ts`, find: "line.service ? 'Услуга' : 'Товар'", put: "'Товар'", tests: orderXml },
  { fault: 'orders of one number are told apart by the portal’s day', file: `${READERS}/outgoing.ts`, find: 'order.createdAt, zone', put: "order.createdAt, 'UTC'", tests: orderXml },
]
