import { existsSync, readFileSync } from 'node:fs'

/** How the title of a test begins that needs the real exports beside the clone (`tests/support/shared.ts`). */
export const REAL = 'real exports: '

/**
 * What a step of `npm test` says by its report of vitest, or by its exit code alone. A step that failed without a failed
 * test counts as one, and so does a project without tests. Only tests of the real exports may be skipped.
 * @param {{ ok: boolean }} result
 * @param {string} [report] the file of vitest's JSON reporter
 * @returns {{ passed: number, failed: number, skipped: string[] }}
 */
export const count = (result, report) => {
  if (!report) return { passed: Number(result.ok), failed: Number(!result.ok), skipped: [] }
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: [] }
  const tests = JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(({ assertionResults }) => assertionResults)
  const passed = tests.filter(({ status }) => status === 'passed').length
  const skipped = tests
    .filter((test) => test.status !== 'passed' && test.status !== 'failed' && test.fullName.includes(REAL))
    .map(({ fullName }) => fullName)
  const failed = tests.length - passed - skipped.length
  return { passed, failed: failed === 0 && (!result.ok || tests.length === 0) ? 1 : failed, skipped }
}
