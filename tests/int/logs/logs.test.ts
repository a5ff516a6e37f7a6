import config from '@payload-config'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, handleEndpoints, type Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { withRequestId } from '@/src/lib/logger'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { defineJob } from '@/src/mechanisms/jobs/defineJob'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { openSession } from '@/src/mechanisms/sessions/sessions'
import { builders, type Builders } from '@/tests/builders/builders'
import { drainJobs } from '@/tests/support/jobs'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

/** Values that stand nowhere else, so that a line which holds one has them from here. */
const PERSON = {
  email: 'log-canary@example.ru',
  name: 'Канарейкин',
  phone: '+7 912 345-67-89',
  password: 'Kenar-ptitsa-на-ветке-17',
}
let payload: Payload
let make: Builders
let lines: string[]

const failingJob = defineJob<{ email: string }>({
  name: 'test.personal',
  label: { ru: 'Проба', en: 'Test' },
  lane: 'default',
  retry: { limit: 0, delaySeconds: 0 },
  handler: async ({ email }, { req }) => {
    await query(req, sql`insert into users (name, email, kind) values (${PERSON.name}, ${email}, 'nothing')`)
  },
})

async function post(path: string, body: object, token = ''): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    ...(token ? { authorization: `JWT ${token}` } : {}),
  }
  const request = new Request(`http://localhost:3000${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await withRequestId('log-request-1', () => handleEndpoints({ config, request }))).status
}

describe('what the portal writes into its log', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    lines = []
    vi.stubEnv('LOG_LEVEL', 'debug')
    payload.logger.level = 'trace'
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((text) => {
        lines.push(String(text))
        return true
      })
    }
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  })

  const clean = (): void => {
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      expect(() => JSON.parse(line)).not.toThrow()
      for (const secret of [...Object.values(PERSON), 'canary@', '345-67-89']) expect(line).not.toContain(secret)
    }
  }

  it('neither a wrong nor a right password, nor whose it is', async () => {
    await make.user({ email: PERSON.email, name: PERSON.name, phone: PERSON.phone })
    expect(await post('/api/users/login', { email: PERSON.email, password: PERSON.password })).toBe(401)
    expect(await post('/api/users/login', { email: PERSON.email })).toBeGreaterThanOrEqual(400)
    payload.logger.info(`signed in ${PERSON.email}`)
    clean()
  })

  it('no values of a record that is refused: by validation, by a unique index, by a hook that throws', async () => {
    const admin = await make.staff({ role: 'admin', email: 'boss@example.com' })
    const { token } = await openSession(await createLocalReq({}, payload), {
      collection: 'staff',
      id: admin,
      email: 'boss@example.com',
    })
    const person = {
      name: PERSON.name,
      email: PERSON.email,
      phone: PERSON.phone,
      kind: 'client',
      password: PERSON.password,
      locale: 'ru',
    }
    expect(await post('/api/users', { ...person, email: `${PERSON.email} ${PERSON.name}` }, token)).toBe(400)
    expect(await post('/api/users', person, token)).toBe(201)
    expect(await post('/api/users', person, token)).toBe(400)
    const hooks = payload.collections.users.config.hooks
    const before = hooks.beforeChange
    try {
      hooks.beforeChange = [
        ...before,
        ({ data }) => {
          throw Object.assign(new Error(`${data.email} ${data.phone} is not wanted`), { data })
        },
      ]
      expect(await post('/api/users', { ...person, email: `other-${PERSON.email}` }, token)).toBe(500)
    } finally {
      hooks.beforeChange = before
    }
    clean()
    const ids = lines.map((line) => (JSON.parse(line) as { requestId?: string }).requestId)
    expect(ids).toContain('log-request-1')
  })

  it('an error of the database without its detail and parameters, also out of a job', async () => {
    await make.user({ email: PERSON.email, name: PERSON.name })
    const twice = await insertRow(payload, 'users', {
      name: PERSON.name,
      email: PERSON.email,
      kind: 'client',
      locale: 'ru',
      active: true,
    }).catch((error: unknown) => error)
    payload.logger.error({ err: twice, msg: 'not inserted' })
    await enqueue(payload, failingJob, { email: PERSON.email })
    await drainJobs(payload)
    clean()
    expect(lines.join('')).toContain('23505')
    expect(lines.join('')).toContain('job failed')
  })
})
