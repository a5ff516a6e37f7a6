import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { complaintsOf, launchBrowser } from '@/tests/support/browser'
import { violations } from '@/tests/support/pages'
import { startPortal, type Portal } from '@/tests/support/portal'
import { signedIn as signIn } from '@/tests/support/signedIn'
import { queryOnce } from '../../scripts/lib/database.mjs'
import { root } from '../../scripts/lib/paths.mjs'
import { freePort } from '../../scripts/lib/postgres.mjs'

/** Pages by the module that they belong to; `where` stands in the navigation. */
const areas = [
  { slug: 'catalogue', where: '/catalogue', pages: ['/catalogue'], takes: ['/orders', '/cart'] },
  { slug: 'sales', where: '/orders', pages: ['/orders', '/cart', '/checkout'], takes: [] },
  { slug: 'contracts', where: '/contracts', pages: ['/contracts'], takes: [] },
  { slug: 'documents', where: '/documents', pages: ['/documents'], takes: [] },
  { slug: 'money', where: '/statement', pages: ['/statement'], takes: [] },
  { slug: 'forms', where: '/forms', pages: ['/forms', '/forms/feedback', '/forms/manager'], takes: [] },
] as const

const PERSON = {
  email: 'spy-canary@example.com',
  name: 'Канарейкина Зоя',
  password: 'Птица-на-ветке-17',
  phone: '+7 912 345-67-89',
}

let portal: Portal
let browser: Browser
/** A second web process over the same database. */
let other: { url: string; child: ChildProcess }

const signedIn = (role: string): Promise<BrowserContext> => signIn({ browser, url: portal.url }, role)

