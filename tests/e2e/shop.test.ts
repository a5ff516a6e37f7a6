import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { complaintsOf, launchBrowser } from '@/tests/support/browser'
import { startPortal, type Portal } from '@/tests/support/portal'
import { signedIn } from '@/tests/support/signedIn'
import { queryOnce } from '../../scripts/lib/database.mjs'

const NUTS = '/catalogue/metricheskiy-krepezh/metricheskiy-krepezh-gayki'
let portal: Portal
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

const goods = () => page.locator('#shelf li:has(a[href*="/products/"])')
const dock = () => page.getByRole('region', { name: 'Корзина' })
const orders = async (): Promise<number> => {
  const [row] = await queryOnce(portal.databaseUrl, 'select count(*) from orders', [])
  return Number(Object.values(row ?? {})[0])
}

/** Puts the first of the nuts that can be ordered into the cart. */
async function putOne(): Promise<void> {
  await page.goto(`${portal.url}${NUTS}?stock=1`)
  await page
    .getByRole('button', { name: /^В корзину/ })
    .first()
    .click()
  await dock().waitFor()
}

describe('the shop', () => {
  beforeAll(async () => {
    portal = await startPortal()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await portal?.stop()
  })
  beforeEach(async () => {
    context = await signedIn({ browser, url: portal.url }, 'client')
    await queryOnce(portal.databaseUrl, 'delete from cart_lines', [])
    page = await context.newPage()
    complaints = complaintsOf(page)
  })
  afterEach(async () => {
    expect(complaints).toEqual([])
    await context.close()
  })

  it('[SHOP-01] [SHOP-02] a section opens from the tree, and tiles stay tiles', async () => {
    await page.goto(`${portal.url}/catalogue`)
    await page
      .getByRole('navigation', { name: 'Разделы' })
      .getByRole('link', { name: /Метрический крепёж/ })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Метрический крепёж' }).waitFor()
    await page.getByRole('button', { name: 'Плиткой' }).click()
    await page.locator('#shelf ul.grid').waitFor()
    await page.reload()
    expect(await page.getByRole('button', { name: 'Плиткой' }).getAttribute('aria-pressed')).toBe('true')
    expect(await page.locator('#shelf ul.grid > li').count()).toBeGreaterThan(3)
  })

  it('[SHOP-03] the order chosen stands in the address and in the prices', async () => {
    await page.goto(`${portal.url}${NUTS}`)
    await page.getByRole('button', { name: /^Порядок/ }).click()
    await page.getByRole('link', { name: 'сначала дороже' }).click()
    await page.waitForURL(/sort=-price/)
    const shown = await page.locator('#shelf .text-lg.num').allInnerTexts()
    const prices = shown.map((text) => Number(text.replace(/[^\d,]/g, '').replace(',', '.')))
    expect(prices.length).toBeGreaterThan(2)
    expect(prices).toEqual([...prices].sort((a, b) => b - a))
  })

  it('[SHOP-34] a warehouse narrows the shelf to what lies there', async () => {
    await page.goto(`${portal.url}${NUTS}`)
    const link = page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: /^Химки/ })
    const count = Number((await link.innerText()).replace(/\D/g, ''))
    await link.click()
    await page.waitForURL(/warehouse=/)
    expect(await goods().count()).toBe(Math.min(count, 24))
  })

  it('[SHOP-06] [SHOP-12] [SHOP-33] a product goes into the cart at the client’s own price, and can be taken back', async () => {
    await putOne()
    expect(await page.locator('#shelf s').count()).toBeGreaterThan(0)
    await page.goto(`${portal.url}/cart`)
    expect(await page.locator('.stepper').count()).toBe(1)
    await page.getByRole('button', { name: /^Убрать/ }).click()
    await page.getByText('В корзине пока пусто').waitFor()
    await page.getByRole('button', { name: 'Вернуть' }).click()
    await page.locator('.stepper').waitFor()
  })

  it('[SHOP-12] a quantity that is no whole pack gives way to the nearest, in words under it', async () => {
    await putOne()
    const field = page.locator('#shelf .stepper input').first()
    await field.fill('30,5')
    await field.press('Enter')
    await page
      .locator('#shelf')
      .getByText(/^Кратно упаковке \d+ шт: поставили \d+/)
      .waitFor()
    await expect.poll(async () => Number(await field.inputValue()) % 100).toBe(0)
    await field.fill('много')
    await field.press('Enter')
    await page
      .locator('#shelf')
      .getByText(/^Это не похоже на число/)
      .waitFor()
    await field.fill('900000')
    await field.press('Enter')
    await page
      .locator('#shelf')
      .getByText(/^Проверьте количество\. На складе/)
      .waitFor()
    await page.goto(`${portal.url}/cart`)
    await page.locator('main').getByText('Это намного больше, чем есть на складе: проверьте количество').waitFor()
  })

  it('[SHOP-15] what is missing is said beside its field, and a double press makes one order', async () => {
    await putOne()
    const before = await orders()
    await page.goto(`${portal.url}/checkout`)
    await page.getByRole('radio', { name: /^Доставка/ }).check()
    await page.locator('input[name=deliveryAddress]').fill('')
    await page.getByRole('button', { name: /^Отправить заказ/ }).click()
    await page.locator('input[name=deliveryAddress][aria-invalid=true]').waitFor()
    expect(await orders()).toBe(before)

    await page.locator('input[name=deliveryAddress]').fill('Мытищи, ул. Колпакова, 2')
    await page.getByRole('button', { name: /^Отправить заказ/ }).dblclick()
    await page.waitForURL(/\/orders\//)
    await page.getByText(/^Заказ .* отправлен$/).waitFor()
    expect(await orders()).toBe(before + 1)
  })

  it('[SHOP-15] the checkout offers what goes together: contracts of the payer, days of shipping, known addresses', async () => {
    await putOne()
    await page.goto(`${portal.url}/checkout`)
    const payer = page.getByLabel('Плательщик')
    const contract = page.getByLabel('Договор', { exact: true })
    await payer.selectOption({ label: await payer.locator('option', { hasText: 'Стройград' }).first().innerText() })
    expect(await contract.locator('option:not([disabled]):not([value=""])').count()).toBeGreaterThan(0)
    await payer.selectOption({ label: await payer.locator('option', { hasText: 'Крылов' }).first().innerText() })
    await expect.poll(() => contract.inputValue()).toBe('')
    expect(await contract.locator('option:not([disabled]):not([value=""])').count()).toBe(0)

    await page.locator('input[name=wantedDate]').fill('2099-11-28')
    await page.getByText('В этот день мы не отгружаем').waitFor()
    await page.getByRole('button', { name: /^Ближайший день/ }).click()
    expect(await page.locator('input[name=wantedDate]').inputValue()).toBe('2099-11-30')
    expect(await page.getByText('В этот день мы не отгружаем').count()).toBe(0)

    await page.getByRole('radio', { name: /^Доставка/ }).check()
    const address = page.locator('input[name=deliveryAddress]')
    await address.fill('')
    const known = page.getByRole('list', { name: 'Куда уже доставляли' }).getByRole('button').first()
    const words = (await known.innerText()).trim()
    await known.click()
    expect(await address.inputValue()).toBe(words)
    await page.reload()
    expect(await address.inputValue()).toBe(words)
  })

  it('a phone shows the dock above its bar, and nothing is wider than the window', async () => {
    await putOne()
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ['/catalogue', NUTS, '/cart', '/checkout']) {
      await page.goto(`${portal.url}${path}`)
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        path,
      ).toBe(0)
    }
    await page.goto(`${portal.url}/catalogue`)
    const bottom = await dock().evaluate((element) => element.getBoundingClientRect().bottom)
    expect(bottom).toBeLessThanOrEqual(844 - 62)
  })
})
