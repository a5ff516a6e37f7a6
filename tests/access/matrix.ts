import { handleEndpoints, type PayloadRequest } from 'payload'
import config from '@payload-config'
import { allowed, collections, globals, type CollectionOracle } from './oracle'
import { actors, companies, type Who } from './people'
import type { Slug, World, WorldRow } from './world'

export type Report = { cells: number; unexplained: string[] }

/**
 * Does everything as everybody and compares with the oracle. `slugs` are all collections of the
 * running portal's config unless told otherwise.
 */
export async function runMatrix(world: World, slugs: readonly string[]): Promise<Report> {
  const report: Report = { cells: 0, unexplained: [] }
  for (const slug of slugs) {
    const oracle = collections[slug]
    if (!oracle) {
      report.unexplained.push(`${slug}: no row in the oracle`)
      continue
    }
    await world.restoreFiles()
    for (const who of actors) await reading(world, report, slug, oracle, who)
    for (const who of actors) {
      for (const operation of ['create', 'update', 'delete'] as const)
        await writing(world, report, slug, oracle, who, operation)
      await duplicating(world, report, slug, oracle, who)
    }
  }
  return report
}

function check(report: Report, cell: string, expected: unknown, actual: unknown): void {
  report.cells += 1
  const [want, got] = [JSON.stringify(expected), JSON.stringify(actual)]
  if (want !== got) report.unexplained.push(`${cell}: expected ${want}, got ${got}`)
}

/** List, count, search by a filter, by id, and the same list over HTTP: each must tell exactly the rows of the oracle. */
async function reading(world: World, report: Report, slug: string, oracle: CollectionOracle, who: Who): Promise<void> {
  const rows = world.rows.get(slug) ?? []
  const expected = rows
    .filter((row) => allowed(oracle.read, who, row))
    .map(({ id }) => id)
    .sort()
  const collection = slug as Slug // the slugs are those of the config
  const local = async () => ({ collection, overrideAccess: false as const, depth: 0, req: await world.as(who) })
  const some = { id: { in: rows.map(({ id }) => id) } }

  const listed = await quiet(async () =>
    (await world.payload.find({ ...(await local()), limit: 0, pagination: false })).docs.map(({ id }) => String(id)),
  )
  const mine = new Set(rows.map(({ id }) => id))
  check(report, `${slug} list ${who}`, expected, (listed ?? []).filter((id) => mine.has(id)).sort())
  const found = await quiet(async () =>
    (await world.payload.find({ ...(await local()), limit: 0, pagination: false, where: { or: [some] } })).docs.map(
      ({ id }) => String(id),
    ),
  )
  check(report, `${slug} search ${who}`, expected, (found ?? []).sort())
  const counted = await quiet(async () => (await world.payload.count({ ...(await local()), where: some })).totalDocs)
  check(report, `${slug} count ${who}`, expected.length, counted ?? 0)
  check(
    report,
    `${slug} list over HTTP ${who}`,
    expected,
    (await overHttp(world, who, slug)).filter((id) => mine.has(id)).sort(),
  )
  // Nothing here keeps versions; a collection that begins to needs a rule for them in the oracle first.
  check(report, `${slug} readVersions ${who}`, false, Boolean(world.payload.collections[collection].config.versions))
  for (const row of rows) {
    const got = await quiet(async () => (await world.payload.findByID({ ...(await local()), id: row.id })).id)
    check(report, `${slug} by id ${who} ${facts(row)}`, expected.includes(row.id), got !== null)
    if (row.filename) await fileBytes(world, report, slug, who, row, expected.includes(row.id))
  }
}

/** Ids of all pages: each request opens a session, and a row that comes between two of them shifts one row onto both. */
async function overHttp(world: World, who: Who, slug: string): Promise<string[]> {
  const ids = new Set<string>()
  // However much is asked for, a page comes.
  for (let page = 1; ; page += 1) {
    const response = await request(world, who, `/api/${slug}?limit=1000&depth=0&sort=id&page=${page}`)
    if (!response.ok) return [...ids]
    const body: unknown = await response.json()
    if (!body || typeof body !== 'object' || !('docs' in body) || !Array.isArray(body.docs)) return [...ids]
    for (const doc of body.docs as { id: unknown }[]) ids.add(String(doc.id))
    if (!('hasNextPage' in body) || body.hasNextPage !== true) return [...ids]
  }
}

/** Bytes whole, a part of them, and none but the head. */
async function fileBytes(
  world: World,
  report: Report,
  slug: string,
  who: Who,
  row: WorldRow,
  expected: boolean,
): Promise<void> {
  const path = `/api/${slug}/file/${row.filename}`
  for (const [name, headers] of [
    ['file', {}],
    ['file range', { range: 'bytes=0-3' }],
  ] as const) {
    const response = await request(world, who, path, { headers })
    const text = response.ok ? await response.text() : ''
    check(report, `${slug} ${name} ${who} ${facts(row)}`, expected, text.length > 0)
  }
}

