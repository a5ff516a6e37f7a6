import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import logins from '@/src/demo/logins.json'
import { listLetters, readLetter } from '@/src/integrations/mail/letters'
import { startMailSink, type MailSink } from '@/src/integrations/mail/sink'
import { demoFiles, knownGoods, type Told } from '@/tests/emulator/demo-goods'
import { createOneC, type OneC, type OneCOrder } from '@/tests/emulator/onec'
import { complaintsOf, launchBrowser } from '@/tests/support/browser'
import { scratchFolder } from '@/tests/support/database'
import { startPortal, type Portal } from '@/tests/support/portal'
import { queryOnce } from '../../scripts/lib/database.mjs'

const NEW: Told = { article: 'РЛ-2411-5', name: 'Рулетка «Зубр» 5 м, усиленная', unit: 'шт', price: 431.5, stock: 75 }
const WAIT = { timeout: 30_000, interval: 200 }

let portal: Portal
let browser: Browser
let sink: MailSink
let letters: string
let oneC: OneC
let client: Page
let manager: Page
let complaints: string[]
let number = ''
let taken: OneCOrder | undefined

const loginOf = (role: string): { email: string; password: string } => {
  const found = logins.find((one) => one.role === role)
  if (!found) throw new Error(`The demo has no ${role}`)
  return found
}

/** How many notifications the bell says are new. */
const unread = async (): Promise<number> => {
  const label = await client.locator('header a[href="/notifications"]').first().getAttribute('aria-label')
  return Number(/, (\d+)/.exec(label ?? '')?.[1] ?? 0)
}

const letterTo = async (email: string, subject: string) =>
  (await listLetters(letters)).find((one) => one.to.includes(email) && one.subject.includes(subject))

