import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import config from '@payload-config'
import { createLocalReq, handleEndpoints, type Payload } from 'payload'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { execute } from '@/src/mechanisms/database/query'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { publishLive } from '@/src/mechanisms/live/hub'
import { endSession, openSession } from '@/src/mechanisms/sessions/sessions'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let user: string
let company: string

beforeEach(async () => {
  payload = await getTestPayload()
  payload.logger.level = 'silent'
  await emptyDatabase()
  company = await insertRow(payload, 'companies', { name: 'Берёза', status: 'active', currency: 'RUB' })
  const role = await insertRow(payload, 'portal_roles', { code: 'full', name: 'Всё' })
  user = await insertRow(payload, 'users', {
    name: 'Анна',
    email: 'anna@example.com',
    kind: 'client',
    active: true,
    _verified: true,
  })
  await insertRow(payload, 'memberships', { userId: user, companyId: company, portalRoleId: role, active: true })
})

type Stream = { sid: string; next: (mark: string) => Promise<boolean>; said: () => string; stop: () => Promise<void> }

async function listening(): Promise<Stream> {
  const { token, sid } = await inTransaction(await createLocalReq({}, payload), async () =>
    openSession(await createLocalReq({}, payload), { collection: 'users', id: user, email: 'anna@example.com' }),
  )
  const gone = new AbortController()
  const request = new Request('http://localhost:3000/api/live', {
    signal: gone.signal,
    headers: { cookie: `${payload.config.cookiePrefix}-token=${token}`, 'sec-fetch-site': 'same-origin' },
  })
  const response = await handleEndpoints({ config, request })
  const reader = response.body?.getReader()
  if (!reader) throw new Error(`no stream: ${response.status}`)
  let text = ''
  /** Whether the mark came before the stream was closed. */
  const next = async (mark: string): Promise<boolean> => {
    while (!text.includes(mark)) {
      const { done, value } = await reader.read()
      if (done) return false
      text += new TextDecoder().decode(value as Uint8Array)
    }
    return true
  }
  expect(await next('hello')).toBe(true)
  return {
    sid,
    next,
    said: () => text,
    stop: async () => {
      gone.abort()
      await reader.cancel().catch(() => {})
    },
  }
}

async function tell(title: string, companyId: string | null = company): Promise<void> {
  const eventId = await insertRow(payload, 'events', { type: 'x.y', entity: 'orders', entityId: user })
  const id = await insertRow(payload, 'notifications', {
    eventId,
    key: title,
    userId: user,
    companyId,
    title,
    inFeed: true,
  })
  await publishLive(payload, { user: `users:${user}`, kind: 'notification', id })
}

describe('[AUTH-10] the stream of news', () => {
  it('tells what has come', async () => {
    const stream = await listening()
    await tell('Заказ подтверждён')
    expect(await stream.next('Заказ подтверждён')).toBe(true)
    await stream.stop()
  })

  it('[AUTH-03] ends with its session, and tells nothing more', async () => {
    const stream = await listening()
    await endSession(payload, 'users', user, stream.sid)
    await tell('Тайна')
    expect(await stream.next('Тайна')).toBe(false)
  })

  it('[AUTH-03] ends when the person is switched off', async () => {
    const stream = await listening()
    await execute(payload, sql`update users set active = false where id = ${user}`)
    expect(await stream.next('never said')).toBe(false)
  })

  it('[ROLE-01] says nothing of a company that the person has left, and goes on', async () => {
    const stream = await listening()
    await execute(payload, sql`update memberships set active = false where user_id = ${user}`)
    await tell('Тайна бывшей компании')
    await tell('О себе самом', null)
    expect(await stream.next('О себе самом')).toBe(true)
    expect(stream.said()).not.toContain('Тайна')
    await stream.stop()
  })
})
