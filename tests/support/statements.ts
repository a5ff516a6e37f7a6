import pg from 'pg'

/** How many statements of SQL this process sends while `work` runs, on every connection together. */
export async function statementsIn(work: () => Promise<unknown>): Promise<number> {
  const own = pg.Client.prototype.query
  let count = 0
  // The overloads of `query` cannot be written down by one function; it is passed on untouched.
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]): unknown {
    count += 1
    return Reflect.apply(own, this, args) as unknown
  } as typeof own
  try {
    await work()
  } finally {
    pg.Client.prototype.query = own
  }
  return count
}
