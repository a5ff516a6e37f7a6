import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '@/tests/support/browser'
import { jumps, slowDown } from '@/tests/support/pages'
import { startPortal, type Portal } from '@/tests/support/portal'
import { signedIn } from '@/tests/support/signedIn'
import { slowNetwork } from '@/tests/support/slowNetwork'
import { queryOnce } from '../../scripts/lib/database.mjs'

const WAIT = { timeout: 30_000, interval: 200 }
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 3\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n9\n%%EOF\n',
)

let portal: Portal
let browser: Browser
const complaints: string[] = []

/** A page of somebody who has signed in; what its browser complains about is collected. */
async function pageOf(role: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await signedIn({ browser, url: portal.url }, role, {
    locale: 'ru-RU',
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(`${role}: ${error.message}`))
  return { page, context }
}
const ask = (text: string, values: unknown[] = []): Promise<Array<Record<string, unknown>>> =>
  queryOnce(portal.databaseUrl, text, values)

describe('the panel in a browser', () => {
  beforeAll(async () => {
    portal = await startPortal()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await portal?.stop()
  })

  it('[MGR-02] a manager goes from the dashboard to a new order, gives it to a branch, answers with a file and confirms it', async () => {
    const { page, context } = await pageOf('manager')
    await page.goto(`${portal.url}/admin`)
    await page
      .getByRole('navigation', { name: 'Сегодня' })
      .getByRole('link', { name: /Новые заказы/ })
      .click()
    await page.waitForURL(/workplace\/orders\?view=new/)
    const heading = await page.locator('.kb-detail h2').first().textContent()
    const number = heading?.replace(/^Заказ /, '') ?? ''
    await page.getByLabel('Филиал').selectOption({ label: 'Подольск' })
    await expect
      .poll(
        () => ask('select b.name from orders o join branches b on b.id = o.branch_id where o.number = $1', [number]),
        WAIT,
      )
      .toEqual([{ name: 'Подольск' }])
    await page.locator('.kb-talk').getByText('Выбран филиал: Подольск').waitFor()
    await page.getByLabel('Сообщение клиенту').fill('Соберём завтра')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'схема.pdf', mimeType: 'application/pdf', buffer: PDF })
    await page.getByRole('button', { name: 'Отправить', exact: true }).click()
    const said = page.locator('.kb-say', { hasText: 'Соберём завтра' })
    await said.getByRole('link', { name: 'схема.pdf' }).waitFor()
    await page.getByLabel('только для сотрудников').check()
    await page.getByLabel('Заметка для коллег, клиент её не увидит').fill('Проверить скидку')
    await page.getByRole('button', { name: 'Отправить', exact: true }).click()
    await page.locator('.kb-say[data-side=inside]', { hasText: 'Проверить скидку' }).waitFor()
    await page.getByRole('button', { name: 'Подтвердить' }).click()
    await expect
      .poll(() => ask('select status::text from orders where number = $1', [number]), WAIT)
      .toEqual([{ status: 'confirmed' }])
    await context.close()
  })

  it('[MGR-02] rows of the workplace are chosen by keys and moved together; the one that cannot go is told of and stays chosen', async () => {
    const { page, context } = await pageOf('manager')
    await page.goto(`${portal.url}/admin/workplace/orders?view=new`, { waitUntil: 'networkidle' })
    const list = page.locator('#work-orders[data-heard]')
    await list.waitFor()
    const numbers = await list.locator('.kb-item b').allTextContents()
    const [first = '', second = ''] = numbers
    expect(numbers.length).toBeGreaterThan(1)
    const dock = list.locator('.list-dock')
    expect(await dock.isVisible()).toBe(false)
    await page.keyboard.press('?')
    const help = page.locator('#work-orders-keys')
    await help.getByText('следующая строка').waitFor()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'hidden' })
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await dock.getByText('Выбрано 2').waitFor()
    // Somebody else is quicker with the first one.
    await ask(`update orders set status = 'closed' where number = $1`, [first])
    await dock.getByRole('button', { name: 'Состояние' }).click()
    await dock.getByLabel('Что сделать').selectOption({ label: 'Подтвердить' })
    await dock.getByRole('button', { name: 'Применить' }).click()
    const said = dock.locator('.dock-said')
    await said.getByText('Состояние изменено у 1 заказа').waitFor()
    expect(await said.locator('li').allTextContents()).toEqual([expect.stringContaining(`заказ ${first}`)])
    expect(await ask('select number, status::text from orders where number = any($1)', [[first, second]])).toEqual(
      expect.arrayContaining([
        { number: first, status: 'closed' },
        { number: second, status: 'confirmed' },
      ]),
    )
    await context.close()
  })

  it('[MGR-02] keys lead into the search and out of it, Escape clears the choice, and nothing of them is heard while one types', async () => {
    const { page, context } = await pageOf('manager')
    await page.goto(`${portal.url}/admin/workplace/orders?view=all`, { waitUntil: 'networkidle' })
    const list = page.locator('#work-orders[data-heard]')
    await list.waitFor()
    const chosen = () => list.locator('.tick input:checked').count()
    await page.keyboard.press('k')
    await page.keyboard.press('x')
    expect(await chosen()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await chosen()).toBe(0)
    await page.keyboard.press('/')
    const search = list.getByRole('searchbox')
    expect(await search.evaluate((field) => field === document.activeElement)).toBe(true)
    const number = (await list.locator('.kb-item b').nth(3).textContent()) ?? ''
    await page.keyboard.type(`x${number}`)
    expect(await chosen()).toBe(0)
    await search.fill(number)
    await expect.poll(() => list.locator('.kb-item b').allTextContents(), WAIT).toEqual([number])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.waitForURL(/order=/)
    expect(await page.locator('.kb-detail h2').first().textContent()).toContain(number)
    await context.close()
  })

  it('[MGR-02] the list stays where it was while another order is opened, and each pane scrolls on its own', async () => {
    const { page, context } = await pageOf('admin')
    await page.goto(`${portal.url}/admin/workplace/orders?view=all`, { waitUntil: 'networkidle' })
    const rows = page.locator('.kb-list')
    const far = page.locator('.kb-item').nth(25)
    await far.scrollIntoViewIfNeeded()
    const before = await rows.evaluate((box) => box.scrollTop)
    expect(before).toBeGreaterThan(100)
    const number = (await far.locator('b').textContent()) ?? ''
    await far.click()
    await page.locator('.kb-detail h2', { hasText: number }).waitFor()
    expect(await rows.evaluate((box) => box.scrollTop)).toBe(before)
    await page.locator('.kb-detail').evaluate((box) => box.scrollTo(0, 400))
    expect(await rows.evaluate((box) => box.scrollTop)).toBe(before)
    await context.close()
  })

  it('[MGR-10] an administrator gives two clients to a manager by their rows, all of a page at once or some', async () => {
    const { page, context } = await pageOf('admin')
    await page.goto(`${portal.url}/admin/workplace/clients`, { waitUntil: 'networkidle' })
    const list = page.locator('#work-clients')
    const dock = list.locator('.list-dock')
    await list.getByLabel('Выбрать все на странице').check()
    const rows = await list.locator('tbody tr').count()
    await dock.getByText(`Выбрано ${rows}`).waitFor()
    await dock.getByRole('button', { name: 'Снять выбор' }).click()
    await list.locator('.tick input').nth(1).check()
    await list.locator('.tick input').nth(2).check()
    await dock.getByRole('button', { name: 'Менеджер' }).click()
    const whom = dock.getByLabel('Кому передать клиентов')
    const manager = await whom.locator('option').last().getAttribute('value')
    await whom.selectOption(manager ?? '')
    await dock.getByRole('button', { name: 'Применить' }).click()
    await dock.locator('.dock-said').getByText('Переданы 2 клиента').waitFor()
    await context.close()
  })

  it('[ROLE-04] the navigation keeps raw tables closed until they are wanted, and opens where one is', async () => {
    const { page, context } = await pageOf('admin')
    await page.goto(`${portal.url}/admin`)
    const nav = page.locator('.kb-nav')
    const lines = nav.getByRole('link', { name: 'Строки заказов' })
    await nav.getByText('Данные', { exact: true }).waitFor()
    expect(await lines.isVisible()).toBe(false)
    expect(await nav.locator('a:visible').count()).toBeLessThanOrEqual(18)
    await nav.getByText('Данные', { exact: true }).click()
    await lines.click()
    await page.waitForURL(/collections\/order-lines/)
    await nav.locator('a[aria-current=page]', { hasText: 'Строки заказов' }).waitFor()
    await context.close()
  })

  it('[MGR-02] [HELP-07] a number of «Сегодня» leads to a list of just as many rows, and a row to its record', async () => {
    const { page, context } = await pageOf('accountant')
    await page.goto(`${portal.url}/admin`)
    const tile = page.getByRole('navigation', { name: 'Сегодня' }).getByRole('link', { name: /Документы без файла/ })
    const count = Number(await tile.locator('b').textContent())
    await tile.click()
    await page.waitForURL(/figure\?of=noFile/)
    await page.getByRole('heading', { level: 1, name: 'Документы без файла' }).waitFor()
    expect(await page.locator('.kb-table tbody tr').count()).toBe(Math.min(count, 50))
    await context.close()
  })

  it('[MGR-03] a contract opens as its pane, its fields lie behind a tab; ⌘K finds it', async () => {
    const { page, context } = await pageOf('manager')
    await page.goto(`${portal.url}/admin/collections/contracts`)
    const link = page.locator('.collection-list .table tbody a').first()
    const number = (await link.textContent())?.trim() ?? ''
    await link.click()
    await page.locator('.kb-pane .kb-rail').waitFor()
    await page.getByLabel('Сообщение клиенту').waitFor()
    await page.getByRole('link', { name: 'Все поля' }).click()
    await page.waitForURL(/\/fields$/)
    await page.locator('#field-number').waitFor()
    await page.keyboard.press('Control+KeyK')
    const palette = page.getByRole('dialog', { name: 'Найти' })
    await palette.getByRole('searchbox').fill(number)
    await palette.getByRole('link', { name: number }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.kb-pane .kb-rail').waitFor()
    await context.close()
  })

  it('an editor takes a product over from 1C, gives it back, and sees it as a client does', async () => {
    const { page, context } = await pageOf('editor')
    const [{ id, name, slug } = {}] = await ask(
      `select id::text, name, slug from products where active and external_id is not null order by name limit 1`,
    )
    await page.goto(`${portal.url}/admin/collections/products/${String(id)}`)
    await page.getByRole('button', { name: 'Изменить: Наименование' }).click()
    const box = page.getByRole('textbox', { name: 'Наименование' })
    await box.fill(' ')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Заполните это поле').waitFor()
    await box.fill('Наш анкер')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.locator('.kb-origin[data-of=own]').waitFor()
    await page.getByRole('button', { name: 'Вернуть из 1С' }).click()
    await expect.poll(() => ask('select name from products where id = $1', [id]), WAIT).toEqual([{ name }])
    await page.locator('.kb-origin[data-of=own]').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Посмотреть в кабинете' }).click()
    await page.waitForURL(new RegExp(`/products/${String(slug)}/preview`))
    await page.getByRole('heading', { level: 1, name: String(name) }).waitFor()
    await page.getByRole('link', { name: 'Вернуться в панель' }).click()
    await page.locator('.kb-pane').waitFor()
    await context.close()
  })

  it('[SHOP-01] the tree of sections folds, is walked and moved by keys, and refuses a section within itself', async () => {
    const { page, context } = await pageOf('editor')
    await page.goto(`${portal.url}/admin/workplace/sections`)
    const names = page.locator('[data-section]')
    const first = (await names.nth(1).textContent()) ?? ''
    await names.nth(0).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => names.nth(2).textContent(), WAIT).toBe(first)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), WAIT).toBe(first)
    const all = await names.count()
    await names.nth(0).focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => names.count(), WAIT).toBeLessThan(all)
    await names.nth(0).click()
    const inside = await ask(
      `select g.id::text from groups g join groups p on p.id = g.parent_id where p.name = $1 limit 1`,
      [await names.nth(0).textContent()],
    )
    await page.getByLabel('Где лежит').selectOption(String(inside[0]?.id))
    await page.getByRole('button', { name: 'Переместить' }).click()
    await page.getByText('Раздел нельзя вложить в самого себя').waitFor()
    await context.close()
  })

  it('a form has its preview, which keeps nothing, and its answers a table that is downloaded', async () => {
    const { page, context } = await pageOf('editor')
    const [{ id, slug } = {}] = await ask(`select id::text, slug from forms where slug = 'feedback'`)
    const kept = () => ask('select count(*)::int as n from form_submissions')
    const before = await kept()
    await page.goto(`${portal.url}/admin/collections/forms/${String(id)}`)
    await page.getByRole('button', { name: 'Скопировать ссылку' }).click()
    await page
      .getByText(/Скопировано|\/forms\/feedback$/)
      .first()
      .waitFor()
    await page.goto(`${portal.url}/forms/${String(slug)}/preview`)
    await page.getByRole('button', { name: 'Отправить вопрос' }).click()
    await page.getByText('Заполните это поле').first().waitFor()
    await page.getByLabel('Как к вам обращаться').fill('Проба')
    await page.getByLabel('Почта для ответа').fill('proba@example.com')
    await page.getByLabel('О чём вопрос').selectOption({ index: 1 })
    await page.getByLabel('Вопрос', { exact: true }).fill('Проверяю форму')
    await page.getByLabel(/Согласен/).check()
    await page.getByRole('button', { name: 'Отправить вопрос' }).click()
    await page.getByText('Это предпросмотр').waitFor()
    expect(await kept()).toEqual(before)
    await page.goto(`${portal.url}/admin/workplace/answers`)
    await page.getByRole('link', { name: 'Вопрос компании' }).click()
    await page.getByRole('columnheader', { name: 'Как к вам обращаться' }).waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Скачать Excel' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^Вопрос компании .*\.xlsx$/)
    await context.close()
  })

  it('[MGR-02] a reply that was begun stays with its order while another one is looked at, and leaves when it is sent', async () => {
    const { page, context } = await pageOf('manager')
    await page.goto(`${portal.url}/admin/workplace/orders`)
    const [one, other] = [page.locator('.kb-item').nth(0), page.locator('.kb-item').nth(1)]
    const open = async (item: typeof one): Promise<void> => {
      const number = (await item.locator('b').textContent()) ?? ''
      await item.click()
      await page.locator('.kb-detail h2', { hasText: number }).first().waitFor()
    }
    const reply = page.getByLabel('Сообщение клиенту')
    await open(one)
    await reply.fill('Проверю и отвечу')
    await open(other)
    await expect.poll(() => reply.inputValue(), WAIT).toBe('')
    await reply.fill('Другому')
    await open(one)
    await expect.poll(() => reply.inputValue(), WAIT).toBe('Проверю и отвечу')
    await page.reload()
    await expect.poll(() => reply.inputValue(), WAIT).toBe('Проверю и отвечу')
    await page.getByRole('button', { name: 'Отправить', exact: true }).click()
    await page.locator('.kb-say', { hasText: 'Проверю и отвечу' }).waitFor()
    await expect.poll(() => reply.inputValue(), WAIT).toBe('')
    await open(other)
    await expect.poll(() => reply.inputValue(), WAIT).toBe('Другому')
    await context.close()
  })

  it('[MGR-01] a manager invites a person of a client, invites again, and closes the access of another', async () => {
    const { page, context } = await pageOf('manager')
    await page.goto(`${portal.url}/admin/workplace/clients?q=${encodeURIComponent('Стройград')}`)
    await page.getByRole('link', { name: 'ООО «Стройград»' }).click()
    const people = page.locator('#people')
    await people.getByRole('button', { name: 'Пригласить человека' }).click()
    await people.getByLabel('Имя', { exact: true }).fill('Нина Приглашённая')
    await people.getByLabel('Почта').fill('nina@example.com')
    await people.getByRole('button', { name: 'Отправить приглашение' }).click()
    await people.getByText('Приглашение отправлено на nina@example.com').waitFor()
    const row = people.locator('tr', { hasText: 'Нина Приглашённая' })
    await row.getByText('приглашение отправлено').waitFor()
    await row.getByRole('button', { name: 'Пригласить ещё раз' }).click()
    await row.getByText('Отправили новую ссылку').waitFor()
    const buyer = people.locator('tr', { hasText: 'Мария Зимина' })
    await buyer.getByRole('button', { name: 'Закрыть доступ' }).click()
    await buyer.getByRole('button', { name: 'Открыть доступ' }).waitFor()
    await buyer.getByRole('button', { name: 'Открыть доступ' }).click()
    await buyer.getByText('открыт', { exact: true }).waitFor()
    await context.close()
  })

  it('[ROLE-04] an administrator invites an employee and signs a manager out; a manager has no such buttons', async () => {
    const manager = await pageOf('manager')
    await manager.page.goto(`${portal.url}/admin/collections/staff`)
    await manager.page.locator('table').getByText('Анна Воронова').waitFor()
    expect(await manager.page.getByRole('button', { name: 'Пригласить сотрудника' }).count()).toBe(0)
    const { page, context } = await pageOf('admin')
    await page.goto(`${portal.url}/admin/collections/staff`)
    const form = page.locator('.kb-invite')
    const name = form.getByLabel('Имя и фамилия')
    // A press before the page is awake does nothing: one presses again.
    await expect
      .poll(async () => {
        if ((await name.count()) === 0) await page.getByRole('button', { name: 'Пригласить сотрудника' }).click()
        await name.waitFor({ timeout: 2_000 }).catch(() => {})
        return name.count()
      }, WAIT)
      .toBe(1)
    await name.fill('Вера Новая')
    await form.getByLabel('Почта', { exact: true }).fill('vera@example.com')
    await form.getByRole('button', { name: 'Отправить приглашение' }).click()
    await form.getByText('Приглашение отправлено на vera@example.com').waitFor()
    await page.locator('table').getByRole('link', { name: 'Вера Новая' }).waitFor()
    await page.locator('table').getByRole('link', { name: 'Анна Воронова' }).click()
    await page.getByRole('button', { name: 'Завершить входы' }).click()
    await expect
      .poll(
        async () =>
          (await manager.context.request.get(`${portal.url}/api/staff/me`, { headers: { origin: portal.url } })).json(),
        WAIT,
      )
      .toMatchObject({ user: null })
    for (const open of [context, manager.context]) await open.close()
  })

  it('[EXCH-02] an administrator adds an exchange node, whose token is shown once, and replays a file of the journal', async () => {
    const { page, context } = await pageOf('admin')
    await page.goto(`${portal.url}/admin/collections/exchange-nodes/create`)
    await page.getByLabel('Название').fill('1С:Розница')
    await page.getByLabel('Логин').fill('retail')
    await page.locator('#field-password').fill('длинный пароль узла')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.waitForURL(/exchange-nodes\/[0-9a-f-]{36}/)
    await page.getByRole('button', { name: 'Создать токен' }).click()
    expect(await page.locator('.kb-token', { hasText: 'kab_' }).textContent()).toMatch(/^kab_/)
    await page.reload()
    await page.getByRole('button', { name: 'Создать токен' }).waitFor()
    expect(await page.locator('.kb-token', { hasText: 'kab_' }).count()).toBe(0)
    await page.goto(`${portal.url}/admin/exchange?state=bad`)
    await page.locator('a[href*="?run="]').first().click()
    await page.waitForURL(/run=/)
    await page.locator('tr', { hasText: '.xml' }).first().getByRole('button', { name: 'Повторить' }).click()
    await page.getByText('Поставлено в очередь').waitFor()
    await context.close()
  })

  it('[ROLE-04] a job that failed for good is named in words and gets another life', async () => {
    await ask(
      `insert into pgboss.job (name, data, state, output) values ('dead', $1::jsonb, 'created', '{"message": "нет связи"}'::jsonb)`,
      [JSON.stringify({ job: 'exchange.idle', data: {} })],
    )
    const { page, context } = await pageOf('admin')
    await page.goto(`${portal.url}/admin`)
    await page.getByRole('link', { name: /Невыполненные задания/ }).click()
    const row = page.locator('tr', { hasText: 'Закрыть брошенные сеансы обмена' })
    await row.getByRole('button', { name: 'Повторить' }).click()
    await row.waitFor({ state: 'detached' })
    await context.close()
  })

  it('the dashboard’s figures follow what happens without a reload', async () => {
    const { page, context } = await pageOf('admin')
    await page.goto(`${portal.url}/admin`)
    const figure = page.getByRole('link', { name: /Новые заказы/ }).locator('b')
    const before = Number(await figure.textContent())
    const document = await page.evaluateHandle(() => window.document)
    await ask(
      `update orders set status = 'submitted' where id = (select id from orders where status = 'confirmed' limit 1)`,
    )
    await page.evaluate(() => window.document.dispatchEvent(new Event('visibilitychange')))
    await expect.poll(async () => Number(await figure.textContent()), WAIT).toBe(before + 1)
    expect(await document.evaluate((old) => old === window.document)).toBe(true)
    await context.close()
  })

  it.each([
    ['accountant', '/admin/exchange'],
    ['editor', '/admin/workplace/orders'],
    ['manager', '/admin/queue'],
  ])('[ROLE-03] %s is told that %s is not for them', async (role, address) => {
    const { page, context } = await pageOf(role)
    await page.goto(`${portal.url}${address}`)
    await page.getByRole('heading', { name: 'Сюда вам нельзя' }).waitFor()
    await page.getByRole('link', { name: 'На главную' }).click()
    await page.getByRole('heading', { name: 'Сегодня', level: 1, exact: true }).waitFor()
    await context.close()
  })

  it('a client who has come to the panel is told whose it is, and can sign out of there', async () => {
    const { page, context } = await pageOf('client')
    await page.goto(`${portal.url}/admin`)
    await page.getByRole('heading', { name: 'Это панель сотрудников' }).waitFor()
    expect(await page.getByRole('link', { name: 'Вернуться в кабинет' }).getAttribute('href')).toBe('/')
    await page.getByRole('button', { name: 'Выйти и войти как сотрудник' }).click()
    await page.waitForURL(/\/admin\/login/)
    await page.locator('input[name=password]').waitFor()
    await expect
      .poll(
        async () =>
          (await context.request.get(`${portal.url}/api/users/me`, { headers: { origin: portal.url } })).json(),
        WAIT,
      )
      .toMatchObject({ user: null })
    await context.close()
  })

  it('[MGR-02] a link of a letter opened in a web mail leads to the order, not to the sign-in; another site’s call stays a stranger', async () => {
    const { context } = await pageOf('manager')
    const visit = (mode: string) =>
      context.request
        .get(`${portal.url}/admin/workplace/orders?view=all`, {
          headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode },
          maxRedirects: 0,
        })
        .then((answer) => answer.text())
    expect(await visit('navigate')).toContain('Заказы в работу</h1>')
    expect(await visit('cors')).not.toContain('Заказы в работу</h1>')
    await context.close()
  })

  it('what is only read has neither a button to create it nor one to save it', async () => {
    const { page, context } = await pageOf('admin')
    for (const slug of ['orders', 'audit', 'exchange-runs', 'comments']) {
      await page.goto(`${portal.url}/admin/collections/${slug}`)
      await page.locator('table').waitFor()
      expect([slug, await page.locator('.list-header').getByText('Добавить').count()]).toEqual([slug, 0])
    }
    await page.goto(`${portal.url}/admin/collections/exchange-runs`)
    const href = await page.locator('table tbody a').first().getAttribute('href')
    expect(href).toMatch(/^\/admin\/collections\/exchange-runs\/[0-9a-f-]{36}$/)
    await page.goto(`${portal.url}${href}`)
    await page.locator('.field-type').first().waitFor()
    expect(await page.getByRole('button', { name: 'Сохранить' }).count()).toBe(0)
    await context.close()
  })

  it.each([
    [1280, 900],
    [390, 844],
  ])('nothing scrolls sideways at %i, and failures of the exchange are seen', async (width, height) => {
    const { page, context } = await pageOf('admin')
    await page.setViewportSize({ width, height })
    for (const address of [
      '/admin/exchange',
      '/admin/audit',
      '/admin/workplace/clients',
      '/admin/collections/companies',
      '/admin/collections/orders',
      '/admin/collections/staff',
    ]) {
      await page.goto(`${portal.url}${address}`)
      await page.locator('table').first().waitFor()
      // A table has its final widths when its cells have drawn themselves and the navigation stands open beside it.
      const wide = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('html, .kb-scroll, .collection-list .table')].map((box) => [
            box.className,
            box.clientWidth,
            Math.max(0, box.scrollWidth - box.clientWidth - 1),
          ]),
        )
      let before: unknown[] = []
      await expect
        .poll(
          async () => {
            const now = await wide()
            const isStill = JSON.stringify(now) === JSON.stringify(before)
            before = now
            return isStill
          },
          { timeout: 20_000, interval: 700 },
        )
        .toBe(true)
      expect([address, (await wide()).filter(([, , over]) => over !== 0)]).toEqual([address, []])
    }
    await context.close()
  })

  it.each([[1280], [1600], [390]])(
    '[NAV-01] nothing jumps while a page of the panel comes piece by piece, %i wide',
    async (width) => {
      const { page, context } = await pageOf('manager')
      const network = await slowNetwork(portal.url)
      await page.setViewportSize({ width, height: 900 })
      await slowDown(page, 6)
      // In Payload's own lists too: the names of related records come with their rows.
      for (const address of [
        '',
        '/workplace/orders',
        '/workplace/clients',
        '/collections/contracts',
        '/collections/orders',
        '/collections/documents',
      ]) {
        await page.goto(`${network.url}/admin${address}`, { waitUntil: 'networkidle' })
        expect([address, await jumps(page)]).toEqual([address, []])
        // This browser keeps another time than the portal's.
        if (address === '/collections/orders') expect(await page.getByText('МСК').first().isVisible()).toBe(true)
      }
      await context.close()
      await network.stop()
    },
  )

  it('[NAV-01] from a workplace one comes to the lists and the fields of Payload and back, and names of clients stand in a list at once', async () => {
    const { page, context } = await pageOf('manager')
    const answer = await context.request.get(`${portal.url}/admin/collections/contracts`)
    const html = (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, '')
    expect(html).toContain('Стройград')
    await page.goto(`${portal.url}/admin/workplace/orders`, { waitUntil: 'networkidle' })
    const nav = page.locator('.kb-nav')
    await nav.getByRole('link', { name: 'Договоры', exact: true }).click()
    await page.locator('.collection-list .table tbody a').first().waitFor()
    await page.locator('.collection-list .table tbody').getByText('Стройград').first().waitFor()
    await nav.getByRole('link', { name: /Заказы в работу/ }).click()
    await page.locator('.kb-detail h2').first().waitFor()
    await page.locator('.kb-detail').getByRole('link', { name: 'Карточка' }).click()
    await page.getByRole('link', { name: 'Все поля' }).click()
    await page.locator('#field-number').waitFor()
    await context.close()
  })

  it('a desk is told of no fields of collections: its page weighs far less than one of Payload’s', async () => {
    const { context } = await pageOf('manager')
    const weight = async (path: string) => (await (await context.request.get(`${portal.url}${path}`)).text()).length
    // The first page after the start fills Payload's store.
    await weight('/admin/workplace/orders')
    const [desk, list] = [await weight('/admin/workplace/orders'), await weight('/admin/collections/contracts')]
    expect(desk).toBeLessThan(200_000)
    expect(desk).toBeLessThan(list * 0.6)
    await context.close()
  })

  it('[NAV-01] who folds the navigation on a notebook finds it folded, and opens it again', async () => {
    const { page, context } = await pageOf('manager')
    const nav = page.locator('.kb-nav').getByRole('link', { name: 'Клиенты', exact: true })
    const toggle = page.locator('.nav-toggler:visible').first()
    await page.goto(`${portal.url}/admin`)
    await nav.waitFor()
    // It is seen open before the page is awake; the button works once it is.
    await page.locator('.template-default--nav-hydrated.template-default--nav-open').waitFor()
    await toggle.click()
    await page.locator('.template-default--nav-open').waitFor({ state: 'detached' })
    // Payload sends every page with the mark of an open one and, on a notebook, shows none before the page is awake.
    await page.goto(`${portal.url}/admin/workplace/clients`)
    await page.locator('.template-default--nav-hydrated:not(.template-default--nav-open)').waitFor()
    await page.locator('aside.nav[inert]').waitFor({ state: 'attached' })
    await toggle.click()
    await page.locator('.template-default--nav-open').waitFor()
    await page.reload()
    await page.locator('.template-default--nav-hydrated.template-default--nav-open').waitFor()
    await context.close()
  })

  it('no page of it failed in the browser', () => {
    expect(complaints).toEqual([])
  })
})
