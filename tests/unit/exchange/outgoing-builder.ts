import type { OutgoingLine, OutgoingOrder } from '@/src/mechanisms/exchange/commerceml/outgoing'

/** One valid order; a test says only what it cares about. */
export function buildOutgoing(over: Partial<OutgoingOrder> = {}): OutgoingOrder {
  return {
    externalId: '0f9a3a4e-6f4f-4f0a-9d36-0f6c7b1a2c3d',
    number: 'К-000123',
    createdAt: '2026-11-24T11:18:05.000Z',
    currency: 'RUB',
    total: 123450,
    customer: {
      externalId: '7b1a2c3d-6f4f-4f0a-9d36-0f6c0f9a3a4e',
      kind: 'legal',
      name: 'Ромашка',
      legalName: 'Общество с ограниченной ответственностью «Ромашка»',
      inn: '7707083893',
      kpp: '770701001',
      address: '101000, Москва, ул. Мясницкая, д. 1',
      email: 'zakaz@romashka.example',
      phone: '+74950000000',
      representative: { externalId: 'c1', name: 'Иванова Анна' },
    },
    lines: [buildLine()],
    comment: 'Позвоните за час <до> доставки & "после"',
    statusName: 'Передан в работу',
    statusChangedAt: '2026-11-24T11:20:00.000Z',
    paymentMethod: 'Безналичный расчёт',
    deliveryMethod: 'Доставка до склада',
    deliveryAddress: 'Москва, Складская, 5',
    ...over,
  }
}

export function buildLine(over: Partial<OutgoingLine> = {}): OutgoingLine {
  return {
    productExternalId: 'bd72d910-55bc-11d9-848a-00112f43529a',
    characteristicExternalId: '90c55447-d3a8-11e4-9423-e0cb4ed5eed4',
    name: 'Женские ботфорты коричневые (38)',
    article: 'Б-130001',
    price: 6172500,
    qty: 2000,
    total: 123450,
    vatRate: 20,
    vatSum: 20575,
    vatIncluded: true,
    discounts: [{ name: 'Скидка партнёра', sum: 5000, percent: '4' }],
    ...over,
  }
}
