import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readableTitles } from '@/src/admin/audit/titles.queries'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let build: Builders

describe('names of related records in the lists of the panel', () => {
  beforeAll(async () => {
    build = builders(await getTestPayload())
  })
  beforeEach(async () => {
    await emptyDatabase()
  })

  it('[ROLE-03] are told of several kinds at once, of those records alone that the person reads', async () => {
    const anna = await build.staff({ name: 'Анна' })
    const boris = await build.staff({ name: 'Борис' })
    const mine = await build.company({ name: 'ООО «Стройград»', managerId: anna })
    const foreign = await build.company({ name: 'АО «Чужой»', managerId: boris })
    const order = await build.order({ companyId: mine, number: 'A-1' })
    const theirs = await build.order({ companyId: foreign, number: 'B-1' })
    const titles = await readableTitles(
      await build.context('staff', anna),
      new Map([
        ['companies', new Set([mine, foreign])],
        ['orders', new Set([order, theirs])],
        ['no-such-kind', new Set([mine])],
      ]),
    )
    expect([...titles.values()].map(({ title }) => title).sort()).toEqual(['A-1', 'ООО «Стройград»'])
  })
})
