import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { query } from '@/src/mechanisms/database/query'
import { printRecord } from '@/src/mechanisms/print/definePrint'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { transitionBar } from '@/src/mechanisms/workflow/transitionBar'
import { workflowFor } from '@/src/mechanisms/workflow/defineWorkflow'
import { mailbox } from '@/tests/int/people/letters'
import { results, world, type World } from '@/tests/int/rest/world'
import { drainJobs } from '@/tests/support/jobs'

let it1c: World
let payload: Payload
beforeEach(async () => {
  it1c = await world()
  payload = it1c.payload
})

const letter = { externalId: 'g-1', number: 'ГП-1', amount: '1500.50', payBy: '2027-02-01' }
const stands = async () => {
  const [row] = await query<{ id: string; status: string; amount: number }>(
    payload,
    sql`select id::text, status::text, amount::float8 as amount from test_guarantees`,
  )
  if (!row) throw new Error('There is no letter of guarantee')
  return row
}

/** Nothing here is written for the entity but the entity itself: `tests/specimen/guarantees` and one line of its area. */
describe('an entity that was only just added', () => {
  it('comes from 1C, is offered with a letter, signed, printed, and read back', async () => {
    const { make } = it1c
    const manager = await make.staff({ role: 'manager' })
    const company = await make.company({ externalId: 'c-1', managerId: manager })
    const client = await make.user({ companies: [company], email: 'client@example.com' })
    const stranger = await make.user({ companies: [await make.company()] })
    const { letters } = mailbox(payload)

    const put = async () => results(await it1c.put('test-guarantees', [{ ...letter, company: 'c-1' }]))
    expect(await put()).toEqual(['created'])
    const { id, amount } = await stands()
    expect(amount).toBe(1500_50)

    const move = (transition: string, req: Awaited<ReturnType<typeof make.as>>) =>
      runAction(transitionAction, { req, input: { entity: 'test-guarantees', id, transition } })
    await expect(move('offer', await make.as('users', client))).rejects.toMatchObject({ status: 403 })
    await move('offer', await make.as('staff', manager))
    await drainJobs(payload)
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
      ['client@example.com', 'Подпишите гарантийное письмо № ГП-1'],
    ])

    const bar = await transitionBar(
      workflowFor('test-guarantees', {}) ?? expect.unreachable(),
      {
        ...(await make.context('users', client, company)),
        row: { id, status: 'offered', company_id: company, number: 'ГП-1' },
      },
      'ru',
    )
    expect(JSON.stringify(bar)).toContain('Подписать')
    await move('sign', await make.as('users', client))
    expect((await stands()).status).toBe('given')
    await expect(move('withdraw', await make.as('staff', manager))).rejects.toMatchObject({ code: 'workflow.notFrom' })

    const asked = { name: 'test-guarantee', id, locale: 'ru', owner: client } as const
    const paper = await printRecord(await make.context('users', client, company), asked)
    expect([paper.pdf.subarray(0, 5).toString(), paper.fileName]).toEqual(['%PDF-', 'Гарантийное письмо № ГП-1.pdf'])
    await expect(printRecord(await make.context('users', stranger), asked)).rejects.toMatchObject({ status: 404 })

    const { body } = await it1c.call('GET', 'test-guarantees?externalId=g-1')
    expect(body.items).toMatchObject([{ externalId: 'g-1', amount: '1500.50', status: 'given', company: 'c-1' }])
    expect(await put()).toEqual(['same'])
  })
})
