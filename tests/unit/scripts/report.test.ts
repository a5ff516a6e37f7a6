import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { count, REAL } from '@/scripts/lib/report.mjs'

const folder = mkdtempSync(path.join(os.tmpdir(), 'kabinet-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const report = (...tests: [fullName: string, status: string][]): string => {
  const file = path.join(folder, `${Math.random()}.json`)
  writeFileSync(
    file,
    JSON.stringify({ testResults: [{ assertionResults: tests.map(([fullName, status]) => ({ fullName, status })) }] }),
  )
  return file
}

describe('what a step of npm test says', () => {
  it('is its tests, passed and failed', () => {
    expect(count({ ok: false }, report(['a', 'passed'], ['b', 'failed'], ['c', 'passed']))).toEqual({
      passed: 2,
      failed: 1,
      skipped: [],
    })
  })

  it('names the tests of the real exports that were skipped', () => {
    expect(count({ ok: true }, report(['a', 'passed'], [`${REAL}sets pair-2.07`, 'skipped']))).toEqual({
      passed: 1,
      failed: 0,
      skipped: [`${REAL}sets pair-2.07`],
    })
  })

  it.each(['skipped', 'pending', 'todo', 'disabled'])('a test of anything else that is %s has failed', (status) => {
    expect(count({ ok: true }, report(['a', 'passed'], ['b', status]))).toEqual({ passed: 1, failed: 1, skipped: [] })
  })

  it('a project without tests, without a report, or that broke outside its tests has failed', () => {
    expect(count({ ok: true }, report())).toMatchObject({ passed: 0, failed: 1 })
    expect(count({ ok: true }, path.join(folder, 'none.json'))).toMatchObject({ passed: 0, failed: 1 })
    expect(count({ ok: false }, report(['a', 'passed']))).toMatchObject({ passed: 1, failed: 1 })
  })

  it('a step without tests counts by its exit code', () => {
    expect(count({ ok: true })).toEqual({ passed: 1, failed: 0, skipped: [] })
    expect(count({ ok: false })).toEqual({ passed: 0, failed: 1, skipped: [] })
  })
})
