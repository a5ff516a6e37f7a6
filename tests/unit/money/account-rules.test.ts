import { describe, expect, it } from 'vitest'
import {
  erpAccount,
  isNews,
  ledgerAccount,
  lineEntry,
  lineHash,
  openingEntry,
  type StatementLine,
} from '@/collections/money/accounts/account.rules'

const line: StatementLine = {
  externalId: 'e-1',
  company: 'c-1',
  contract: 'k-1',
  currency: 'RUB',
  at: '2026-11-20T09:00:00.000Z',
  amount: 12_345,
  kind: 'payment',
  memo: { text: 'Оплата', number: '7', document: 'd-1' },
  removed: false,
}

describe('the hash of a line of a statement', () => {
  it('is the same for the same line, whatever it is called in 1C and however its memo leaves things out', () => {
    expect(lineHash({ ...line, externalId: 'e-2' })).toBe(lineHash(line))
    expect(lineHash({ ...line, memo: {} })).toBe(lineHash({ ...line, memo: { text: '', number: '', document: '' } }))
    expect(lineHash(line)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is another one for everything that a posting is made of', () => {
    const others: StatementLine[] = [
      { ...line, company: 'c-2' },
      { ...line, contract: null },
      { ...line, currency: 'USD' },
      { ...line, at: '2026-11-20T09:00:01.000Z' },
      { ...line, amount: -12_345 },
      { ...line, kind: 'refund' },
      { ...line, removed: true },
      { ...line, memo: { ...line.memo, text: 'Аванс' } },
      { ...line, memo: { ...line.memo, number: '8' } },
      { ...line, memo: { ...line.memo, document: 'd-2' } },
      { ...line, memo: { text: 'Оплата', number: 'd-1', document: '7' } },
    ]
    expect(new Set([line, ...others].map(lineHash)).size).toBe(others.length + 1)
  })
})

describe('names in the ledger', () => {
  it('tell accounts, sides, lines and versions apart', () => {
    expect([ledgerAccount('a'), erpAccount('RUB'), lineEntry('a', 1), lineEntry('a', 2), openingEntry('a', 1)]).toEqual(
      ['account:a', 'erp:RUB', 'line:a#1', 'line:a#2', 'opening:a#1'],
    )
  })
})

describe('whether money that came is news', () => {
  const now = new Date('2026-11-27T09:00:00.000Z')
  it.each([
    ['a payment seven days old to the moment', {}, false],
    ['a moment later than seven days ago', { at: '2026-11-20T09:00:00.001Z' }, true],
    ['yesterday’s', { at: '2026-11-26T09:00:00.000Z' }, true],
    ['a payment of nothing', { at: '2026-11-26T09:00:00.000Z', amount: 0 }, false],
    ['of one kopeck', { at: '2026-11-26T09:00:00.000Z', amount: 1 }, true],
    ['money sent back', { at: '2026-11-26T09:00:00.000Z', amount: -1 }, false],
    ['a shipment', { at: '2026-11-26T09:00:00.000Z', kind: 'shipment' as const }, false],
  ])('%s', (_what, told, news) => {
    expect(isNews({ ...line, ...told }, now)).toBe(news)
  })
})
