import { createLocalReq, type Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scalars } from '@/src/mechanisms/database/scalars'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { deadLetterCount, deadLetters, replayDeadLetter } from '@/src/mechanisms/jobs/deadLetters'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let done: string[] = []
let failures = 0

const noteJob = defineJob<{ text: string }>({
  name: 'test.note',
  label: { ru: 'Проба', en: 'Test' },
  lane: 'default',
  retry: { limit: 1, delaySeconds: 0 },
  handler: async ({ text }) => {
    if (failures > 0) {
      failures -= 1
      throw new Error('not now')
    }
    done.push(text)
  },
})

const countDead = async (): Promise<number | undefined> =>
  (await scalars<number>(payload, [['dead', deadLetterCount]])).dead

describe('jobs', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
  })
  beforeEach(async () => {
    await emptyDatabase()
    done = []
    failures = 0
  })

  it('a job exists only if the transaction that asked for it does', async () => {
    const req = await createLocalReq({}, payload)
    const lost = inTransaction(req, async () => {
      await enqueue(req, noteJob, { text: 'never' })
      throw new Error('rolled back')
    })
    await expect(lost).rejects.toThrow('rolled back')
    await inTransaction(req, () => enqueue(req, noteJob, { text: 'once' }))
    await drainJobs(payload)
    expect(done).toEqual(['once'])
  })

  it('of several jobs with one key one waits, and it waits for whoever asked last', async () => {
    const req = await createLocalReq({}, payload)
    await enqueue(payload, noteJob, { text: 'first' }, { key: 'k' })
    await enqueue(payload, noteJob, { text: 'other' }, { key: 'l' })
    await inTransaction(req, async () => {
      await enqueue(req, noteJob, { text: 'second' }, { key: 'k' })
      // What it is asked to see is not there before the commit: nobody may take it up to then.
      await drainJobs(payload)
      expect(done).toEqual(['other'])
    })
    await drainJobs(payload)
    expect(done).toEqual(['other', 'first'])
    await enqueue(payload, noteJob, { text: 'later' }, { key: 'k', after: new Date(Date.now() + 60_000) })
    await enqueue(payload, noteJob, { text: 'now' }, { key: 'k' })
    await drainJobs(payload)
    expect(done.slice(2).sort()).toEqual(['later', 'now'])
  })

  it('a schedule that ticks in several workers makes one job, though the first be done already', async () => {
    for (const worker of ['one', 'two']) {
      await enqueue(payload, noteJob, { text: worker }, { key: '2026-11-26T10:00', tick: true })
      await drainJobs(payload)
    }
    expect(done).toEqual(['one'])
  })

  it('[EXTRA-09] a failed job is tried again, then lies dead until an administrator replays it', async () => {
    failures = 2
    await enqueue(payload, noteJob, { text: 'stubborn' })
    await drainJobs(payload)
    expect(done).toEqual([])
    expect(await countDead()).toBe(1)
    const [letter] = await deadLetters(payload)
    expect(letter).toMatchObject({ job: 'test.note', data: { text: 'stubborn' } })
    expect(await replayDeadLetter(payload, letter?.id ?? '')).toBe(true)
    expect(await replayDeadLetter(payload, letter?.id ?? '')).toBe(false)
    await drainJobs(payload)
    expect(done).toEqual(['stubborn'])
    expect(await countDead()).toBe(0)
  })
})
