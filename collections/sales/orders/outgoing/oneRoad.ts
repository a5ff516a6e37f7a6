/**
 * Fields of an order that one transport alone gives, and why. Whatever is not here both give, and alike: a test walks one
 * order by both and compares every field.
 */
export const REST_ALONE = {
  externalId: '1C’s own identifier beside the portal’s: CommerceML has one Ид, by which 1C was given the order',
  company: 'the client beside the payer: CommerceML has one buyer',
  companyInn: 'the same',
  contractor: 'the payer as a record of its own, null while it is the client: CommerceML has one buyer',
  contractorInn: 'the same, as stored',
  contractorKpp: 'the same, as stored',
  contractorName: 'the same',
  contract: 'an identifier: requisites of CommerceML are words, the number is among them',
  'author.email': 'a representative has a name alone; the e-mail is among the buyer’s contacts',
  'author.phone': 'the same',
  vat: 'of the whole order: CommerceML tells VAT by lines, and 1C adds it up',
  erpNumber: '1C’s own word',
  erpDate: '1C’s own word',
  exportedAt: 'the portal’s note of the exchange',
  sync: 'the portal’s note of the exchange',
  'lines.shippedQty': '1C’s own word',
} as const satisfies Record<string, string>

/** Fields that both give, each in its own form. */
export const FORMS = {
  state: 'a code; CommerceML has the words of «Статус заказа» and «Отменен»',
  deliveryMethod: 'a code; CommerceML has words, `sale/info` pairs them',
  paymentMethod: 'a code; CommerceML has words, `sale/info` pairs them',
  placedAt: 'UTC; CommerceML has the wall clock of the node’s zone',
  paid: 'a sum; CommerceML says whether all of it is paid',
  'payer.externalId': 'null while 1C has none; CommerceML calls the buyer by the portal’s own identifier then',
  'lines.unit': 'null for none; CommerceML wants one, pieces',
  'lines.service': 'a flag; CommerceML has ВидНоменклатуры and no Ид',
} as const satisfies Record<string, string>
