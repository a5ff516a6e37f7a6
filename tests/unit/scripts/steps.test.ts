import { afterAll, describe, expect, it } from 'vitest'
import { rmSync } from 'node:fs'
import { inData } from '../../../scripts/lib/paths.mjs'
import { runLane } from '../../../scripts/lib/steps.mjs'

type Step = { name: string; command: string[]; report?: string; needed?: boolean }
type Result = { name: string; ok: boolean; output: string; report?: string }

const names: string[] = []
const step = (name: string, code: string, more: Partial<Step> = {}): Step => {
  names.push(`lane-${name}`)
  return { name: `lane-${name}`, command: [process.execPath, '-e', code], ...more }
}

async function run(...steps: Step[]): Promise<Result[]> {
  const results: Result[] = []
  await runLane(steps, (result: Result) => results.push(result))
  return results
}

describe('a lane of steps', () => {
  afterAll(() => {
    for (const name of names) rmSync(inData('steps', `${name}.log`), { force: true })
  })

  it('runs them one after another, past one that fails, and hands on their reports', async () => {
    const results = await run(
      step('first', 'process.stdout.write("said"); process.exit(1)', { report: 'first.json' }),
      step('second', ''),
    )
    expect(results).toMatchObject([
      { name: 'lane-first', ok: false, output: 'said', report: 'first.json' },
      { name: 'lane-second', ok: true, output: '' },
    ])
  })

  it('fails those untried that need one which failed, and counts no report of theirs', async () => {
    const results = await run(
      step('before', '', { needed: true }),
      step('build', 'process.exit(2)', { needed: true }),
      step('after', 'process.exit(0)', { report: 'of an earlier run.json' }),
    )
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false])
    expect(results[2]).toMatchObject({ name: 'lane-after', output: 'Not tried: lane-build failed.' })
    expect(results[2]?.report).toBeUndefined()
  })
})
