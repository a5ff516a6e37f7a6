import { sql } from '@payloadcms/db-postgres/drizzle'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { declaredJobs } from '@/src/mechanisms/jobs/defineJob'
import { runJob } from '@/src/mechanisms/jobs/worker'
import { mailbox } from '@/tests/int/people/letters'
import { world } from '../rest/world'
import { jobMoments, type Ground } from './jobs.table'

let at: Ground

beforeAll(async () => {
  const made = await world()
  const { letters } = mailbox(made.payload)
  at = { ...made, lettersTo: (address) => letters.filter(({ to }) => to === address).length }
})
// Pictures wait for whatever file is at work.
beforeEach(() => at.rows(sql`delete from exchange_files`))

/** After its last attempt a job lies dead: whatever ends well on it has not failed for ever. */
const LAST = 99
const run = (job: string, data: object, id: string, attempt = 0): Promise<void> =>
  runJob(at.payload, { id, data: { job, data }, retryCount: attempt }, new AbortController().signal)

describe('the second moment of a job', () => {
  it('is in the table for every job of the portal', () => {
    const own = declaredJobs().map(({ name }) => name)
    expect(Object.keys(jobMoments).sort()).toEqual(own.sort())
  })

  it.each(Object.entries(jobMoments))(
    '%s: run twice it does its deed once; when the world has changed it does nothing and ends well',
    async (job, make) => {
      const { data, deed, does = 1, changes } = await make(at)
      expect(await deed(), 'before it runs').toBe(0)
      const id = crypto.randomUUID()
      await run(job, data, id)
      expect(await deed(), 'run once').toBe(does)
      await run(job, data, id, 1)
      expect(await deed(), 'run twice').toBe(does)
      expect(Object.keys(changes)).not.toEqual([])
      for (const change of Object.keys(changes)) {
        await at.rows(sql`delete from exchange_files`)
        const scene = await make(at)
        await scene.changes[change]?.()
        await run(job, scene.data, crypto.randomUUID(), LAST)
        expect(await scene.deed(), change).toBe(0)
      }
    },
  )
})
