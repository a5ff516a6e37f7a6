import { describe, expect, inject, it } from 'vitest'
import { chanceOf } from './chance'
import { runFaults, summaryOf } from './faults'
import { differenceOf } from './outcome'

const KILLS = 5

describe('killed processes', () => {
  it('a lost row and a doubled one are told apart', () => {
    expect(differenceOf(['a', 'b', 'b'], ['b', 'b', 'b', 'c'])).toEqual({ lost: ['a'], surplus: ['b', 'c'] })
  })

  it(`[EXCH-22] [SHOP-24] ${KILLS} kills lose nothing and double nothing`, async () => {
    const outcome = await runFaults(inject('testServer'), KILLS, chanceOf(Date.now() % 1_000_000), () => undefined)
    process.stdout.write(`${[...outcome.notes, ...outcome.remarks, summaryOf(outcome)].join('\n')}\n`)
    expect(outcome).toMatchObject({ kills: KILLS, lost: 0, doubled: 0, remarks: [] })
  })
})
