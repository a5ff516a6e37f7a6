import { beforeAll, describe, expect, it } from 'vitest'
import { isAppError } from '@/src/lib/errors'
import { actionNamed, declaredActions } from '@/src/mechanisms/actions/defineAction'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { world, type World } from '../rest/world'
import { actionMoments, harmless, wayMoments, type Press } from './actions.table'

let at: World

beforeAll(async () => {
  at = await world()
})

const SIX = 6

async function sixAtOnce(name: string, { input, by, others, deed, does = 1 }: Press): Promise<void> {
  const action = actionNamed(name)
  if (!action) throw new Error(`There is no action ${name}`)
  const presses = await Promise.all(Array.from({ length: SIX }, by))
  const before = await deed()
  const answers = await Promise.allSettled(
    presses.map(({ req, as }) => runAction(action, { req, input, ...(as ? { as } : {}) })),
  )
  const told = answers.map((answer) =>
    answer.status === 'fulfilled' ? 'done' : isAppError(answer.reason) ? answer.reason.code : String(answer.reason),
  )
  expect(told.sort()).toEqual(
    others
      ? [...Array.from({ length: SIX - 1 }, () => others), 'done'].sort()
      : Array.from({ length: SIX }, () => 'done'),
  )
  expect((await deed()) - before).toBe(does)
}

describe('six press at once', () => {
  it('is in the table for every action, or said to be harmless; one that locks what it is about is in the table', () => {
    // The ways of a workflow have a table of their own, below.
    const own = declaredActions().filter(({ name }) => name !== 'workflow.transition')
    expect([...Object.keys(actionMoments), ...Object.keys(harmless)].sort()).toEqual(own.map(({ name }) => name).sort())
    expect(own.filter(({ name, lock }) => lock && name in harmless)).toEqual([])
  })

  it.each(Object.entries(actionMoments))('%s: one deed, and the others are told so', async (name, make) =>
    sixAtOnce(name, await make(at)),
  )

  it('each way of each workflow is gone once', async () => {
    const ways = wayMoments(at)
    expect(ways.length).toBeGreaterThan(20)
    for (const { name, make } of ways)
      await sixAtOnce('workflow.transition', await make()).catch((error: unknown) =>
        expect.unreachable(`${name}: ${String(error)}`),
      )
  })
})
