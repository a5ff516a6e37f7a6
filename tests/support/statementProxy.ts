import { once } from 'node:events'
import net from 'node:net'

/** One statement as it went by: its text and its place among all beginnings and ends. */
export type Seen = { text: string; began: number; ended: number }

export type StatementProxy = {
  /** The address of the same database by way of the proxy. */
  url: string
  /** What goes by while `work` runs, in the order of its beginnings. */
  during: (work: () => Promise<unknown>) => Promise<Seen[]>
  stop: () => Promise<void>
}

const HEAD = 5

/**
 * Stands between a process and its database, holds every round trip up for `holdMs` and keeps the order in which statements
 * begin and end. What a process sends at once overlaps then, however fast the database is: what does not overlap has waited.
 */
export async function startStatementProxy(databaseUrl: string, holdMs: number): Promise<StatementProxy> {
  const { hostname, port, pathname, username, password } = new URL(databaseUrl)
  const sockets = new Set<net.Socket>()
  let seen: Seen[] | null = null
  let moment = 0

  const server = net.createServer((client) => {
    const upstream = net.connect(Number(port), hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay(true))
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    const waiting: Array<Seen | null> = []
    let parsed = ''
    const asks = messages({ startup: true }, (type, body) => {
      if (type === 'P') parsed = textOf(body.subarray(body.indexOf(0) + 1))
      if (type === 'Q') parsed = textOf(body)
      if (type !== 'Q' && type !== 'S') return
      const one = seen && { text: parsed, began: (moment += 1), ended: 0 }
      if (one) seen?.push(one)
      waiting.push(one)
    })
    const answers = messages({ startup: false }, (type) => {
      // The first one ends the signing in, which nothing has asked.
      if (type === 'Z') {
        const one = waiting.shift()
        if (one) one.ended = moment += 1
      }
    })
    client.on('data', (chunk: Buffer) => {
      asks(chunk)
      setTimeout(() => upstream.writable && upstream.write(chunk), holdMs)
    })
    upstream.on('data', (chunk: Buffer) => {
      answers(chunk)
      if (client.writable) client.write(chunk)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: own } = server.address() as net.AddressInfo // it listens on a port, not on a file
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${own}${pathname}`,
    during: async (work) => {
      const mine: Seen[] = []
      seen = mine
      try {
        await work()
      } finally {
        seen = null
      }
      return mine.map((one) => ({ ...one, ended: one.ended || Infinity }))
    },
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** The longest chain of statements each of which began after the one before it had ended. */
export function longestChain(seen: readonly Seen[]): Seen[] {
  const chain: Seen[] = []
  for (const one of [...seen].sort((a, b) => a.ended - b.ended)) {
    const last = chain.at(-1)
    if (!last || one.began > last.ended) chain.push(one)
  }
  return chain
}

const textOf = (body: Buffer): string => body.subarray(0, body.indexOf(0)).toString('utf8')

/** Cuts a stream of the protocol into messages, however its chunks fall; the first of a client bears no letter. */
function messages({ startup }: { startup: boolean }, take: (type: string, body: Buffer) => void) {
  let rest: Buffer = Buffer.alloc(0)
  let first = startup
  return (chunk: Buffer): void => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    for (;;) {
      if (first) {
        if (rest.length < 4 || rest.length < rest.readInt32BE(0)) return
        rest = rest.subarray(rest.readInt32BE(0))
        first = false
        continue
      }
      if (rest.length < HEAD || rest.length < 1 + rest.readInt32BE(1)) return
      const end = 1 + rest.readInt32BE(1)
      take(String.fromCharCode(rest[0] ?? 0), rest.subarray(HEAD, end))
      rest = rest.subarray(end)
    }
  }
}
