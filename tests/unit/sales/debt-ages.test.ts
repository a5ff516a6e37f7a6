import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { debtAges } from '@/collections/sales/credit/debtAges.rules'

const none = { ahead: 0, upTo7: 0, upTo30: 0, upTo90: 0, older: 0, undated: 0 }
const invoices = fc.array(
  fc.record({ left: fc.integer({ min: 0, max: 1e9 }), late: fc.integer({ min: -60, max: 400 }) }),
  {
    maxLength: 20,
  },
)

describe('a debt by its age', () => {
  it('each part stands where its invoice has been late so long', () => {
    const late = [1, 7, 8, 30, 31, 90, 91].map((days) => ({ left: 100, late: days }))
    expect(debtAges({ debt: 1_000, overdue: 700 }, [...late, { left: 300, late: 0 }, { left: 9, late: -3 }])).toEqual({
      ahead: 300,
      upTo7: 200,
      upTo30: 200,
      upTo90: 200,
      older: 100,
      undated: 0,
    })
  })

  it('money that names no invoice has paid the oldest; what no invoice explains is told apart', () => {
    const late = [
      { left: 100, late: 200 },
      { left: 100, late: 3 },
    ]
    expect(debtAges({ debt: 120, overdue: 120 }, late)).toEqual({ ...none, upTo7: 100, older: 20 })
    expect(debtAges({ debt: 300, overdue: 250 }, late)).toEqual({
      ...none,
      ahead: 50,
      upTo7: 100,
      older: 100,
      undated: 50,
    })
  })

  it('whatever the invoices say, the parts come to the debt, and to what is overdue of it', () => {
    const standing = fc
      .integer({ min: 0, max: 1e9 })
      .chain((debt) => fc.record({ debt: fc.constant(debt), overdue: fc.integer({ min: 0, max: debt }) }))
    fc.assert(
      fc.property(standing, invoices, (stands, unpaid) => {
        const { ahead, ...late } = debtAges(stands, unpaid)
        const sum = Object.values(late).reduce((total, part) => total + part, 0)
        expect(sum).toBe(stands.overdue)
        expect(ahead + sum).toBe(stands.debt)
        expect(Object.values(late).every((part) => part >= 0)).toBe(true)
      }),
    )
  })
})
