import { sql } from '@payloadcms/db-postgres/drizzle'
import { type Runner } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'
import { escapeLike } from '@/src/mechanisms/lists/foldedOperators'

/** Number for an order that was made in 1C: its own there, with the year and then a count where another order has it already. */
export async function freeNumber(runner: Runner, number: string, date: string): Promise<string> {
  const yearly = `${number.slice(0, 30)}/${new Date(date).getUTCFullYear()}`
  const rows = await selectFrom(
    runner,
    'orders',
    ['number'],
    sql`where number = ${number} or number = ${yearly} or number like ${`${escapeLike(yearly)}-%`}`,
  )
  const taken = new Set(rows.map((row) => row.number))
  for (let count = 0; ; count += 1) {
    const free = count === 0 ? number : count === 1 ? yearly : `${yearly}-${count}`
    if (!taken.has(free)) return free
  }
}
