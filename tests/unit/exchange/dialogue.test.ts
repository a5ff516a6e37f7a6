import { describe, expect, it } from 'vitest'
import { answerDialogue } from '@/src/mechanisms/exchange/commerceml/dialogue'
import type {
  DialogueAnswer,
  DialoguePorts,
  DialogueRequest,
  DialogueSession,
  ImportState,
} from '@/src/mechanisms/exchange/commerceml/dialogue-ports'
import type { ParkedOrder } from '@/src/mechanisms/exchange/commerceml/outgoing'
import { buildOutgoing } from './outgoing-builder'

const node = {
  id: 'n',
  zip: true,
  fileLimit: 1000,
  encoding: 'utf-8' as const,
  schemaVersion: '2.08',
  zone: 'Europe/Moscow',
}

type World = {
  ports: DialoguePorts
  session: DialogueSession
  log: string[]
  state: ImportState
  parked: ParkedOrder[]
  clock: { now: number }
}

function world(over: Partial<DialoguePorts> = {}): World {
  const session: DialogueSession = { id: 's1', node, schemaVersion: null, offered: [] }
  const log: string[] = []
  const clock = { now: 0 }
  const made: World = { session, log, state: { state: 'done' }, parked: [], clock, ports: Object.create(null) }
  made.ports = {
    authenticate: async ({ password }) => (password === 'p' ? node : null),
    sessions: {
      create: async () => session,
      find: async (id) => (id === 's1' ? session : null),
      update: async (_id, patch) => void Object.assign(session, patch),
    },
    spool: {
      reset: async (id) => void log.push(`reset ${id}`),
      append: async (_id, filename, body) => {
        let size = 0
        for await (const chunk of body) size += chunk.length
        log.push(`append ${filename} ${size}`)
        return { name: filename, size }
      },
    },
    startImport: async (_session, type, filename) => `${type} ${filename}`,
    importState: async () => made.state,
    orders: {
      pending: async () => [],
      park: async (_session, parked) => void made.parked.push(...parked),
      commit: async (_session, offered) =>
        void log.push(`commit ${offered.map((one) => `${one.externalId}@${one.revision}`).join()}`),
    },
    info: async () => ({ statuses: [], paymentSystems: [], deliveryServices: [] }),
    deactivate: async () => void log.push('deactivate'),
    complete: async () => void log.push('complete'),
    words: (code) => `слова ${code}`,
    report: (error) => void log.push(`reported ${String(error)}`),
    wait: async (ms) => void (clock.now += ms),
    now: () => clock.now,
    ...over,
  }
  return made
}

