import { readFileSync } from 'node:fs'
import path from 'node:path'
import '@payload-config'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { AdminViewServerProps, Payload, PayloadRequest } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { panelViews, viewTitle } from '@/src/admin/nav/panelViews'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { everyStaff, type StaffRole } from '@/src/mechanisms/access/roles'
import { query } from '@/src/mechanisms/database/query'
import { scalars } from '@/src/mechanisms/database/scalars'
import { declaredModules, moduleOfPart } from '@/src/mechanisms/modules/defineModule'
import { withDependants } from '@/src/mechanisms/modules/switches'
import { chartsFor, declaredFigures, scalarFiguresFor, valueOf } from '@/src/mechanisms/panel/defineFigure'
import { partsOf, rowsBehind, tablesFor } from '@/src/mechanisms/panel/figureRows'
import { declaredFirstSteps, firstStepsFor } from '@/src/mechanisms/panel/defineFirstStep'
import { declaredWorkplaces, workplacesFor, type Workplace } from '@/src/mechanisms/panel/defineWorkplace'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { statementsIn } from '@/tests/support/statements'

// The frame around a view and its parts in the browser bring styles that Node cannot load; neither is drawn here.
vi.mock('@payloadcms/next/templates', () => ({ DefaultTemplate: () => null }))
vi.mock('@payloadcms/ui', () => ({}))

let payload: Payload
let make: Builders
let people: Record<StaffRole, string>

const as = (role: StaffRole): Promise<QueryContext> => make.context('staff', people[role])
const named = (parts: ReadonlyArray<{ key: string; label: { ru: string; en: string } }>) =>
  parts.map((part) => [part.key, part] as const)

const switchOff = async (...off: string[]): Promise<void> => {
  await payload.updateGlobal({
    slug: 'modules',
    data: { off },
    overrideAccess: false,
    req: await make.as('staff', people.admin),
  })
}

/** What opening the view of a workplace comes to. */
async function opened({ view, path: address }: Workplace, req: PayloadRequest): Promise<string> {
  const [file = '', name = ''] = view.split('#')
  const { Denied } = await import('@/src/admin/lib/Denied')
  const { Frame } = await import('@/src/admin/lib/Frame')
  const module = (await import(path.join(process.cwd(), `${file}.tsx`))) as Record<
    string,
    (props: AdminViewServerProps) => Promise<{ type: unknown } | null>
  >
  // What a view reads of its props.
  const props = { initPageResult: { req }, params: { segments: address.slice(1).split('/') }, searchParams: {} }
  try {
    const shown = await module[name]?.(props as unknown as AdminViewServerProps)
    return shown?.type === Denied ? 'denied' : shown?.type === Frame ? 'open' : 'nothing'
  } catch (error) {
    return String(Reflect.get(Object(error), 'digest') ?? error)
  }
}

const GONE = 'NEXT_HTTP_ERROR_FALLBACK;404'

/** Keys of everything that a person has in the panel now. */
async function had(role: StaffRole): Promise<string[]> {
  const context = await as(role)
  return [
    ...(await workplacesFor(context)).map(({ workplace }) => `workplace ${workplace.key}`),
    ...(await scalarFiguresFor(context)).map(({ figure }) => `figure ${figure.key}`),
    ...(await chartsFor(context)).map(({ figure }) => `figure ${figure.key}`),
    ...(await tablesFor(context, 'ru')).map(({ figure }) => `figure ${figure.key}`),
    ...(await firstStepsFor(context)).map(({ step }) => `step ${step.key}`),
  ]
}

