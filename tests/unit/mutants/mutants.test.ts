import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprint, keepVerdict, readKilled, unproven } from '@/tests/mutants/killed'
import type { Mutant } from '@/tests/mutants/mutant'
import { mutants } from '@/tests/mutants/mutants'
import { planted, projectOf } from '@/tests/mutants/plant'
import { root } from '../../../scripts/lib/paths.mjs'

describe('the kept list of planted faults', () => {
  it('names every fault once, and enough of them', () => {
    expect(new Set(mutants.map(({ fault }) => fault)).size).toBe(mutants.length)
    expect(new Set(mutants.map(({ file, find, put }) => `${file} ${find} ${put}`)).size).toBe(mutants.length)
    expect(mutants.length).toBeGreaterThanOrEqual(80)
  })

  it('holds as killed only what it lists', () => {
    const listed = new Set(mutants.map(({ fault }) => fault))
    expect(Object.keys(readKilled(root)).filter((fault) => !listed.has(fault))).toEqual([])
  })

  it.each(mutants)('can be planted today: $file, $fault', (mutant) => {
    expect(planted(root, mutant)).toContain(mutant.put)
    expect(mutant.tests.length).toBeGreaterThan(0)
    for (const test of mutant.tests) {
      expect(existsSync(path.join(root, test)), test).toBe(true)
      expect(projectOf(test)).toBeTruthy()
    }
  })
})

describe('what a fault was killed with', () => {
  const mutant: Mutant = {
    fault: 'a sum is doubled',
    file: 'sum.ts',
    find: 'a + b',
    put: 'a + b + b',
    tests: ['tests/unit/sum.test.ts'],
  }
  const other: Mutant = { ...mutant, fault: 'a sum is lost', put: '0' }
  const clone = (): string => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kabinet-mutants-'))
    for (const part of ['tests/unit', 'tests/mutants']) mkdirSync(path.join(folder, part), { recursive: true })
    writeFileSync(path.join(folder, 'sum.ts'), 'a + b')
    writeFileSync(path.join(folder, 'tests/unit/sum.test.ts'), 'sum')
    return folder
  }

  it('proves it until the fault, its source or one of its tests is another', () => {
    const folder = clone()
    expect(unproven(folder, [mutant, other])).toEqual([mutant, other])
    keepVerdict(folder, [mutant, other], mutant, fingerprint(folder, mutant))
    expect(unproven(folder, [mutant, other])).toEqual([other])
    expect(unproven(folder, [{ ...mutant, put: 'b' }])).toHaveLength(1)
    for (const file of ['sum.ts', 'tests/unit/sum.test.ts']) {
      const standing = clone()
      keepVerdict(standing, [mutant], mutant, fingerprint(standing, mutant))
      writeFileSync(path.join(standing, file), 'another')
      expect(unproven(standing, [mutant])).toEqual([mutant])
    }
  })

  it('is forgotten of one that lived on, and of one that is listed no more', () => {
    const folder = clone()
    for (const each of [mutant, other]) keepVerdict(folder, [mutant, other], each, fingerprint(folder, each))
    keepVerdict(folder, [mutant, other], mutant, null)
    expect(Object.keys(readKilled(folder))).toEqual([other.fault])
    keepVerdict(folder, [mutant], mutant, fingerprint(folder, mutant))
    expect(Object.keys(readKilled(folder))).toEqual([mutant.fault])
  })
})
