import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import iconv from 'iconv-lite'
import { readSheet } from 'read-excel-file/node'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { complaintsOf, launchBrowser } from '@/tests/support/browser'
import { startPortal, type Portal } from '@/tests/support/portal'
import { signedIn } from '@/tests/support/signedIn'
import { queryOnce } from '../../scripts/lib/database.mjs'

let portal: Portal
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

const lines = async (): Promise<Array<{ article: string; qty: number }>> => {
  const rows = await queryOnce(
    portal.databaseUrl,
    `select coalesce(k.article, p.article) as article, l.qty::float8 as qty from cart_lines l join skus k on k.id = l.sku_id join products p on p.id = k.product_id order by 1`,
    [],
  )
  return rows.map((row) => ({ article: String(row.article), qty: Number(row.qty) }))
}
const check = () => page.getByRole('button', { name: 'Проверить' }).click()

describe('[SHOP-15] an order from Excel', () => {
  beforeAll(async () => {
    portal = await startPortal({ worker: false })
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

  it('pasted lines are shown with what they mean, then the good ones and a mended one go into the cart', async () => {
    await page.goto(`${portal.url}/catalogue`)
    await page.getByRole('link', { name: 'Заказ из Excel' }).click()
    await page.waitForURL(/\/quick-order$/)
    await page
      .getByLabel('Строки: артикул и количество')
      .fill('БЛ-933-1260\t1200\n300\tбл-933-1255\nБЛ-933-1240 150\nНЕТ-ТАКОГО\t5')
    await check()
    await page.getByText('готовы 2 строки').waitFor()
    await page.getByText('не кратно упаковке 100 шт').waitFor()
    await page.getByText('не нашли в каталоге').waitFor()
    expect(await lines()).toEqual([])

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Скачать ошибки в Excel' }).click()
    const file = await (await download).path()
    expect((await readSheet(file)).slice(1)).toEqual([
      [3, 'БЛ-933-1240 150', 'не кратно упаковке 100 шт'],
      [4, 'НЕТ-ТАКОГО · 5', 'не нашли в каталоге'],
    ])

    await page.getByRole('checkbox', { name: /вместо 150 шт будет 200 шт/ }).check()
    await page.getByRole('button', { name: /^В корзину/ }).click()
    await page.waitForURL(/\/cart$/)
    await page.getByText('В корзину добавили 3 позиции').waitFor()
    expect(await lines()).toEqual([
      { article: 'БЛ-933-1240', qty: 200_000 },
      { article: 'БЛ-933-1255', qty: 300_000 },
      { article: 'БЛ-933-1260', qty: 1_200_000 },
    ])
  })

  it('a CSV in windows-1251 is read; a file that is none is refused with words beside its field', async () => {
    await page.goto(`${portal.url}/quick-order`)
    const input = page.locator('input[type=file]')
    await input.setInputFiles({
      name: 'a.xlsx',
      mimeType: 'application/zip',
      buffer: Buffer.from('PK\u0003\u0004 nothing'),
    })
    await check()
    await page.getByText(/^Файл не читается/).waitFor()
    await input.setInputFiles({
      name: 'заказ.csv',
      mimeType: 'text/csv',
      buffer: iconv.encode('Кол-во;Артикул\n400;БЛ-933-1260', 'windows-1251'),
    })
    await check()
    await page.getByText('готова 1 строка').waitFor()
  })

  it('⌘K leads there, on a phone and in English as well', async () => {
    await page.goto(`${portal.url}/orders`)
    await page.getByRole('button', { name: /Поиск по всему кабинету/ }).click()
    await page.getByRole('dialog').locator('input').fill('Excel')
    await page.getByRole('dialog').getByText('Заказ из Excel').first().click()
    await page.waitForURL(/\/quick-order$/)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${portal.url}/en/quick-order`)
    await page.getByLabel('Lines: article and quantity').fill('БЛ-933-1260 100')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText('1 line is ready').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  it('one who may not order has no such page, and is given no table of errors', async () => {
    const employee = await signedIn({ browser, url: portal.url }, 'employee')
    const said = await employee.request.get(`${portal.url}/quick-order`, { headers: { origin: portal.url } })
    const sent = await employee.request.post(`${portal.url}/ru/quick-order/errors`, {
      headers: { origin: portal.url },
      multipart: { lines: '[{"line":1,"text":"a","why":"b"}]' },
    })
    expect([said.status(), sent.status()]).toEqual([403, 403])
    await employee.close()
  })

  it('a quantity stands beside the button: what is typed goes into the cart, in whole packs', async () => {
    await page.goto(`${portal.url}/catalogue?q=${encodeURIComponent('БЛ-933-1260')}`)
    const row = page.locator('#shelf li').filter({ hasText: 'БЛ-933-1260' }).first()
    const field = row.getByRole('textbox')
    expect(await field.inputValue()).toBe('100')
    await row.getByText('1 упаковка × 100').waitFor()
    await field.fill('250')
    await row.getByRole('button', { name: /^В корзину/ }).click()
    await row.getByText('3 упаковки × 100').waitFor()
    await row.getByText('Кратно упаковке 100 шт: поставили 300').waitFor()
    await expect.poll(lines).toEqual([{ article: 'БЛ-933-1260', qty: 300_000 }])
  })

  it('from 1280 px on the cart’s dock is one line', async () => {
    await page.goto(`${portal.url}/catalogue?q=${encodeURIComponent('БЛ-933')}`)
    await page
      .getByRole('button', { name: /^В корзину/ })
      .first()
      .click()
    const dock = page.getByRole('region', { name: 'Корзина' })
    await dock.waitFor()
    expect((await dock.boundingBox())?.height).toBeLessThan(72)
  })
})
