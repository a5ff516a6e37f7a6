import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/src/mechanisms/access/actor'
import type { QueryContext } from '@/src/mechanisms/access/context'
import type { StaffRole } from '@/src/mechanisms/access/roles'
import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { chartsFor, defineFigure, scalarFiguresFor } from '@/src/mechanisms/panel/defineFigure'
import { defineFirstStep, firstStepsFor } from '@/src/mechanisms/panel/defineFirstStep'
import { defineWorkplace, workplacesFor } from '@/src/mechanisms/panel/defineWorkplace'
import { doorOf } from '@/src/mechanisms/panel/shownTo'

const label = { ru: 'Проба', en: 'Test' }
const named = (key: string) => ({ key, label })

const page = { path: '/x', view: '/src/admin/x#X' } as const
const late = defineWorkplace({
  ...named('late'),
  ...page,
  roles: ['manager', 'admin'],
  order: 20,
  badge: () => sql`(1)`,
})
const early = defineWorkplace({ ...named('early'), ...page, roles: ['manager'], order: 10, badge: () => sql`(2)` })
defineWorkplace({ ...named('silent'), ...page, roles: ['manager'], order: 30 })

const tile = { href: '/x', roles: ['head'] as const }
const count = defineFigure({ ...named('count'), ...tile, kind: 'count', order: 20, value: () => sql`(1)` })
defineFigure({ ...named('sums'), ...tile, kind: 'money', order: 10, value: () => sql`(2)` })
defineFigure({
  ...named('days'),
  kind: 'chart',
  roles: ['head'],
  order: 1,
  heads: { count: label, sum: label },
  rows: () => sql`rows`,
})

const step = { why: label, go: label, href: '/x', roles: ['admin'] as const }
defineFirstStep({ ...named('second'), ...step, order: 2, needs: ['elsewhere'], done: () => sql`true` })
const first = defineFirstStep({ ...named('first'), ...step, order: 1, done: () => sql`false` })

defineModule({ slug: 'own', label, collections: [], parts: [late, count, first] })

/** A person, and a database that gives this row to every question. */
function asked(role: StaffRole, row: object = {}, off: string[] = []): QueryContext & { questions: () => number } {
  let questions = 0
  const execute = async () => {
    questions += 1
    return { rows: Array.isArray(row) ? row : [row], rowCount: 1 }
  }
  return {
    // What a query reads of a request, and what is asked of a person.
    req: { payload: { db: { drizzle: { execute } } } } as unknown as PayloadRequest,
    actor: { role, collection: 'staff', off: new Set(off) } as unknown as Actor,
    questions: () => questions,
  }
}

const keys = (shown: Array<{ workplace: { key: string }; waiting: number }>) =>
  shown.map(({ workplace, waiting }) => [workplace.key, waiting])

describe('workplaces', () => {
  it('stand in their order, those of the role alone, each with its own count, by one question', async () => {
    const context = asked('manager', { early: 2, late: 1 })
    expect(keys(await workplacesFor(context))).toEqual([
      ['early', 2],
      ['late', 1],
      ['silent', 0],
    ])
    expect(context.questions()).toBe(1)
    expect(keys(await workplacesFor(asked('admin', { late: 1 })))).toEqual([['late', 1]])
  })

  it('are nothing, and ask nothing, for whom none is', async () => {
    const context = asked('editor')
    expect([await workplacesFor(context), context.questions()]).toEqual([[], 0])
  })

  it('go with their module; whoever they are not for is denied whether they are there or not', async () => {
    expect(keys(await workplacesFor(asked('manager', { early: 2 }, ['own'])))).toEqual([
      ['early', 2],
      ['silent', 0],
    ])
    const doors = (off: string[]) => [
      doorOf(late, asked('admin', {}, off).actor),
      doorOf(early, asked('admin', {}, off).actor),
    ]
    expect(doors([])).toEqual(['open', 'closed'])
    expect(doors(['own'])).toEqual(['gone', 'closed'])
    expect(doorOf(late, asked('editor', {}, ['own']).actor)).toBe('closed')
  })
})

describe('figures', () => {
  it('are numbers and sums in their order by one question, charts apart from them', async () => {
    const sums = [{ currency: 'RUB', amount: 100 }]
    const context = asked('head', { count: 3, sums })
    expect((await scalarFiguresFor(context)).map(({ figure, value }) => [figure.key, value])).toEqual([
      ['sums', sums],
      ['count', 3],
    ])
    expect(context.questions()).toBe(1)
    expect(await scalarFiguresFor(asked('manager'))).toEqual([])
  })

  it('tell a day once, with its sums in each currency apart and nothing for an empty one', async () => {
    const rows = [
      { day: '2026-11-26', currency: null, count: 0, total: 0 },
      { day: '2026-11-27', currency: 'RUB', count: 2, total: 500 },
      { day: '2026-11-27', currency: 'USD', count: 1, total: 70 },
    ]
    const [chart] = await chartsFor(asked('head', rows))
    expect(chart?.days).toEqual([
      { day: '2026-11-26', count: 0, totals: [] },
      {
        day: '2026-11-27',
        count: 3,
        totals: [
          { currency: 'RUB', amount: 500 },
          { currency: 'USD', amount: 70 },
        ],
      },
    ])
  })
})

describe('first steps', () => {
  const left = async (row: object, off: string[] = []) =>
    (await firstStepsFor(asked('admin', row, off))).map(({ step: { key }, done }) => [key, done])

  it('stand in their order until the last one is done', async () => {
    expect(await left({ first: true, second: false })).toEqual([
      ['first', true],
      ['second', false],
    ])
    expect(await left({ first: true, second: true })).toEqual([])
    expect(await firstStepsFor(asked('manager'))).toEqual([])
  })

  it('go with their module, and with another one that they need', async () => {
    expect(await left({ second: false }, ['own'])).toEqual([['second', false]])
    expect(await left({ first: false }, ['elsewhere'])).toEqual([['first', false]])
  })
})
