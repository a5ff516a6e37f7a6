import { describe, expect, it } from 'vitest'
import { quantityRule } from '@/src/lib/quantity'
import { typedQty } from '@/src/ui/shelf/typedQty'

const pieces = quantityRule({ unit: 'шт', packSize: null, breaks: [] })
const packs = quantityRule({ unit: 'шт', packSize: 200_000, breaks: [] })
const metres = quantityRule({ unit: 'м', packSize: null, breaks: [] })

describe('a typed quantity', () => {
  it.each([
    ['12', pieces, { qty: 12_000 }],
    ['1 200', pieces, { qty: 1_200_000 }],
    ['1,5', pieces, { qty: 2_000, code: 'qty.whole', limit: 1_000 }],
    ['1.5', metres, { qty: 1_500 }],
    ['300', packs, { qty: 400_000, code: 'qty.packs', limit: 200_000 }],
    ['1000001', pieces, { qty: 3_000, code: 'qty.tooMuch', limit: 1_000_000_000 }],
    ['99999999999999999999', pieces, { qty: 3_000, code: 'notNumber' }],
    ['много', pieces, { qty: 3_000, code: 'notNumber' }],
    ['-2', pieces, { qty: 3_000, code: 'notNumber' }],
    ['', pieces, { qty: 3_000 }],
    ['3', packs, { qty: 3_000 }],
    ['0', pieces, { qty: 0 }],
    ['0,0001', metres, { qty: 1 }],
  ])('«%s»', (text, rule, becomes) => {
    expect(typedQty(text, 3_000, rule)).toEqual(becomes)
  })
})
