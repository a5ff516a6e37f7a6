import { setTimeout as pause } from 'node:timers/promises'
import { queryOnce } from '../../scripts/lib/database.mjs'
import { buyersOf, checkOut, shop, type Buyer, type Good, type Traffic } from './buyers'
import type { Chance } from './chance'
import { openGround, type Ground } from './ground'
import { faultsOfOrders } from './orders'
import type { Outcome } from './outcome'

/** Kills the web while clients check out with idempotency keys, retries every key, and counts what was made. */
export async function killCheckouts(server: string, kills: number, chance: Chance): Promise<Outcome> {
  const ground = await openGround(server, 'checkout')
  try {
    await ground.seed()
    await ground.web.start()
    const buyers = await buyersOf(ground)
    const goods = await goodsFor(ground, buyers)
    const traffic: Traffic = { over: false, posting: 0, started: 0, lost: [] }
    const shopping = Promise.all(buyers.map((buyer) => shop(ground, buyer, goods, chance, traffic)))
    const broken = shopping.then(
      () => undefined,
      (error: unknown) => error,
    )
    const inFlight = await killAtRandom(ground, kills, traffic, chance, broken)
    traffic.over = true
    await shopping
    const answers = await retryAll(ground, buyers)
    const made = buyers.flatMap((buyer) => buyer.made)
    const found = await faultsOfOrders(ground.databaseUrl, buyers)
    const notes = [
      `checkouts: ${kills} kills of the web, ${inFlight} of them in the middle of a checkout; ${made.length} keys, ` +
        `${new Set(traffic.lost).size} asked again after no answer, ${answers.done} of all asked once more`,
    ]
    return { kills, lost: found.lost, doubled: found.doubled, remarks: [...answers.remarks, ...found.remarks], notes }
  } finally {
    await ground.close()
  }
}

/** Goods that everyone here has a price for. */
async function goodsFor(ground: Ground, buyers: readonly Buyer[]): Promise<Good[]> {
  const rows: Good[] = await queryOnce(
    ground.databaseUrl,
    `select s.id::text, coalesce(nullif(p.pack_size, 0), 1000)::float8 as pack from skus s join products p on p.id = s.product_id where s.active and p.active
       and not exists (select 1 from companies c where c.id::text = any($1) and not exists
         (select 1 from prices r where r.sku_id = s.id and r.price_type_id = c.price_type_id and r.price > 0))
     order by s.external_id limit 200`,
    [buyers.map(({ company }) => company)],
  )
  if (rows.length < 10) throw new Error(`Only ${rows.length} goods have a price for everyone`)
  return rows
}

/** Gives how many of the kills came while a checkout was on its way. */
async function killAtRandom(
  ground: Ground,
  kills: number,
  traffic: Traffic,
  chance: Chance,
  broken: Promise<unknown>,
): Promise<number> {
  let stopped: unknown
  void broken.then((error) => {
    stopped = error
  })
  let inFlight = 0
  for (let kill = 0; kill < kills && !stopped; kill += 1) {
    await pause(200 + chance.below(800))
    const seen = traffic.started
    for (let tries = 0; tries < 400 && traffic.started === seen && !stopped; tries += 1) await pause(5)
    await pause(chance.below(120))
    inFlight += Number(traffic.posting > 0)
    await ground.web.kill()
    await ground.web.start()
  }
  return inFlight
}

/** The same key must give the same order, also long after. */
async function retryAll(ground: Ground, buyers: readonly Buyer[]): Promise<{ done: number; remarks: string[] }> {
  const remarks: string[] = []
  let done = 0
  for (const buyer of buyers) {
    for (const checkout of buyer.made) {
      const again = await checkOut(ground, buyer, checkout)
      done += 1
      if (again.id !== checkout.order?.id)
        remarks.push(`${checkout.key} gave ${checkout.order?.number ?? 'nothing'} first and ${again.number} later`)
    }
  }
  return { done, remarks }
}
