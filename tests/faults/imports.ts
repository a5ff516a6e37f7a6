import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { hashSecret } from '@/src/mechanisms/exchange/nodeSecrets'
import { queryOnce } from '../../scripts/lib/database.mjs'
import { demoCatalogue, importXml, offersXml } from '../emulator/catalogue-xml'
import { createOneC, type OneCFile } from '../emulator/onec'
import type { Chance } from './chance'
import { openGround, type Ground } from './ground'
import { differenceOf, type Outcome } from './outcome'
import { catalogueOf } from './snapshot'

const GOODS = 3_000
/** A job has five more tries than its first; a session has two jobs. */
const KILLS_PER_SESSION = 4
const PASSWORD = 'faults-1c-exchange'
const PATIENCE_MS = 180_000
/** About as long as one file takes. */
const SPREAD_MS = 1_200

/** Sends the same catalogues twice, once with the worker killed again and again, and compares what is there afterwards. */
export async function killImports(server: string, kills: number, chance: Chance): Promise<Outcome> {
  const hurt = await openGround(server, 'hurt')
  const quiet = await openGround(server, 'quiet')
  try {
    const { done, inWork, sessions } = await playHurt(hurt, kills, chance)
    await playQuietly(quiet, sessions)
    const found = compare(await catalogueOf(quiet.databaseUrl), await catalogueOf(hurt.databaseUrl))
    const remarks = [...found.remarks, ...(await unfinished(hurt.databaseUrl))]
    const notes = [
      `imports: ${done} kills of the worker, ${inWork} of them in the middle of a job; ${sessions} sessions of ${GOODS}+ goods; ` +
        `${found.rows} rows of the catalogue compared`,
    ]
    return { kills: done, lost: found.lost, doubled: found.doubled, remarks, notes }
  } finally {
    await Promise.all([quiet.close(), hurt.close()])
  }
}

async function playQuietly(ground: Ground, sessions: number): Promise<void> {
  await prepare(ground)
  for (let session = 0; session < sessions; session += 1) await send(ground, session)
  await drained(ground.databaseUrl)
  await Promise.all([ground.worker.kill(), ground.web.kill()])
}

/** As many sessions as it takes; each is killed at most as often as its jobs may be tried. */
async function playHurt(
  ground: Ground,
  kills: number,
  chance: Chance,
): Promise<{ done: number; inWork: number; sessions: number }> {
  await prepare(ground)
  let [done, inWork, sessions] = [0, 0, 0]
  for (; done < kills && sessions < kills; sessions += 1) {
    let over = false
    const sent = send(ground, sessions).finally(() => {
      over = true
    })
    sent.catch(() => undefined) // awaited below
    const goal = Math.min(kills, done + KILLS_PER_SESSION)
    while (!over && done < goal) {
      // Two of three kills wait for a job to be at work; the others come whenever they come.
      if (chance.below(3) > 0) await someJob(ground.databaseUrl, () => over)
      await pause(chance.below(SPREAD_MS))
      if (over) break
      inWork += Number(await isAtWork(ground.databaseUrl))
      await ground.worker.kill()
      done += 1
      await ground.worker.start()
    }
    await sent
    await drained(ground.databaseUrl)
  }
  await Promise.all([ground.worker.kill(), ground.web.kill()])
  return { done, inWork, sessions }
}

async function prepare(ground: Ground): Promise<void> {
  const node = randomUUID()
  await queryOnce(
    ground.databaseUrl,
    `insert into exchange_nodes (id, name, login, secret_hash, active, zip, timezone, created_at, updated_at)
     values ($1, 'УТ', '1c', $2, true, true, 'Europe/Moscow', now(), now())`,
    [node, await hashSecret(PASSWORD)],
  )
  await queryOnce(
    ground.databaseUrl,
    `insert into exchange_nodes_entities (id, "order", parent_id, value) values (gen_random_uuid(), 1, $1, 'catalogue')`,
    [node],
  )
  await Promise.all([ground.web.start(), ground.worker.start()])
}

async function send(ground: Ground, session: number): Promise<void> {
  const oneC = createOneC({
    url: `${ground.url}/api/1c/commerceml`,
    login: '1c',
    password: PASSWORD,
    patience: PATIENCE_MS,
  })
  await oneC.sendCatalogue({ files: filesOf(session) })
}

/** Each session brings new goods, other prices and stock, and marks some goods as deleted. */
function filesOf(session: number): OneCFile[] {
  const catalogue = demoCatalogue({ products: GOODS + 20 * session, seed: 'faults' })
  for (const [index, product] of catalogue.products.entries()) {
    product.picture = null
    product.deleted = session > 0 && index % 300 === session
    for (const offer of product.offers) {
      for (const type of Object.keys(offer.prices)) offer.prices[type] = String(100 + ((index + session * 7) % 900))
      for (const store of Object.keys(offer.stock)) offer.stock[store] = String((index * 3 + session) % 120)
    }
  }
  return [
    { name: 'import.xml', content: importXml(catalogue) },
    { name: 'offers.xml', content: offersXml(catalogue) },
  ]
}

const ALIVE = 7_216_001

/** Whether a worker holds a job now: it keeps an advisory lock for as long. */
async function isAtWork(databaseUrl: string): Promise<boolean> {
  const rows = await queryOnce(
    databaseUrl,
    `select 1 from pg_locks where locktype = 'advisory' and classid = ${ALIVE}::oid limit 1`,
  )
  return rows.length > 0
}

async function someJob(databaseUrl: string, isOver: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isOver(); tries += 1) {
    if (await isAtWork(databaseUrl)) return
    await pause(50)
  }
}

async function drained(databaseUrl: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const rows = await queryOnce(
      databaseUrl,
      "select 1 from pgboss.job where name in ('exchange', 'default') and state < 'completed' limit 1",
    )
    if (rows.length === 0) return
    await pause(200)
  }
  throw new Error('The queue does not run dry in 120 s')
}

async function unfinished(databaseUrl: string): Promise<string[]> {
  const files: Array<{ name: string; status: string }> = await queryOnce(
    databaseUrl,
    "select name, status::text from exchange_files where status <> 'done'",
  )
  const dead: unknown[] = await queryOnce(databaseUrl, "select 1 from pgboss.job where name = 'dead'")
  return [
    ...files.map(({ name, status }) => `file ${name} is ${status}`),
    ...(dead.length > 0 ? [`${dead.length} dead jobs`] : []),
  ]
}

function compare(
  wanted: Map<string, string[]>,
  found: Map<string, string[]>,
): { lost: number; doubled: number; rows: number; remarks: string[] } {
  const outcome = { lost: 0, doubled: 0, rows: 0, remarks: [] as string[] }
  for (const [table, rows] of wanted) {
    const { lost, surplus } = differenceOf(rows, found.get(table) ?? [])
    outcome.rows += rows.length
    outcome.lost += lost.length
    outcome.doubled += surplus.length
    for (const row of lost.slice(0, 3)) outcome.remarks.push(`${table}, lost: ${row.slice(0, 600)}`)
    for (const row of surplus.slice(0, 3)) outcome.remarks.push(`${table}, too many: ${row.slice(0, 600)}`)
  }
  if (!wanted.get('products')?.length || !wanted.get('prices')?.length)
    outcome.remarks.push('the undisturbed run brought no goods: nothing was compared')
  return outcome
}
