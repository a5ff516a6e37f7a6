import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { isAppError } from '@/src/lib/errors'
import { sessionFiles } from '@/src/mechanisms/exchange/archive/session-files'
import { createSpool } from '@/src/mechanisms/exchange/archive/spool'
import { answerDialogue } from '@/src/mechanisms/exchange/commerceml/dialogue'
import type {
  DialogueNode,
  DialoguePorts,
  DialogueSession,
  ImportState,
} from '@/src/mechanisms/exchange/commerceml/dialogue-ports'
import { startIdle } from '@/src/mechanisms/exchange/commerceml/idle'
import type { OutgoingOrder, ParkedOrder } from '@/src/mechanisms/exchange/commerceml/outgoing'
import { readCommerceML } from '@/src/mechanisms/exchange/commerceml/read'
import type { CommerceRecord } from '@/src/mechanisms/exchange/commerceml/records'

export type FakePortal = {
  url: string
  records: CommerceRecord[]
  /** Names of all files received, pictures too. */
  received: string[]
  orders: OutgoingOrder[]
  committed: string[]
  parked: ParkedOrder[]
  calls: string[]
  faults: unknown[]
  runIdle: () => Promise<number>
  close: () => Promise<void>
}

/** The dialogue core behind node:http with everything in memory: enough to show that emulator and core understand each other. */
export async function startFakePortal(
  options: { node?: Partial<DialogueNode>; orders?: OutgoingOrder[]; importMs?: number; holdMs?: number } = {},
): Promise<FakePortal> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'kabinet-1c-'))
  const node: DialogueNode = {
    id: 'n1',
    zip: true,
    fileLimit: 1_000_000,
    encoding: 'utf-8',
    schemaVersion: '2.10',
    zone: 'Europe/Moscow',
    ...options.node,
  }
  const spool = createSpool(root)
  const sessions = new Map<string, DialogueSession>()
  const jobs = new Map<string, ImportState>()
  const asked = new Map<string, string>()
  const portal: FakePortal = {
    url: '',
    records: [],
    received: [],
    orders: options.orders ?? [],
    committed: [],
    parked: [],
    calls: [],
    faults: [],
    runIdle,
    close,
  }

  const work = async (session: DialogueSession, filename: string): Promise<ImportState> => {
    if (options.importMs) await new Promise((resolve) => setTimeout(resolve, options.importMs))
    try {
      const files = await sessionFiles(spool, session.id)
      portal.received = files.map((one) => one.name)
      const file = files.find((one) => one.name === filename)
      if (!file) return { state: 'failed', reason: `Файл ${filename} не передан` }
      for await (const record of readCommerceML(createReadStream(file.path))) portal.records.push(record)
      return { state: 'done' }
    } catch (error) {
      if (isAppError(error)) return { state: 'failed', reason: error.code }
      throw error
    }
  }

  const ports: DialoguePorts = {
    authenticate: async ({ login, password }) => (login === '1c' && password === 'пароль' ? node : null),
    sessions: {
      create: async () => {
        const session: DialogueSession = { id: randomUUID(), node, schemaVersion: null, offered: [] }
        sessions.set(session.id, session)
        return session
      },
      find: async (id) => sessions.get(id) ?? null,
      update: async (id, patch) => void Object.assign(sessions.get(id) ?? {}, patch),
    },
    spool,
    startImport: async (session, _type, filename) => {
      const key = `${session.id} ${filename}`
      const known = asked.get(key)
      if (known) return known
      const job = randomUUID()
      asked.set(key, job)
      jobs.set(job, { state: 'running' })
      void work(session, filename).then((state) => jobs.set(job, state))
      return job
    },
    importState: async (job) => jobs.get(job) ?? { state: 'failed', reason: 'нет такого задания' },
    orders: {
      pending: async () => portal.orders.filter((one) => !portal.committed.includes(one.externalId)),
      park: async (_session, parked) => void portal.parked.push(...parked),
      commit: async (_session, offered) => void portal.committed.push(...offered.map((one) => one.externalId)),
    },
    info: async () => ({
      statuses: [{ id: 'submitted', name: 'Отправлен' }],
      paymentSystems: [{ id: 'bank', name: 'Безналичный расчёт' }],
      deliveryServices: [{ id: 'pickup', name: 'Самовывоз' }],
    }),
    deactivate: async () => undefined,
    complete: async () => undefined,
    words: (code) => code,
    report: (error) => void portal.faults.push(error),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => Date.now(),
  }

  async function runIdle(): Promise<number> {
    const idle = async (): Promise<{ session: DialogueSession; type: string; filenames: string[] }[]> => {
      const found = []
      for (const session of sessions.values()) {
        const files = await sessionFiles(spool, session.id)
        const filenames = files
          .map((one) => one.name)
          .filter((name) => name.endsWith('.xml') && !asked.has(`${session.id} ${name}`))
        found.push({ session, type: 'catalog', filenames })
      }
      return found
    }
    const started = await startIdle({ idle, startImport: ports.startImport, now: ports.now }, 0)
    while ([...jobs.values()].some((one) => one.state === 'running')) await ports.wait(5)
    return started
  }

  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://portal')
    const query = (name: string): string | null => url.searchParams.get(name)
    const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const [login = '', ...rest] = Buffer.from(basic ?? '', 'base64')
      .toString('utf8')
      .split(':')
    portal.calls.push(`${query('type')}/${query('mode')}`)
    const asking = {
      type: query('type') ?? '',
      mode: query('mode') ?? '',
      filename: query('filename'),
      version: query('version'),
      body: request.method === 'POST' ? request : null,
      auth: basic ? { login, password: rest.join(':') } : null,
      session: /kabinet_1c=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? null,
      address: '127.0.0.1',
    }
    void answerDialogue(asking, ports, { holdMs: options.holdMs ?? 40, pollMs: 5 }).then((answer) => {
      if (answer.status === 401) response.setHeader('WWW-Authenticate', 'Basic realm="1C"')
      response.writeHead(answer.status, { 'Content-Type': answer.contentType })
      response.end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A listening TCP server has an AddressInfo, never a pipe's string.
  portal.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/1c/commerceml`

  async function close(): Promise<void> {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await rm(root, { recursive: true, force: true })
  }
  return portal
}