/** Through the REST handler, as a browser of this person would ask. */
export async function request(
  world: World,
  who: Who,
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Response> {
  const headers = await world.browser(who)
  for (const [name, value] of Object.entries(init.headers ?? {})) headers.set(name, value)
  return handleEndpoints({ config, request: new Request(`http://localhost:3000${path}`, { ...init, headers }) })
}

/**
 * Tries to write as this person, in a transaction that is thrown away. What is refused is refused
 * before anything else is looked at, so a row that is merely incomplete counts as let through.
 */
async function writing(
  world: World,
  report: Report,
  slug: string,
  oracle: CollectionOracle,
  who: Who,
  operation: 'create' | 'update' | 'delete',
): Promise<void> {
  const rows = operation === 'create' ? candidates(world, slug) : (world.rows.get(slug) ?? [])
  for (const row of rows) {
    const req = await world.as(who)
    const passed = await thrownAway(req, async () => {
      const args = { collection: slug as Slug, overrideAccess: false as const, depth: 0, req }
      if (operation === 'create') return world.payload.create({ ...args, data: dataOf(world, row, who) as never }) // deliberately incomplete
      if (operation === 'update') return world.payload.update({ ...args, id: row.id, data: {} })
      return world.payload.delete({ ...args, id: row.id })
    })
    check(report, `${slug} ${operation} ${who} ${facts(row)}`, allowed(oracle[operation], who, row), passed)
  }
}

/** A copy needs the right to see the original and to make such a row. */
async function duplicating(
  world: World,
  report: Report,
  slug: string,
  oracle: CollectionOracle,
  who: Who,
): Promise<void> {
  const { auth, upload, disableDuplicate } = world.payload.collections[slug as Slug].config
  if (auth || upload || disableDuplicate) return
  for (const row of world.rows.get(slug) ?? []) {
    const req = await world.as(who)
    const passed = await thrownAway(req, () =>
      world.payload.duplicate({ collection: slug as Slug, id: row.id, overrideAccess: false, depth: 0, req }),
    )
    const seen = allowed(oracle.read, who, row)
    // What cannot be created at all cannot be copied; what can is judged by the row it would become.
    if (passed && !(seen && allowed(oracle.create, who, row)))
      report.unexplained.push(`${slug} duplicate ${who} ${facts(row)}: let through`)
    report.cells += 1
  }
}

/** What might be created: a row for each company where rows belong to one, else just a row. */
function candidates(world: World, slug: string): WorldRow[] {
  const rows = world.rows.get(slug) ?? []
  const own = slug !== 'companies' && slug !== 'users' && rows.some(({ company }) => company)
  return own ? companies.map((company) => ({ id: '', company })) : [{ id: '' }]
}

function dataOf(world: World, row: WorldRow, who: Who): Record<string, unknown> {
  const me = who === 'anonymous' ? undefined : world.people[who]
  return {
    ...(row.company ? { company: world.companies[row.company], internal: false } : {}),
    ...(me ? { [me.collection === 'staff' ? 'staff' : 'user']: me.id } : {}),
  }
}

export async function runGlobals(world: World, slugs: readonly string[]): Promise<Report> {
  const report: Report = { cells: 0, unexplained: [] }
  for (const slug of slugs) {
    const oracle = globals[slug]
    if (!oracle) {
      report.unexplained.push(`global ${slug}: no row in the oracle`)
      continue
    }
    for (const who of actors) {
      const global = slug as 'modules' // the slugs are those of the config
      const read = await quiet(async () =>
        world.payload.findGlobal({ slug: global, overrideAccess: false, req: await world.as(who) }),
      )
      check(report, `global ${slug} read ${who}`, allowed(oracle.read, who, {}), read !== null)
      const http = await request(world, who, `/api/globals/${slug}`)
      check(report, `global ${slug} read over HTTP ${who}`, allowed(oracle.read, who, {}), http.ok)
      const req = await world.as(who)
      const passed = await thrownAway(req, () =>
        world.payload.updateGlobal({ slug: global, overrideAccess: false, req, data: {} }),
      )
      check(report, `global ${slug} update ${who}`, allowed(oracle.update, who, {}), passed)
    }
  }
  return report
}

/** Whether access let the work begin; nothing of it stays. */
async function thrownAway(req: PayloadRequest, work: () => Promise<unknown>): Promise<boolean> {
  const transaction = await req.payload.db.beginTransaction()
  req.transactionID = transaction ?? undefined
  try {
    await work()
    return true
  } catch (error) {
    return !refused(error)
  } finally {
    if (transaction) await req.payload.db.rollbackTransaction(transaction)
  }
}

const refused = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && (error.status === 403 || error.status === 404 || error.status === 401)

async function quiet<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (refused(error) || (error instanceof Error && 'isOperational' in error)) return null
    throw error
  }
}

const facts = ({ company, person, active, internal, entity }: WorldRow): string =>
  [
    company,
    person,
    active === undefined ? '' : `active=${active}`,
    internal === undefined ? '' : `internal=${internal}`,
    entity,
  ]
    .filter(Boolean)
    .join(' ') || 'any'
