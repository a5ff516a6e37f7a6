import type { Browser, Page } from 'playwright-core'
import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaintsOf, launchBrowser } from '@/tests/support/browser'
import { startPortal, type Portal } from '@/tests/support/portal'
import { signedIn } from '@/tests/support/signedIn'
import { queryOnce } from '../../scripts/lib/database.mjs'

let portal: Portal
let browser: Browser

const numbersOn = (page: Page): Promise<string[]> => page.locator('#orders tbody a.row-link b').allTextContents()

beforeAll(async () => {
  portal = await startPortal({ worker: false })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

describe('[NAV-02] the list of orders', () => {
  it('rows are chosen by keyboard, repeated together, and each that cannot be is told of where one pressed', async () => {
    const context = await signedIn({ browser, url: portal.url }, 'client')
    const page = await context.newPage()
    const wrong = complaintsOf(page)
    await page.goto(`${portal.url}/orders`)
    const [first, second] = await numbersOn(page)
    // What the first order was of is sold no more.
    await queryOnce(
      portal.databaseUrl,
      'update order_lines set sku_id = null where order_id = (select id from orders where number = $1)',
      [first],
    )
    const dock = page.locator('.list-dock')
    expect(await dock.isVisible()).toBe(false)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await dock.getByText('Выбрано 2').waitFor()
    await dock.getByRole('button', { name: 'Повторить' }).click()
    const said = dock.locator('.dock-said')
    await said.getByText('В корзину добавлен 1 заказ').waitFor()
    expect(await said.locator('li').allTextContents()).toEqual([expect.stringContaining(`заказ ${first}`)])
    expect(await said.textContent()).not.toContain(`заказ ${second}`)
    // The one that was refused stays chosen, the other does not.
    expect(await page.locator('#orders td.tick input:checked').count()).toBe(1)
    await said.getByRole('link', { name: 'Открыть корзину' }).click()
    await page.waitForURL('**/cart')
    expect(wrong).toEqual([])
    await context.close()
  })

  it('all of a filter are chosen by one press, and more than may be taken are refused', async () => {
    const context = await signedIn({ browser, url: portal.url }, 'client')
    const page = await context.newPage()
    await page.goto(`${portal.url}/orders`)
    await page.locator('#orders th.tick input').check()
    const dock = page.locator('.list-dock')
    await dock.getByRole('button', { name: /^Выбрать все \d+ по отбору$/ }).click()
    await dock.getByText(/Выбрано \d+/).waitFor()
    expect(Number((await dock.locator('.dock-count .num').first().textContent())?.trim())).toBeGreaterThan(25)
    await context.close()
  })

  it('works without script: ticks, buttons and their answer are a plain form', async () => {
    const context = await signedIn({ browser, url: portal.url }, 'client', { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${portal.url}/orders`)
    const dock = page.locator('.list-dock')
    await page.locator('#orders td.tick input').nth(1).check()
    await dock.getByRole('button', { name: 'Повторить' }).click()
    await page.locator('.dock-said').waitFor()
    await context.close()
  })

  it('is taken as XLSX with the filter, the order and the columns that are seen', async () => {
    const context = await signedIn({ browser, url: portal.url }, 'client')
    const page = await context.newPage()
    await page.goto(`${portal.url}/orders?view=archive&sort=total&per=100`)
    const href = await page.getByRole('link', { name: 'Выгрузить в Excel' }).getAttribute('href')
    const answer = await context.request.get(`${portal.url}${href}`)
    expect(answer.headers()['content-type']).toContain('spreadsheetml')
    const sheets = await readXlsx(await answer.body())
    const [head, ...rows] = sheets[0]?.data ?? []
    expect(rows.map((row) => String(row[0]))).toEqual(await numbersOn(page))
    expect(head).toContain('Оплачено')
    await page.locator('button[popovertarget="orders-look"]').click()
    await page.getByRole('checkbox', { name: 'Оплачено' }).uncheck()
    await page.locator('#orders th', { hasText: 'Оплачено' }).waitFor({ state: 'detached' })
    const again = await readXlsx(await (await context.request.get(`${portal.url}${href}`)).body())
    expect(again[0]?.data[0]).not.toContain('Оплачено')
    await context.close()
  })

  it('folds on a phone without scrolling sideways, and the dock fits', async () => {
    const context = await signedIn({ browser, url: portal.url }, 'client', { viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${portal.url}/orders`)
    await page.locator('#orders td.tick input').first().check()
    await page.locator('.list-dock').getByText('Выбрано 1').waitFor()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    expect(wide).toBe(false)
    expect(await page.getByRole('row').count()).toBeGreaterThan(5)
    await context.close()
  })

  it('lesser buttons of a page stand in its line on a desk, and behind one button on a phone', async () => {
    const context = await signedIn({ browser, url: portal.url }, 'client', { viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${portal.url}/documents`)
    const excel = page.getByRole('link', { name: 'Выгрузить в Excel' })
    const more = page.getByRole('button', { name: 'Ещё действия' })
    expect(await excel.isVisible()).toBe(false)
    await more.click()
    await excel.waitFor()
    expect(await page.getByRole('link', { name: /^Закрывающие за/ }).count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await excel.waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 1280, height: 800 })
    await excel.waitFor()
    expect(await more.isVisible()).toBe(false)
    await context.close()
  })
})

const savedTabs = (page: Page): Promise<string[]> =>
  page.locator('.views a[href*="saved="]').evaluateAll((tabs) => tabs.map((tab) => (tab.textContent ?? '').trim()))

describe('[NAV-02] views of a list that people save', () => {
  it('a director saves what is seen for the company, a colleague opens it, and neither touches the other’s', async () => {
    const director = await signedIn({ browser, url: portal.url }, 'client')
    const page = await director.newPage()
    const wrong = complaintsOf(page)
    await page.goto(`${portal.url}/orders?view=archive&sort=-total`)
    const shown = await numbersOn(page)
    await page.getByRole('button', { name: 'Сохранить вид' }).click()
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
    await page.getByText('Назовите вид').waitFor()
    await page.getByLabel('Название вида').fill('Крупные прошлые')
    await page.getByLabel('Показывать всей компании').check()
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
    await page.waitForURL(/saved=/)
    const tab = page.locator('.views a[aria-current]')
    expect(await tab.textContent()).toContain('Крупные прошлые')
    expect(await numbersOn(page)).toEqual(shown)

    // Columns and height of rows are tried out in the address, and kept by the view.
    await page.locator('button[popovertarget="orders-look"]').click()
    await page.getByRole('button', { name: 'Плотно' }).click()
    await page.getByRole('checkbox', { name: 'Оплачено' }).uncheck()
    await page.locator('#orders th', { hasText: 'Оплачено' }).waitFor({ state: 'detached' })
    await tab.getByText('изменён').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Сохранить изменения/ }).click()
    await tab.getByText('изменён').waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.has('look')).toBe(false)
    expect(await page.locator('#orders table').getAttribute('data-density')).toBe('snug')
    await page.goto(`${portal.url}/orders`)
    expect(await page.locator('#orders table').getAttribute('data-density')).toBe('roomy')
    await page.locator('#orders th', { hasText: 'Оплачено' }).waitFor()

    const colleague = await signedIn({ browser, url: portal.url }, 'buyer')
    const theirs = await colleague.newPage()
    await theirs.goto(`${portal.url}/orders`)
    await theirs.getByRole('link', { name: /Крупные прошлые/ }).click()
    await theirs.waitForURL(/saved=/)
    await theirs.locator('#orders table[data-density="snug"]').waitFor()
    expect(await numbersOn(theirs)).toEqual(shown)
    expect(await theirs.locator('#orders th', { hasText: 'Оплачено' }).count()).toBe(0)
    expect(await theirs.getByRole('button', { name: /^Изменить вид/ }).count()).toBe(0)

    // The file is what is seen, in a saved view as well.
    const href = await theirs.getByRole('link', { name: 'Выгрузить в Excel' }).getAttribute('href')
    const file = await readXlsx(await (await colleague.request.get(`${portal.url}${href}`)).body())
    expect(file[0]?.data[0]).not.toContain('Оплачено')

    await page.getByRole('link', { name: /Крупные прошлые/ }).click()
    await page.getByRole('button', { name: 'Изменить вид «Крупные прошлые»' }).click()
    const form = page.locator('#orders-change')
    await form.getByLabel('Название вида').fill('Архив по сумме')
    await form.getByLabel('Показывать всей компании').uncheck()
    await form.getByRole('button', { name: 'Сохранить', exact: true }).click()
    await tab.getByText('Архив по сумме').waitFor()
    await theirs.reload()
    expect(await savedTabs(theirs)).not.toContain(expect.stringContaining('Крупные прошлые'))
    expect(await savedTabs(page)).toContain('Архив по сумме')

    await page.getByRole('button', { name: 'Изменить вид «Архив по сумме»' }).click()
    await page.getByRole('button', { name: 'Удалить вид' }).click()
    await page.waitForURL(`${portal.url}/orders`)
    expect(await savedTabs(page)).not.toContain('Архив по сумме')
    expect(wrong).toEqual([])
    await director.close()
    await colleague.close()
  })

  it('works without script: a plain form saves the view and comes back to it', async () => {
    const context = await signedIn({ browser, url: portal.url }, 'client', { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${portal.url}/contracts?view=active`)
    await page.getByRole('button', { name: 'Сохранить вид' }).click()
    await page.getByLabel('Название вида').fill('Действующие')
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
    await page.waitForURL(/saved=/)
    expect(await page.locator('.views a[aria-current]').textContent()).toContain('Действующие')
    await context.close()
  })

  it('the list answers while one types, in place of the address, and the field keeps the caret', async () => {
    const context = await signedIn({ browser, url: portal.url }, 'client')
    const page = await context.newPage()
    await page.goto(`${portal.url}/orders`)
    const [first = ''] = await numbersOn(page)
    const before = await page.evaluate(() => history.length)
    const field = page.getByRole('searchbox', { name: 'Найти в списке' })
    await field.pressSequentially(first, { delay: 60 })
    await page.waitForURL((url) => url.searchParams.get('q') === first)
    await expect.poll(() => numbersOn(page)).toEqual([first])
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await field.inputValue()).toBe(first)
    expect(await page.evaluate(() => history.length)).toBe(before)
    // The sums below are of what is found, with their currency.
    expect(
      await page
        .locator('#orders')
        .getByText(/Итого по отбору.*₽/)
        .count(),
    ).toBe(1)
    await context.close()
  })
})
