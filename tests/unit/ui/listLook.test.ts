import { describe, expect, it } from 'vitest'
import { isLookChanged, parseListLook, shownLook, writeListLook } from '@/src/ui/list/listLook'

const columns = [{ key: 'number', fixed: true }, { key: 'date' }, { key: 'total' }, { key: 'manager', optional: true }]

describe('how a person likes a list', () => {
  it('without a cookie: what the list shows itself', () => {
    expect(parseListLook(undefined, columns)).toEqual({ columns: ['number', 'date', 'total'], density: 'roomy' })
  })

  it('keeps columns, their order and the density', () => {
    const look = { columns: ['manager', 'number', 'total'], density: 'snug' as const }
    expect(parseListLook(writeListLook(look), columns)).toEqual(look)
  })

  it('forgets columns that are gone and keeps those that must stay', () => {
    expect(
      parseListLook(writeListLook({ columns: ['gone', 'total', 'total'], density: 'roomy' }), columns).columns,
    ).toEqual(['number', 'total'])
  })

  it.each(['%E0%A4%A', 'snug', ':', ':gone'])('a broken cookie %s gives the usual columns', (cookie) => {
    expect(parseListLook(cookie, columns).columns).toEqual(['number', 'date', 'total'])
  })

  it('a saved view brings its own, which the address may change until the view keeps it', () => {
    const cookie = 'roomy:number,date'
    const kept = 'snug:number,total'
    expect(shownLook(cookie, columns).columns).toEqual(['number', 'date'])
    expect(shownLook(cookie, columns, { kept })).toEqual({ columns: ['number', 'total'], density: 'snug' })
    expect(shownLook(cookie, columns, { kept, now: 'roomy:number' }).columns).toEqual(['number'])
    expect(isLookChanged(columns, { kept })).toBe(false)
    expect(isLookChanged(columns, { kept, now: kept })).toBe(false)
    expect(isLookChanged(columns, { kept, now: 'roomy:number,total' })).toBe(true)
    // A column that is gone since changes nothing.
    expect(isLookChanged(columns, { kept: 'snug:number,total,gone', now: kept })).toBe(false)
  })
})
