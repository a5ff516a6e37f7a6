import { describe, expect, it } from 'vitest'
import { chosenId, chosenPayer } from '@/app/(cabinet)/[locale]/checkout/chosen'
import type { CheckoutChoices } from '@/collections/sales/orders/checkout.queries'

const last = (fields: Partial<NonNullable<CheckoutChoices['last']>>): CheckoutChoices['last'] => ({
  contractor: null,
  contract: null,
  deliveryMethod: 'pickup',
  deliveryAddress: null,
  warehouse: null,
  paymentMethod: 'invoice',
  ...fields,
})
const payers = [
  { id: 'a', name: 'А', inn: null },
  { id: 'b', name: 'Б', inn: null },
]
const contract = (id: string, contractor: string | null) => ({ id, number: id, date: '2026-01-01', contractor })

describe('[SHOP-15] what the order form has chosen already', () => {
  it.each([
    ['the last one', ['a', 'b'], 'b', 'b'],
    ['the only one', ['a'], undefined, 'a'],
    ['nobody knows: never the first by the alphabet', ['a', 'b'], undefined, ''],
    ['the last one is closed since', ['a', 'b'], 'c', ''],
    ['nothing to choose from', [], 'b', ''],
  ])('%s', (_name, ids, before, chosen) => {
    expect(
      chosenId(
        ids.map((id) => ({ id })),
        before,
      ),
    ).toBe(chosen)
  })

  it('takes a contract of the payer alone, and none while nobody pays', () => {
    const contracts = [contract('1', 'a'), contract('2', 'b'), contract('3', 'b')]
    expect(chosenPayer({ contractors: payers, contracts, last: null })).toEqual({ contractor: '', contract: '' })
    expect(chosenPayer({ contractors: payers, contracts, last: last({ contractor: 'b', contract: '3' }) })).toEqual({
      contractor: 'b',
      contract: '3',
    })
    expect(chosenPayer({ contractors: payers, contracts, last: last({ contractor: 'b', contract: '1' }) })).toEqual({
      contractor: 'b',
      contract: '2',
    })
    expect(chosenPayer({ contractors: [], contracts: [contract('1', null)], last: null })).toEqual({
      contractor: '',
      contract: '1',
    })
  })
})
