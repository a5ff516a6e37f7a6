import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '@/tests/support/browser'
import { startPortal, type Portal } from '@/tests/support/portal'
import { signedIn } from '@/tests/support/signedIn'
import { queryOnce } from '../../scripts/lib/database.mjs'

const WAIT = { timeout: 30_000, interval: 200 }
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 3\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n9\n%%EOF\n',
)
const rich = (text: string) => ({
  root: {
    type: 'root',
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
    children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text }] }],
  },
})

let portal: Portal
let browser: Browser
const complaints: string[] = []
const ask = (text: string, values: unknown[] = []): Promise<Array<Record<string, unknown>>> =>
  queryOnce(portal.databaseUrl, text, values)
const heard = (page: Page): Page => {
  page.on('pageerror', (error) => complaints.push(error.message))
  return page
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe('[CONTR-07] sets of fields in a browser', () => {
  beforeAll(async () => {
    portal = await startPortal()
    browser = await launchBrowser()
    const admin = await signedIn({ browser, url: portal.url }, 'admin')
    const made = await admin.request.post(`${portal.url}/api/forms`, {
      headers: { origin: portal.url },
      data: {
        title: 'Заявка на отсрочку',
        slug: 'deferral',
        active: true,
        open: false,
        submitButtonLabel: 'Отправить заявку',
        confirmationType: 'message',
        confirmationMessage: rich('Заявка у нас.'),
        fields: [
          { blockType: 'page', label: 'Кто просит' },
          { blockType: 'inn', label: 'ИНН', required: true },
          { blockType: 'checkbox', label: 'Есть поручитель' },
          {
            blockType: 'text',
            label: 'Имя поручителя',
            required: true,
            whenField: 'Есть поручитель',
            whenIs: 'equals',
            whenValue: 'да',
          },
          { blockType: 'page', label: 'Что просят' },
          {
            blockType: 'rows',
            label: 'Закупки',
            required: true,
            columns: [
              { label: 'Товар', kind: 'text', required: true },
              { label: 'Сумма', kind: 'money', required: true, summed: true },
            ],
          },
          { blockType: 'files', label: 'Документы', papers: [{ label: 'Скан паспорта', required: true }] },
        ],
      },
    })
    expect(made.status()).toBe(201)
    await admin.close()
  })
  afterAll(async () => {
    await browser?.close()
    await portal?.stop()
  })

  it('a client fills a form in with mistakes, corrects them, goes back and on, and sends it; the manager reads it as a table', async () => {
    const context = await signedIn({ browser, url: portal.url }, 'client', { locale: 'ru-RU' })
    const page = heard(await context.newPage())
    await page.goto(`${portal.url}/forms/deferral`)
    await page.getByText('Страница 1 из 2').waitFor()
    expect(await page.locator('main').getByLabel('Имя поручителя').isVisible()).toBe(false)
    await page.locator('main').getByLabel('ИНН').fill('7707083894')
    await page.locator('main').getByLabel('Есть поручитель').check()
    await page.locator('main').getByLabel('Имя поручителя').waitFor({ state: 'visible' })
    await press(page, 'Дальше')
    await page.getByText('В ИНН ошибка').waitFor()
    await page.getByText('Заполните это поле').waitFor()
    await page.locator('main').getByLabel('ИНН').fill('7707083893')
    await page.locator('main').getByLabel('Имя поручителя').fill('Анна Смирнова')
    await press(page, 'Дальше')

    await page.getByText('Страница 2 из 2').waitFor()
    await page.locator('main').getByLabel('Товар').first().fill('Канат')
    await page.locator('main').getByLabel('Сумма').first().fill('1000,50')
    await press(page, 'Добавить строку')
    await page.locator('main').getByLabel('Товар').nth(1).fill('Трос')
    await page.locator('main').getByLabel('Сумма').nth(1).fill('2')
    await expect.poll(async () => (await page.locator('output').textContent())?.replace(/\s/g, ' ')).toBe('1 002,50 ₽')
    await press(page, 'Отправить заявку')
    await page.getByText('Приложите файл').waitFor()
    await press(page, 'Назад')
    await page.getByText('Страница 1 из 2').waitFor()
    expect(await page.locator('main').getByLabel('Имя поручителя').inputValue()).toBe('Анна Смирнова')
    await press(page, 'Дальше')
    await page.getByText('Страница 2 из 2').waitFor()
    expect(await page.locator('main').getByLabel('Товар').nth(1).inputValue()).toBe('Трос')
    await page.locator('input[type=file]').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: PDF })
    await press(page, 'Отправить заявку')
    await page.getByText('Заявка у нас.').waitFor()
    await context.close()

    const staff = await signedIn({ browser, url: portal.url }, 'manager', { locale: 'ru-RU' })
    const panel = heard(await staff.newPage())
    await panel.goto(`${portal.url}/admin/workplace/answers`)
    await panel.getByRole('link', { name: 'Заявка на отсрочку' }).click()
    const table = panel.locator('table.kb-answers')
    await table.getByText('Анна Смирнова').waitFor()
    expect((await table.locator('table').textContent())?.replace(/\s/g, ' ')).toContain('1 002,50 ₽')
    await table.getByRole('link', { name: 'Скан паспорта' }).waitFor()
    await staff.close()
    expect(complaints).toEqual([])
  })

  it('a draft is opened in another browser', async () => {
    const one = await signedIn({ browser, url: portal.url }, 'buyer', { locale: 'ru-RU' })
    const page = heard(await one.newPage())
    await page.goto(`${portal.url}/forms/deferral`)
    await page.locator('main').getByLabel('ИНН').fill('500100732259')
    await expect
      .poll(() => ask(`select typed->>'inn' as inn from form_drafts`), WAIT)
      .toContainEqual({
        inn: '500100732259',
      })
    await one.close()
    const other = await signedIn({ browser, url: portal.url }, 'buyer', { locale: 'ru-RU' })
    const again = heard(await other.newPage())
    await again.goto(`${portal.url}/forms/deferral`)
    expect(await again.locator('main').getByLabel('ИНН').inputValue()).toBe('500100732259')
    await other.close()
  })

  it('without a script a form is filled in page by page too, and nothing is lost', async () => {
    const context = await signedIn({ browser, url: portal.url }, 'partner', {
      locale: 'ru-RU',
      javaScriptEnabled: false,
    })
    const page = await context.newPage()
    await page.goto(`${portal.url}/forms/deferral`)
    await page.locator('main').getByLabel('ИНН').fill('1')
    await press(page, 'Дальше')
    await page.getByText('В ИНН ошибка').waitFor()
    expect(await page.locator('main').getByLabel('ИНН').inputValue()).toBe('1')
    await page.locator('main').getByLabel('ИНН').fill('7707083893')
    await page.locator('main').getByLabel('Есть поручитель').check()
    await page.locator('main').getByLabel('Имя поручителя').fill('Олег')
    await press(page, 'Дальше')
    await page.getByText('Страница 2 из 2').waitFor()
    await page.locator('main').getByLabel('Товар').first().fill('Канат')
    await press(page, 'Назад')
    await page.getByText('Страница 1 из 2').waitFor()
    expect(await page.locator('main').getByLabel('Имя поручителя').inputValue()).toBe('Олег')
    await press(page, 'Дальше')
    expect(await page.locator('main').getByLabel('Товар').first().inputValue()).toBe('Канат')
    await context.close()
  })
})
