import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { runGlobals, runMatrix, type Report } from './matrix'
import { collections, globals, unreachable } from './oracle'
import { checkRoutes } from './routes'
import { makeWorld, type World } from './world'

let world: World
const total: Report = { cells: 0, unexplained: [] }
let parts = 0

const slugs = (): string[] =>
  world.payload.config.collections.map(({ slug }) => slug).filter((slug) => !unreachable.includes(slug))

function note(report: Report): void {
  parts += 1
  total.cells += report.cells
  total.unexplained.push(...report.unexplained)
}

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
})

afterAll(() => {
  // The one line that the run is asked to print; a run that broke off has nothing to say.
  if (parts === 3)
    process.stdout.write(`access matrix: ${total.cells} cells, ${total.unexplained.length} unexplained\n`)
})

describe('who may do what', () => {
  it('[ROLE-01] [ROLE-02] [ROLE-03] [ROLE-04] [ROLE-05] every collection answers everybody as the oracle says', async () => {
    const report = await runMatrix(world, slugs())
    note(report)
    expect(report.unexplained).toEqual([])
    expect(report.cells).toBeGreaterThan(5_000)
  })

  it('[ROLE-05] every global answers everybody as the oracle says', async () => {
    const report = await runGlobals(
      world,
      world.payload.config.globals.map(({ slug }) => slug),
    )
    note(report)
    expect(report.unexplained).toEqual([])
  })

  it('every address of the portal has its row and refuses those it must', async () => {
    const report = await checkRoutes(world)
    note(report)
    expect(report.unexplained).toEqual([])
  })

  it('the oracle speaks of nothing that is not there', () => {
    const known = new Set(world.payload.config.collections.map(({ slug }) => slug as string))
    expect(Object.keys(collections).filter((slug) => !known.has(slug))).toEqual([])
    expect(
      Object.keys(globals).filter((slug) => !world.payload.config.globals.some((global) => global.slug === slug)),
    ).toEqual([])
  })

  it('no address leads to the collections left out', () => {
    for (const slug of unreachable) {
      const collection = world.payload.config.collections.find((candidate) => candidate.slug === slug)
      expect(collection?.endpoints).toBe(false)
    }
  })

  it('turns red when a rule leaks: a collection open to everybody, a scope too wide, a file without its rule', async () => {
    const orders = world.payload.collections.orders.config
    const files = world.payload.collections['document-files'].config
    const closed = { orders: orders.access.read, files: files.access.read }
    try {
      orders.access.read = () => true
      expect((await runMatrix(world, ['orders'])).unexplained).toContainEqual(
        expect.stringMatching(/^orders list client: /),
      )
      orders.access.read = () => ({ total: { greater_than: 0 } })
      expect((await runMatrix(world, ['orders'])).unexplained).toContainEqual(
        expect.stringMatching(/^orders by id narrow own: expected false, got true$/),
      )
      files.access.read = () => true
      expect((await runMatrix(world, ['document-files'])).unexplained).toContainEqual(
        expect.stringMatching(/^document-files file anonymous /),
      )
    } finally {
      orders.access.read = closed.orders
      files.access.read = closed.files
    }
  })

  it('turns red when a collection has no row in the oracle', async () => {
    expect((await runMatrix(world, ['something-new'])).unexplained).toEqual(['something-new: no row in the oracle'])
    expect((await runGlobals(world, ['something-new'])).unexplained).toEqual([
      'global something-new: no row in the oracle',
    ])
  })
})