function ask(ports: DialoguePorts, mode: string, over: Partial<DialogueRequest> = {}): Promise<DialogueAnswer> {
  const request = {
    type: 'catalog',
    mode,
    filename: null,
    version: null,
    body: null,
    auth: null,
    session: 's1',
    address: '10.0.0.1',
    ...over,
  }
  return answerDialogue(request, ports, { holdMs: 15_000 })
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

describe('[EXCH-20] the CommerceML dialogue', () => {
  it('logs in: three lines parted by LF, the cookie set as well', async () => {
    const answer = await ask(world().ports, 'checkauth', { auth: { login: '1c', password: 'p' }, session: null })
    expect(answer).toMatchObject({
      status: 200,
      body: 'success\nkabinet_1c\ns1',
      cookie: { name: 'kabinet_1c', value: 's1' },
    })
  })

  it('asks for credentials with a 401 only when none came', async () => {
    const none = await ask(world().ports, 'checkauth', { session: null })
    expect(none).toMatchObject({ status: 401, body: 'failure\nслова dialogue.denied' })
    const wrong = await ask(world().ports, 'checkauth', { session: null, auth: { login: '1c', password: 'x' } })
    expect(wrong).toMatchObject({ status: 200, body: 'failure\nслова dialogue.denied' })
  })

  it('answers init with exactly two lines and forgets what the session had', async () => {
    const { ports, log } = world()
    expect((await ask(ports, 'init')).body).toBe('zip=yes\nfile_limit=1000')
    expect(log).toEqual(['reset s1'])
  })

  it.each(['init', 'file', 'import', 'query', 'success', 'info', 'deactivate', 'complete'])(
    'refuses %s without a session',
    async (mode) => {
      const { ports, log } = world()
      for (const session of [null, 'other']) {
        expect(await ask(ports, mode, { session, filename: 'a.xml', body: bytes('x') })).toMatchObject({
          status: 200,
          body: 'failure\nслова dialogue.noSession',
        })
      }
      expect(log).toEqual([])
    },
  )

  it('spools a chunk and says success', async () => {
    const { ports, log } = world()
    expect((await ask(ports, 'file', { filename: 'import_files/ab/1.jpg', body: bytes('xyz') })).body).toBe('success')
    expect(log).toEqual(['append import_files/ab/1.jpg 3'])
  })

  it.each([
    [{ filename: null, body: bytes('x') }, 'spool.unsafeName'],
    [{ filename: 'a.xml', body: null }, 'file.empty'],
  ])('refuses a file without a name or a body', async (over, code) => {
    expect((await ask(world().ports, 'file', over)).body).toBe(`failure\nслова ${code}`)
  })

  it('holds an import no longer than told, then says progress', async () => {
    const made = world()
    made.state = { state: 'running', note: 'Прочитано\n1000' }
    expect((await ask(made.ports, 'import', { filename: 'import.xml' })).body).toBe('progress\nПрочитано 1000')
    expect(made.clock.now).toBe(15_000)
  })

  it('answers as soon as an import ends, with the reason when it failed', async () => {
    const made = world()
    expect((await ask(made.ports, 'import', { filename: 'a.xml' })).body).toBe('success')
    expect(made.clock.now).toBe(0)
    made.state = { state: 'failed', reason: 'Файл повреждён:\r\nстрока 4' }
    expect((await ask(made.ports, 'import', { filename: 'a.xml' })).body).toBe('failure\nФайл повреждён: строка 4')
  })

  it('notices that an import ends while it is held', async () => {
    const made = world()
    made.state = { state: 'running' }
    const answer = ask(
      {
        ...made.ports,
        wait: async (ms) => void ((made.clock.now += ms), made.clock.now > 2000 && (made.state = { state: 'done' })),
      },
      'import',
      { filename: 'a' },
    )
    expect((await answer).body).toBe('success')
    expect(made.clock.now).toBeLessThan(3000)
  })

  it('offers the same orders until success, which commits what was offered and no more', async () => {
    const good = buildOutgoing({ revision: '7' })
    const bad = buildOutgoing({ externalId: 'bad', number: '1234567890123' })
    const made = world()
    made.ports.orders.pending = async () => [good, bad]
    const first = await ask(made.ports, 'query', { type: 'sale' })
    const second = await ask(made.ports, 'query', { type: 'sale' })
    expect(String(first.body)).toContain(`<Номер>${good.number}</Номер>`)
    expect(String(first.body)).not.toContain('1234567890123')
    expect(String(second.body)).toBe(String(first.body))
    expect(made.parked[0]?.problems[0]?.code).toBe('order.numberLength')
    expect(made.log).toEqual([])
    expect((await ask(made.ports, 'success', { type: 'sale' })).body).toBe('success')
    expect((await ask(made.ports, 'success', { type: 'sale' })).body).toBe('success')
    expect(made.log).toEqual([`commit ${good.externalId}@7`])
  })

  it('answers a query without orders with a valid empty root', async () => {
    const { body, contentType } = await ask(world().ports, 'query', { type: 'sale' })
    expect(String(body)).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<КоммерческаяИнформация ВерсияСхемы="2\.08"[^>]*>\n<\/КоммерческаяИнформация>\n$/,
    )
    expect(contentType).toBe('text/xml; charset=utf-8')
  })

  it('speaks the schema that the client names', async () => {
    const made = world()
    await ask(made.ports, 'init', { version: '3.1' })
    expect(String((await ask(made.ports, 'query', { type: 'sale' })).body)).toContain('ВерсияСхемы="3.1"')
  })

  it('takes deactivate and complete of Bitrix-type clients', async () => {
    const { ports, log } = world()
    expect((await ask(ports, 'deactivate')).body).toBe('success')
    expect((await ask(ports, 'complete')).body).toBe('success')
    expect(log).toEqual(['deactivate', 'complete'])
  })

  it('refuses a name that no honest file has, and shows it without what it hides', async () => {
    const told: object[] = []
    const { ports, log } = world({ words: (code, params) => (told.push({ code, ...params }), code) })
    for (const filename of ['a\u0000.xml', 'a\n.xml', '\u007f', ''])
      expect((await ask(ports, 'file', { filename, body: bytes('x') })).body).toBe('failure\nspool.unsafeName')
    expect((await ask(ports, 'import', { filename: `${'a'.repeat(200)}\u0001` })).body).toBe(
      'failure\nspool.unsafeName',
    )
    expect(told.map((one) => 'name' in one && one.name)).toEqual(['a?.xml', 'a?.xml', '?', '', 'a'.repeat(120)])
    expect(log).toEqual([])
  })

  it('remembers the schema that a client names when it logs in, and when it names another', async () => {
    const made = world()
    await ask(made.ports, 'checkauth', { auth: { login: '1c', password: 'p' }, session: null, version: '2.05' })
    expect(made.session.schemaVersion).toBe('2.05')
    const patches: object[] = []
    made.ports.sessions.update = async (_id, patch) => void (patches.push(patch), Object.assign(made.session, patch))
    await ask(made.ports, 'deactivate', { version: '2.05' })
    await ask(made.ports, 'deactivate')
    expect(patches).toEqual([])
    await ask(made.ports, 'deactivate', { version: '2.10' })
    expect(patches).toEqual([{ schemaVersion: '2.10' }])
    const quiet = world()
    await ask(quiet.ports, 'checkauth', { auth: { login: '1c', password: 'p' }, session: null })
    expect(quiet.session.schemaVersion).toBeNull()
  })

  it('asks where a call comes from, at login and after', async () => {
    const seen: string[] = []
    const made = world({ authenticate: async (_auth, address) => (seen.push(address), null) })
    made.ports.sessions.find = async (id, address) => (seen.push(`${id} ${address}`), null)
    await ask(made.ports, 'checkauth', { auth: { login: '1c', password: 'p' }, session: null, address: '10.0.0.7' })
    await ask(made.ports, 'init', { address: '10.0.0.8' })
    expect(seen).toEqual(['10.0.0.7', 's1 10.0.0.8'])
  })

  it('tells what it offered and what it parked, also to whoever listens, and parks nothing where nothing is bad', async () => {
    const heard: string[] = []
    const made = world()
    made.ports.orders = {
      ...made.ports.orders,
      pending: async () => [buildOutgoing()],
      park: async () => void heard.push('park'),
      offered: async (_session, ready, parked) => {
        heard.push(`offered ${ready.length} ${parked.length}`)
        return ready
      },
    }
    await ask(made.ports, 'query', { type: 'sale' })
    expect(heard).toEqual(['offered 1 0'])
    expect(made.session.offered).toEqual([{ externalId: buildOutgoing().externalId, revision: null }])
    await ask(made.ports, 'success', { type: 'sale' })
    expect(made.session.offered).toEqual([])
  })

  it('adds a note where there is one, and says no to archives where the node wants none', async () => {
    const made = world()
    made.state = { state: 'done', note: 'Готово' }
    expect((await ask(made.ports, 'import', { filename: 'a.xml' })).body).toBe('success\nГотово')
    made.state = { state: 'running' }
    expect((await ask(made.ports, 'import', { filename: 'a.xml' })).body).toBe('progress')
    made.session.node = { ...node, zip: false, encoding: 'windows-1251' }
    expect(await ask(made.ports, 'init')).toMatchObject({
      status: 200,
      body: 'zip=no\nfile_limit=1000',
      contentType: 'text/plain; charset=utf-8',
    })
    expect(await ask(made.ports, 'info')).toMatchObject({ status: 200, contentType: 'text/xml; charset=windows-1251' })
    expect(String((await ask(made.ports, 'info')).body)).toContain('encoding="windows-1251"')
    expect(String((await ask(made.ports, 'query')).body)).toMatch(/ДатаФормирования|encoding="windows-1251"/)
  })

  it('says of a mode that nobody knows its first twenty signs', async () => {
    const told: object[] = []
    const { ports } = world({ words: (code, params) => (told.push({ code, ...params }), code) })
    await ask(ports, 'm'.repeat(50), { type: 't'.repeat(50) })
    expect(told).toEqual([{ code: 'dialogue.unknownMode', type: 't'.repeat(20), mode: 'm'.repeat(20) }])
  })

  it('holds an import for as long as it is set by itself, and calls its cookie so', async () => {
    const made = world()
    made.state = { state: 'running' }
    const request = {
      type: 'catalog',
      mode: 'import',
      filename: 'a.xml',
      version: null,
      body: null,
      auth: null,
      session: 's1',
      address: '10.0.0.1',
    }
    await answerDialogue(request, made.ports, { holdMs: 1_000, pollMs: 400 })
    expect(made.clock.now).toBe(1_200)
    expect(
      (
        await answerDialogue(
          { ...request, mode: 'checkauth', auth: { login: '1c', password: 'p' }, session: null },
          made.ports,
          { cookieName: 'other' },
        )
      ).cookie,
    ).toEqual({ name: 'other', value: 's1' })
  })

  it('answers anything else, and our own faults, with a failure that gives nothing away', async () => {
    expect((await ask(world().ports, 'drop')).body).toBe('failure\nслова dialogue.unknownMode')
    const { ports, log } = world({ startImport: async () => Promise.reject(new Error('password=secret at 10.0.0.5')) })
    expect(await ask(ports, 'import', { filename: 'a.xml' })).toMatchObject({
      status: 200,
      body: 'failure\nслова dialogue.failed',
    })
    expect(log).toEqual(['reported Error: password=secret at 10.0.0.5'])
  })
})
