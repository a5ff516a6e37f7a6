import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readSheet } from 'read-excel-file/node'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import yauzl from 'yauzl'
import { complaintsOf, launchBrowser } from '@/tests/support/browser'
import { startPortal, type Portal } from '@/tests/support/portal'
import { signedIn } from '@/tests/support/signedIn'

let portal: Portal
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

const YEAR = '/statement?from=2020-01-01&to=2100-01-01'
const statuses = async (role: string, addresses: readonly string[]): Promise<number[]> => {
  const other = await signedIn({ browser, url: portal.url }, role)
  const answers: number[] = []
  for (const address of addresses) answers.push((await other.request.get(`${portal.url}${address}`)).status())
  await other.close()
  return answers
}

describe('what an accountant needs', () => {
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
    page = await context.newPage()
    complaints = complaintsOf(page)
  })
  afterEach(async () => {
    expect(complaints).toEqual([])
    await context.close()
  })

  it('[GOAL-03] [CONTR-05] lines of the statement lead to their documents, and Excel holds the same with a balance that runs', async () => {
    await page.goto(`${portal.url}${YEAR}`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Скачать Excel' }).click(),
    ])
    const [, ...rows] = await readSheet(await download.path())
    expect(rows.length).toBeGreaterThan(5)
    const sums = rows.map(([, , debit, credit, balance]) => [Number(debit ?? 0), Number(credit ?? 0), Number(balance)])
    const cents = (sum: number | undefined): number => Math.round((sum ?? 0) * 100)
    for (const [place, [debit, credit, balance]] of sums.slice(1, -1).entries())
      expect(cents(balance)).toBe(cents(sums[place]?.[2]) - cents(debit) + cents(credit))
    const turnover = (column: 0 | 1): number => sums.slice(1, -1).reduce((sum, row) => sum + cents(row[column]), 0)
    expect([turnover(0), turnover(1)]).toEqual([cents(sums.at(-1)?.[0]), cents(sums.at(-1)?.[1])])

    await page
      .locator('#statement')
      .getByRole('link', { name: /УПД|Отгрузка/ })
      .first()
      .click()
    await page.waitForURL(/\/documents\/./)
    await page.getByRole('heading', { level: 1, name: /^УПД/ }).waitFor()
  })

  it('[CONTR-12] an act of reconciliation is asked for from the statement, and its state is seen there', async () => {
    await page.goto(`${portal.url}/statement?from=2026-01-01&to=2026-03-31`)
    await page.getByRole('button', { name: 'Заказать акт сверки' }).click()
    await page.getByText('Запрошен, ждёт бухгалтерию').waitFor()
    expect(await page.getByRole('button', { name: 'Заказать акт сверки' }).count()).toBe(0)
  })

  it('[GOAL-06] [CONTR-12] a file that is not there is asked for in its row; what closes a month is one archive', async () => {
    await page.goto(`${portal.url}/documents?kind=upd&sort=date`)
    const ask = page.getByRole('button', { name: /^Запросить файл: УПД/ }).first()
    const name = (await ask.getAttribute('aria-label'))?.replace('Запросить файл: ', '') ?? ''
    await ask.click()
    await page.getByRole('row').filter({ hasText: name }).getByText('копия запрошена').waitFor()

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('link', { name: /^Закрывающие за/ })
        .first()
        .click(),
    ])
    const zip = await yauzl.openPromise(await download.path(), { lazyEntries: true })
    const names: string[] = []
    for await (const entry of zip.eachEntry()) names.push(entry.fileName)
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((one) => !/УПД.*\.pdf$/.test(one))).toEqual([])
  })

  it('one who may not see settlements or documents is given neither table nor archive', async () => {
    expect(await statuses('buyer', ['/statement/xlsx'])).toEqual([403])
    expect(await statuses('employee', ['/statement/xlsx', '/documents/archive?closing=2026-10'])).toEqual([403, 403])
    expect(
      await statuses('client', ['/documents/archive?closing=1999-01', '/documents/archive?closing=2026-13']),
    ).toEqual([404, 404])
  })

  it('[CONTR-04] [CONTR-13] a contract tells its subject in the list and on its page, and what of its schedule is paid and ahead', async () => {
    await page.goto(`${portal.url}/contracts`)
    const row = page.getByRole('row').filter({ hasText: 'Поставка крепежа и инструмента' })
    await row.getByRole('link').first().click()
    await page.waitForURL(/\/contracts\/./)
    await page.getByText('Предмет').waitFor()
    const sums = page.locator('main').getByText(/^Впереди.134.190,00/)
    await sums.first().waitFor()
    expect(
      await page
        .locator('main')
        .getByText(/^Оплачено.420.000,00/)
        .count(),
    ).toBeGreaterThan(0)
  })
})