describe('a day of a client, a manager and 1C', () => {
  beforeAll(async () => {
    letters = path.join(scratchFolder('letters'), 'kept')
    sink = await startMailSink({ dir: letters })
    portal = await startPortal({ env: { SMTP_URL: `smtp://127.0.0.1:${sink.port}` } })
    // What the demo left in the cart would blur the sum of this order.
    await queryOnce(portal.databaseUrl, 'delete from cart_lines')
    browser = await launchBrowser()
    oneC = createOneC({ url: `${portal.url}/api/1c/commerceml`, login: '1c', password: 'demo-1c-exchange' })
    client = await (await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 900 } })).newPage()
    complaints = complaintsOf(client)
  })
  afterAll(async () => {
    await browser?.close()
    await portal?.stop()
    await sink?.close()
  })

  it('[ERP-02] [GOAL-06] 1C sends a new product and new prices', async () => {
    const [known] = knownGoods()
    const changed = known ? [{ ...known, stock: 777 }] : []
    await oneC.sendCatalogue({ files: demoFiles({ fresh: [NEW], changed }) })
  })

  it('[AUTH-10] the client signs in and sees what is wanted from them', async () => {
    const { email, password } = loginOf('client')
    await client.goto(`${portal.url}/login`)
    await client.fill('input[name=email]', email)
    await client.fill('input[name=password]', password)
    await client.locator('form button[type=submit]').last().click()
    await client.waitForURL(`${portal.url}/`)
    const asks = client
      .getByRole('region', { name: 'От вас ждут' })
      .or(client.locator('section', { hasText: 'От вас ждут' }))
    await asks.first().waitFor()
    expect(await asks.first().locator('li').count()).toBeGreaterThan(0)
  })

  it('[GOAL-02] opens an order and sees the state it is in', async () => {
    await client.goto(`${portal.url}/orders`)
    await client.locator('main a.row-link').first().click()
    await client.waitForURL(/\/orders\/./)
    await client.locator('ol.way li').first().waitFor()
    expect(await client.locator('ol.way li[data-is="now"], ol.way li[data-is="done"]').count()).toBeGreaterThan(0)
  })

  it('[GOAL-02] downloads an invoice as a PDF', async () => {
    await client.goto(`${portal.url}/documents?kind=invoice`)
    const row = client
      .locator('main tr', { hasText: 'Счёт' })
      .filter({ has: client.locator('a[href*="/file?save=1"]') })
      .first()
    const coming = client.waitForEvent('download')
    await row.locator('a[href*="/file?save=1"]').first().click()
    const bytes = await readFile(await (await coming).path())
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(bytes.subarray(-32).toString('latin1')).toContain('%%EOF')
  })

  it('[SHOP-15] finds the product that 1C has just sent and orders it', async () => {
    await client.goto(`${portal.url}/`)
    await client.getByRole('button', { name: /Поиск по всему кабинету/ }).click()
    await client.getByRole('dialog').locator('input').fill(NEW.article)
    await client.getByRole('dialog').getByText(NEW.name).first().click()
    await client.waitForURL(/\/products\//)
    await client
      .locator('main')
      .getByRole('button', { name: `В корзину: ${NEW.name}` })
      .first()
      .click()
    // The page answers before the server has; left earlier, it would cut the call off.
    const inCart = `select 1 from cart_lines l join skus k on k.id = l.sku_id join products p on p.id = k.product_id where p.article = $1`
    await expect
      .poll(async () => (await queryOnce(portal.databaseUrl, inCart, [NEW.article])).length, WAIT)
      .toBeGreaterThan(0)
    await client.goto(`${portal.url}/cart`)
    await client.locator('main').getByText(NEW.name).first().waitFor()
    await client.getByRole('link', { name: 'Оформить', exact: true }).click()
    await client.waitForURL(/\/checkout/)
    await client.locator('input[name=paymentMethod][value=invoice]').check({ force: true })
    await client.getByRole('button', { name: /^Отправить заказ на 431,50/ }).click()
    await client.waitForURL(/\/orders\/./)
    number = decodeURIComponent(new URL(client.url()).pathname.split('/').at(-1) ?? '')
    expect(number).not.toBe('')
    await client.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor()
    await client.locator('main').getByText(NEW.name).first().waitFor()
  })

  it('[ERP-02] [EXCH-22] 1C takes the order and confirms it', async () => {
    taken = (await oneC.fetchOrders()).find((one) => one.number === number)
    expect(taken?.record.total).toBe(43_150)
    expect(taken?.record.lines.map(({ article, name }) => article ?? name)).toContain(NEW.article)
    await oneC.confirmOrders()
    expect((await oneC.fetchOrders()).map((one) => one.number)).not.toContain(number)
  })

  it('[MGR-02] the manager sees the order in the panel', async () => {
    const { email, password } = loginOf('manager')
    manager = await (await browser.newContext({ locale: 'ru-RU' })).newPage()
    await manager.goto(`${portal.url}/admin`)
    await manager.fill('input[name=email]', email)
    await manager.fill('input[name=password]', password)
    await manager.click('button[type=submit]')
    await manager.waitForURL(`${portal.url}/admin`)
    await manager.goto(`${portal.url}/admin/collections/orders?search=${encodeURIComponent(number)}`)
    await manager.locator('table').getByText(number).first().waitFor()
    await expect.poll(() => letterTo(email, `Новый заказ ${number}`), WAIT).toBeTruthy()
  })

  it('[SHOP-24] the client’s open page hears of the new state without a reload, and says the same as the toast; what is being typed stays', async () => {
    await expect.poll(() => letterTo(loginOf('client').email, `Заказ ${number} отправлен`), WAIT).toBeTruthy()
    await client.goto(`${portal.url}/orders/${encodeURIComponent(number)}`)
    const before = await unread()
    const document = await client.evaluateHandle(() => window.document)
    const shipped = client.locator('ol.way li[data-is="now"]', { hasText: 'Отгружен' })
    expect(await shipped.count()).toBe(0)
    await client.getByLabel('Сообщение менеджеру').fill('А когда приедет')
    await oneC.sendOrderStates([
      { number, status: 'Отгружен', shipped: { number: 'РН-000777', date: taken?.date ?? '' } },
    ])
    await client.getByRole('region', { name: 'Сообщения' }).getByText(`Заказ ${number} отгружен`).waitFor()
    await shipped.waitFor()
    await expect.poll(unread, WAIT).toBeGreaterThan(before)
    expect(await client.getByLabel('Сообщение менеджеру').inputValue()).toBe('А когда приедет')
    expect(await document.evaluate((old) => old === window.document)).toBe(true)
  })

  it('[SHOP-24] the notification is in the cabinet and its letter leads to the order', async () => {
    await client.goto(`${portal.url}/notifications`)
    const said = client.locator('main li', { hasText: `Заказ ${number} отгружен` }).first()
    await said.getByRole('link').first().click()
    await client.waitForURL((url) => decodeURIComponent(url.pathname).endsWith(`/orders/${number}`))
    await client.locator('ol.way li[data-is="now"]', { hasText: 'Отгружен' }).waitFor()
    const { email } = loginOf('client')
    await expect.poll(() => letterTo(email, `Заказ ${number} отгружен`), WAIT).toBeTruthy()
    const letter = await readLetter(letters, (await letterTo(email, `Заказ ${number} отгружен`))?.id ?? '')
    expect(letter?.html).toContain(`${portal.url}/orders/${encodeURIComponent(number)}`)
    expect(letter?.text).toContain(`${portal.url}/orders/${encodeURIComponent(number)}`)
  })

  it('the browser had nothing to complain about', () => {
    expect(complaints).toEqual([])
  })
})
