import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import logins from '@/src/demo/logins.json'
import { complaintsOf, launchBrowser } from '@/tests/support/browser'
import { startPortal, type Portal } from '@/tests/support/portal'

const TOKEN = 'metrics-token-for-tests'
let portal: Portal
let browser: Browser

describe('the ground of the running portal', () => {
  beforeAll(async () => {
    portal = await startPortal({ env: { METRICS_TOKEN: TOKEN } })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await portal?.stop()
  })

  it('an administrator signs in to the panel without one complaint of the browser', async () => {
    const admin = logins.find(({ collection }) => collection === 'staff')
    const page = await browser.newPage()
    const complaints = complaintsOf(page)
    await page.goto(`${portal.url}/admin`)
    await page.fill('input[name=email]', admin?.email ?? '')
    await page.fill('input[name=password]', admin?.password ?? '')
    await page.click('button[type=submit]')
    await page.waitForURL(`${portal.url}/admin`)
    await page.waitForSelector('nav')
    await page.goto(`${portal.url}/admin/collections/staff`)
    await page.waitForSelector('table')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('a page carries a nonce of its own and runs no script without it', async () => {
    const [first, second] = await Promise.all([fetch(`${portal.url}/admin/login`), fetch(`${portal.url}/admin/login`)])
    const nonce = (answer: Response) => /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
    expect(nonce(first)).toBeTruthy()
    expect(nonce(first)).not.toBe(nonce(second))
    const scripts = [...(await first.text()).matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes)
    expect(scripts.length).toBeGreaterThan(0)
    for (const attributes of scripts) expect(attributes).toContain(`nonce="${nonce(first)}"`)
  })

  it('the default language has no prefix in the address', async () => {
    const answer = await fetch(`${portal.url}/ru/orders?state=open`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/orders?state=open'])
  })

  it.each(['https://evil.example', 'null', 'http://localhost.evil.example'])(
    'a change from %s is refused',
    async (origin) => {
      const answer = await fetch(`${portal.url}/api/users/login`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: '{}',
      })
      expect([answer.status, await answer.json()]).toEqual([403, { code: 'origin.refused' }])
    },
  )

  it('an oversized request is refused by its length', async () => {
    const answer = await fetch(`${portal.url}/api/users/login`, { method: 'POST', body: 'x'.repeat(10_485_761) })
    expect(answer.status).toBe(413)
  })

  it('metrics open to the token only', async () => {
    const visit = (headers: Record<string, string>) => fetch(`${portal.url}/api/metrics`, { headers })
    expect((await visit({})).status).toBe(401)
    expect((await visit({ authorization: 'Bearer wrong' })).status).toBe(401)
    const text = await (await visit({ authorization: `Bearer ${TOKEN}` })).text()
    expect(text).toContain('kabinet_http_request_seconds_bucket')
    expect(text).toMatch(/kabinet_http_request_seconds_count\{method="GET",route="\/admin",status="200"\}/)
    for (const name of [
      'kabinet_jobs',
      'kabinet_dead_letters',
      'kabinet_exchange_runs',
      'kabinet_jobs_oldest_seconds',
      'nodejs_eventloop_lag_seconds',
      'process_resident_memory_bytes',
    ]) {
      expect(text).toContain(`# TYPE ${name} gauge`)
    }
    expect(text).toMatch(/^kabinet_workers 1$/m)
    expect(text).toMatch(/^kabinet_database_up 1$/m)
  })

  it('the id of a request stands in its answer and in the log', async () => {
    const id = 'trace-me-0123456789'
    const answer = await fetch(`${portal.url}/admin/login?email=someone@example.ru`, {
      headers: { 'x-request-id': id },
    })
    await answer.text()
    expect(answer.headers.get('x-request-id')).toBe(id)
    await expect.poll(() => portal.log()).toContain(`"requestId":"${id}"`)
    expect(portal.log()).not.toContain('someone@example.ru')
  })

  it('a refusal of Payload is one line of JSON in the log, with its id', async () => {
    const id = 'refused-me-0123456789'
    const answer = await fetch(`${portal.url}/api/staff`, { headers: { 'x-request-id': id } })
    expect(answer.status).toBe(403)
    await expect.poll(() => portal.log()).toContain(`"requestId":"${id}"`)
    const lines = portal
      .log()
      .split('\n')
      .filter((line) => line.includes(id))
      .map((line) => JSON.parse(line) as { level: string; status?: number | string })
    expect(lines.map(({ level, status }) => [level, String(status)])).toContainEqual(['info', '403'])
    expect(lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('asked to end, it is not ready any more, and goes', async () => {
    const other = await startPortal({ worker: false, demo: false, env: { SHUTDOWN_DELAY: '2' } })
    const exited = once(other.web, 'exit')
    other.web.kill('SIGTERM')
    await expect.poll(async () => (await fetch(`${other.url}/api/ready`)).status).toBe(503)
    expect((await fetch(`${other.url}/api/health`)).status).toBe(200)
    expect(await exited).toEqual([0, null])
    await other.stop()
  })
})