describe('what areas declare for the panel', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    await query(payload, sql`delete from company_details`)
    people = Object.fromEntries(
      await Promise.all(everyStaff.map(async (role) => [role, await make.staff({ role })] as const)),
    ) as typeof people // one of each role
    vi.spyOn(payload.logger, 'error').mockImplementation(() => {})
  })
  afterEach(() => vi.restoreAllMocks())

  it('belongs to a module, so that a switch finds it, and says itself in both languages', () => {
    const parts = [...declaredWorkplaces(), ...declaredFigures(), ...declaredFirstSteps()]
    expect(parts.length).toBeGreaterThan(15)
    expect(parts.filter((part) => moduleOfPart(part) === undefined).map(({ key }) => key)).toEqual([])
    const modules = declaredModules().map(({ slug }) => slug)
    expect(parts.flatMap(({ needs = [] }) => needs).filter((slug) => !modules.includes(slug))).toEqual([])
    expect(
      parts.filter(({ label }) => !/[а-яё]/i.test(label.ru) || /[а-яё]/i.test(label.en)).map(({ key }) => key),
    ).toEqual([])
  })

  it('makes the pages of the panel, each with its title in both languages', () => {
    const views = panelViews()
    expect(Object.keys(views).sort()).toEqual(
      declaredWorkplaces()
        .map(({ key }) => key)
        .sort(),
    )
    expect(new Set(Object.values(views).map(({ path: at }) => at)).size).toBe(declaredWorkplaces().length)
    for (const { path: at, label } of declaredWorkplaces())
      expect([viewTitle(at.slice(1).split('/'), 'ru'), viewTitle(at.slice(1).split('/'), 'en')]).toEqual([
        label.ru,
        label.en,
      ])
    expect(viewTitle(['collections', 'orders'], 'ru')).toBeNull()
    // Payload draws what its map of components holds, and nothing in place of the rest.
    const importMap = readFileSync('app/(payload)/admin/importMap.js', 'utf8')
    expect(declaredWorkplaces().filter(({ view }) => !importMap.includes(`"${view}":`))).toEqual([])
  })

  it.each(named(declaredWorkplaces()))(
    '[ROLE-03] workplace %s: opens for its roles, is in their navigation alone, and denied to everyone else',
    async (key, part) => {
      const workplace = part as Workplace // as named
      for (const role of everyStaff) {
        const theirs = workplace.roles.some((one) => one === role)
        const { req } = await as(role)
        expect([role, await opened(workplace, req)]).toEqual([role, theirs ? 'open' : 'denied'])
        expect([role, (await had(role)).includes(`workplace ${key}`)]).toEqual([role, theirs])
      }
      const client = await make.as('users', await make.user({ companies: [await make.company()] }))
      expect(await opened(workplace, client)).toBe('denied')
      const stranger = await make.as('staff', people.admin)
      const nobody = Object.assign(stranger, { user: null, headers: new Headers() })
      expect(await opened(workplace, nobody)).toMatch(/^NEXT_REDIRECT;.*\/admin\/login/)
    },
  )

  it.each(everyStaff)(
    '[ROLE-03] every figure and every badge can be asked as %s, whoever it is meant for',
    async (role) => {
      const context = await as(role)
      for (const { key, badge } of declaredWorkplaces())
        if (badge) expect([key, await scalars(context.req, [['n', badge(context)]])]).toEqual([key, { n: 0 }])
      for (const figure of declaredFigures()) {
        if (figure.kind === 'chart') await query(context.req, figure.rows(context))
        else if (figure.kind === 'table')
          expect([figure.key, Array.isArray(await figure.rows(context, 'ru'))]).toEqual([figure.key, true])
        else {
          const nothing = figure.kind === 'money' || (figure.kind === 'rows' && figure.measure === 'sum') ? [] : 0
          const { n = null } = await scalars(context.req, [['n', valueOf(figure, context)]])
          const isMedian = figure.kind === 'rows' && figure.measure === 'median'
          expect([figure.key, n]).toEqual([figure.key, isMedian ? null : nothing])
        }
        if (figure.kind === 'rows') {
          expect([figure.key, await rowsBehind(figure, context, { limit: 1 })]).toEqual([
            figure.key,
            { rows: [], total: 0 },
          ])
          if (figure.parts)
            expect((await partsOf(figure, context)).map(({ count }) => count)).toEqual(
              Object.keys(figure.parts).map(() => 0),
            )
        }
      }
    },
  )

  it('asks one question for all badges, one for all numbers, one for all steps', async () => {
    const context = await as('admin')
    expect(await statementsIn(() => workplacesFor(context))).toBe(1)
    expect(await statementsIn(() => scalarFiguresFor(context))).toBe(1)
    expect(await statementsIn(() => firstStepsFor(context))).toBe(1)
    const manager = await as('manager')
    expect(await statementsIn(() => firstStepsFor(manager))).toBe(0)
  })

  it('what is of one module and speaks of another goes with either: orders not handed to 1C', async () => {
    for (const [off, there] of [
      [[], true],
      [['exchange'], false],
      [['sales'], false],
    ] as const) {
      await switchOff(...off)
      expect([off, (await had('manager')).includes('figure notExported')]).toEqual([off, there])
    }
  })

  it.each(declaredModules().flatMap(({ slug, required }) => (required ? [] : [[slug]])))(
    '%s off: its workplaces, figures and steps are gone, those of others stay; on again they are back',
    async (slug) => {
      const off = withDependants([slug])
      const goes = (part: { needs?: readonly string[] }): boolean =>
        [moduleOfPart(part) ?? '', ...(part.needs ?? [])].some((module) => off.has(module))
      const parts = [
        ...declaredWorkplaces().map((part) => [`workplace ${part.key}`, part] as const),
        ...declaredFigures().map((part) => [`figure ${part.key}`, part] as const),
        ...declaredFirstSteps().map((part) => [`step ${part.key}`, part] as const),
      ]
      const before = Object.fromEntries(
        await Promise.all(everyStaff.map(async (role) => [role, await had(role)] as const)),
      )
      await switchOff(slug)
      for (const role of everyStaff) {
        const gone: string[] = parts.filter(([, part]) => goes(part)).map(([name]) => name)
        expect([role, await had(role)]).toEqual([role, before[role]?.filter((name) => !gone.includes(name))])
      }
      for (const workplace of declaredWorkplaces().filter(goes))
        expect([workplace.key, await opened(workplace, (await as('admin')).req)]).toEqual([workplace.key, GONE])
      await switchOff()
      for (const role of everyStaff) expect([role, await had(role)]).toEqual([role, before[role]])
    },
  )
})