async function secondWeb(): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort()
  const child = spawn(process.execPath, [path.join(root, '.next/standalone/server.js')], {
    cwd: root,
    env: { ...portal.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const url = `http://localhost:${port}`
  for (let attempt = 0; attempt < 300 && child.exitCode === null; attempt += 1) {
    if ((await fetch(`${url}/api/ready`).catch(() => null))?.ok) return { url, child }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error('The second web process did not start')
}

/** Throws the switches as the panel does. */
async function switchOff(admin: BrowserContext, off: readonly string[]): Promise<void> {
  const answer = await admin.request.post(`${portal.url}/api/globals/modules`, {
    data: { off },
    headers: { origin: portal.url },
  })
  expect(answer.status()).toBe(200)
}

const statusOf = async (client: BrowserContext, url: string): Promise<number> =>
  (await client.request.get(url, { maxRedirects: 0 })).status()

describe('switches, forms and the log of the running portal', () => {
  beforeAll(async () => {
    portal = await startPortal()
    browser = await launchBrowser()
    other = await secondWeb()
  })
  afterAll(async () => {
    await browser?.close()
    if (other) {
      const ended = once(other.child, 'exit')
      other.child.kill('SIGTERM')
      await ended
    }
    await portal?.stop()
  })

  // One that failed half-way must not take the others' areas with it.
  afterEach(async () => {
    const admin = await signedIn('admin')
    await switchOff(admin, [])
    await admin.close()
  })

  it.each(areas)(
    '$slug: switched off its pages are not there in both languages and both processes, switched on they are back',
    async ({ slug, where, pages, takes }) => {
      const [admin, client] = [await signedIn('admin'), await signedIn('client')]
      const home = await client.newPage()
      const inNavigation = async (): Promise<boolean> => {
        await home.goto(`${portal.url}/site-map`)
        return (await home.locator(`a[href="${where}"]`).count()) > 0
      }
      const all = [...pages, ...takes]
      expect(await inNavigation()).toBe(true)
      for (const page of all)
        expect([page, [200, 307].includes(await statusOf(client, portal.url + page))]).toEqual([page, true])

      await switchOff(admin, [slug])
      expect(await inNavigation()).toBe(false)
      for (const page of all) {
        for (const [prefix, words] of [
          ['', 'Такой страницы нет'],
          ['/en', 'There is no such page'],
        ] as const) {
          const answer = await client.request.get(`${portal.url}${prefix}${page}`)
          expect([page, prefix, answer.status(), (await answer.text()).includes(words)]).toEqual([
            page,
            prefix,
            404,
            true,
          ])
        }
        await expect.poll(() => statusOf(client, other.url + page), { timeout: 10_000 }).toBe(404)
      }

      await switchOff(admin, [])
      expect(await inNavigation()).toBe(true)
      for (const page of all) {
        await expect
          .poll(async () => [200, 307].includes(await statusOf(client, other.url + page)), { timeout: 10_000 })
          .toBe(true)
      }
      await admin.close()
      await client.close()
    },
  )

  it('an administrator switches an area off in the panel and on again; the panel says what goes with it, the client’s navigation follows', async () => {
    const [admin, client] = [await signedIn('admin'), await signedIn('client')]
    const panel = await admin.newPage()
    const complaints = complaintsOf(panel)
    const cabinet = await client.newPage()
    const save = async (): Promise<void> => {
      const saved = panel.waitForResponse(
        (response) => response.url().includes('/api/globals/modules') && response.request().method() === 'POST',
      )
      await panel.locator('#action-save').click()
      expect((await saved).status()).toBe(200)
    }
    await cabinet.goto(portal.url)
    await cabinet.getByRole('navigation').getByRole('link', { name: 'Заказы' }).first().waitFor()
    await panel.goto(`${portal.url}/admin/globals/modules`)
    const row = (name: string) =>
      panel.locator('label.kb-item', { has: panel.locator('b', { hasText: new RegExp(`^${name}$`) }) })
    await row('Каталог').getByText('Если выключить, выключатся и: Заказы').waitFor()
    await row('Каталог').locator('input').uncheck()
    await row('Заказы').getByText('Выключен, пока выключены: Каталог').waitFor()
    expect(await row('Заказы').locator('input').isDisabled()).toBe(true)
    await save()

    await cabinet.reload()
    await cabinet.getByRole('link', { name: 'Документы' }).first().waitFor()
    for (const name of ['Каталог', 'Заказы', 'Корзина'])
      expect([name, await cabinet.getByRole('link', { name, exact: true }).count()]).toEqual([name, 0])
    await panel.goto(`${portal.url}/admin`)
    await panel.waitForSelector('nav')
    expect(
      await panel
        .locator(
          'a[href="/admin/collections/orders"], a[href="/admin/workplace/orders"], a[href="/admin/collections/products"]',
        )
        .count(),
    ).toBe(0)

    await panel.goto(`${portal.url}/admin/globals/modules`)
    await row('Каталог').locator('input').check()
    await save()
    await cabinet.reload()
    await cabinet.getByRole('navigation').getByRole('link', { name: 'Заказы' }).first().waitFor()
    await panel.goto(`${portal.url}/admin`)
    await panel.locator('a[href="/admin/workplace/orders"]').first().waitFor()
    expect(complaints).toEqual([])
    await admin.close()
    await client.close()
  })

  it('a page that is not there is the cabinet’s own: in the person’s language, its scripts run', async () => {
    const client = await signedIn('client')
    for (const [context, at] of [
      [client, '/nothing/here'],
      [client, '/en/nothing'],
      [await browser.newContext(), '/nothing'],
    ] as const) {
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      const answer = await page.goto(portal.url + at)
      expect(answer?.status()).toBe(404)
      await page
        .getByText(at.startsWith('/en') ? 'There is no such page' : 'Такой страницы нет')
        .first()
        .waitFor()
      await page.waitForLoadState('networkidle')
      // The document itself answers 404, which every browser notes.
      expect([at, complaints.filter((text) => !/status of 404/.test(text))]).toEqual([at, []])
      await page.close()
    }
    await client.close()
  })

  it('a guest fills in a form: wrong fields are told in words, then it is thanked for; a robot is thanked and forgotten', async () => {
    const guest = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await guest.newPage()
    const complaints = complaintsOf(page)
    await page.goto(`${portal.url}/forms/feedback`)
    await page.getByRole('heading', { name: 'Вопрос компании' }).waitFor()
    expect(await violations(page)).toEqual([])
    const before = await countAnswers()

    await page.getByRole('button', { name: 'Отправить вопрос' }).click()
    await page.getByText('Заполните это поле').first().waitFor()
    await page.getByText('Отметьте, чтобы отправить').waitFor()
    expect(await page.getByLabel('Как к вам обращаться').evaluate((input) => input === document.activeElement)).toBe(
      true,
    )

    await fill(page)
    await page.getByLabel('Почта для ответа').fill('не-адрес')
    await page.getByRole('button', { name: 'Отправить вопрос' }).click()
    await page.getByText('Проверьте адрес почты').waitFor()
    expect(await page.getByLabel('Вопрос', { exact: true }).inputValue()).toBe('Где мой заказ?')
    await page.getByLabel('Почта для ответа').fill(PERSON.email)
    await page.getByRole('button', { name: 'Отправить вопрос' }).click()
    await page.getByText('Спасибо, вопрос у нас.').waitFor()
    expect(await countAnswers()).toBe(before + 1)

    await page.goto(`${portal.url}/forms/feedback`)
    await fill(page)
    await page
      .locator('input[name=website]')
      .evaluate((input: HTMLInputElement) => (input.value = 'https://spam.example'))
    await page.getByRole('button', { name: 'Отправить вопрос' }).click()
    await page.getByText('Спасибо, вопрос у нас.').waitFor()
    expect(await countAnswers()).toBe(before + 1)
    expect(complaints).toEqual([])

    await page.goto(`${portal.url}/forms/manager`)
    await page.waitForURL(/\/login\?next=/)
    await guest.close()
  })

  it('nothing of a person reaches the log of web and worker, whatever went wrong', async () => {
    const guest = await browser.newContext()
    const post = (at: string, data: object) =>
      guest.request.post(portal.url + at, { data, headers: { origin: portal.url } })
    expect((await post('/api/users/login', { email: PERSON.email, password: PERSON.password })).status()).toBe(401)
    expect((await post('/api/users/register', { ...PERSON, locale: 'ru' })).status()).toBeLessThan(300)
    await post('/api/users/register', { ...PERSON, email: `${PERSON.email} x`, locale: 'ru' })
    const admin = await signedIn('admin')
    const create = (data: object) =>
      admin.request.post(`${portal.url}/api/users`, { data, headers: { origin: portal.url } })
    expect((await create({ ...PERSON, kind: 'client', locale: 'ru' })).status()).toBeGreaterThanOrEqual(400)
    expect(
      (await admin.request.get(`${portal.url}/api/users/${encodeURIComponent(PERSON.name)}`)).status(),
    ).toBeGreaterThanOrEqual(400)
    expect((await admin.request.get(`${portal.url}/?email=${PERSON.email}`)).status()).toBeLessThan(500)
    await expect
      .poll(
        async () =>
          (
            await queryOnce(
              portal.databaseUrl,
              `select count(*)::int as n from pgboss.job where state in ('created', 'active', 'retry') and name in ('mail', 'default')`,
            )
          )[0]?.n,
        { timeout: 20_000 },
      )
      .toBe(0)
    const log = portal.log()
    expect(log).toContain('"msg":"request"')
    for (const secret of [PERSON.email, 'spy-canary', 'Канарейкина', PERSON.password, '345-67-89', '9123456789'])
      expect([secret, log.includes(secret)]).toEqual([secret, false])
    await guest.close()
    await admin.close()
  })
})

async function fill(page: Page): Promise<void> {
  await page.getByLabel('Как к вам обращаться').fill(PERSON.name)
  await page.getByLabel('Почта для ответа').fill(PERSON.email)
  await page.getByLabel('О чём вопрос').selectOption('goods')
  await page.getByLabel('Вопрос', { exact: true }).fill('Где мой заказ?')
  await page.getByLabel(/Согласен/).check()
}

async function countAnswers(): Promise<number> {
  const [row] = await queryOnce(portal.databaseUrl, 'select count(*)::int as n from form_submissions')
  return Number(row?.n)
}
