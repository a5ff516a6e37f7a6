import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { complaintsOf, launchBrowser } from '@/tests/support/browser'
import { testEnvironment } from '@/tests/support/cluster'
import { startPortal, type Portal } from '@/tests/support/portal'

const password = 'берёза-над-рекой'
let portal: Portal
let browser: Browser
let database: pg.Client

beforeAll(async () => {
  portal = await startPortal({ demo: false })
  browser = await launchBrowser()
  database = new pg.Client({ connectionString: portal.databaseUrl })
  await database.connect()
})
afterAll(async () => {
  await database?.end()
  await browser?.close()
  await portal?.stop()
})

/** The address a letter leads to: the database keeps only its hash, so it is made as the letter makes it. */
async function link(purpose: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    'select id::text from person_tokens where purpose = $1 and used_at is null order by created_at desc limit 1',
    [purpose],
  )
  const secret = createHash('sha256').update(testEnvironment.PAYLOAD_SECRET).digest('hex').slice(0, 32)
  return createHmac('sha256', secret).update(`person-token:${purpose}:${rows[0]?.id}`).digest('base64url')
}

const visit = async (): Promise<Page> =>
  (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

describe('a person comes to the portal', () => {
  it('[AUTH-04] registers, confirms the address and is in; [AUTH-02] changes the profile; [AUTH-03] comes back where they were going', async () => {
    const page = await visit()
    const complaints = complaintsOf(page)
    await page.goto(`${portal.url}/profile`)
    await page.waitForURL(`${portal.url}/login?next=%2Fprofile`)
    await page.getByRole('link', { name: 'Зарегистрируйтесь' }).click()
    await page.getByLabel('Имя и фамилия').fill('Анна Воронова')
    await page.getByLabel('Телефон').fill('89031234567')
    await page.getByLabel('Почта').fill('anna@example.com')
    await page.getByLabel('Компания, не обязательно').fill('ООО «Берёза»')
    await page.locator('input[name=password]').fill('коротко')
    await press(page, 'Зарегистрироваться')
    await page.getByText('Короткий пароль').waitFor()
    expect(await page.getByLabel('Имя и фамилия').inputValue()).toBe('Анна Воронова')
    await page.locator('input[name=password]').fill(password)
    await press(page, 'Зарегистрироваться')
    await page.getByText('Мы отправили письмо на anna@example.com').waitFor()

    await page.goto(`${portal.url}/login`)
    await page.getByLabel('Почта').fill('anna@example.com')
    await page.locator('input[name=password]').fill(password)
    await press(page, 'Войти')
    await page.getByText('Почта ещё не подтверждена').waitFor()

    await page.goto(`${portal.url}/confirm/${await link('confirm')}`)
    await press(page, 'Подтвердить и войти')
    await page.waitForURL((url) => !url.pathname.startsWith('/confirm'))
    await page.goto(`${portal.url}/profile`)
    await page.getByRole('heading', { name: 'Профиль' }).waitFor()
    await page.locator('#person').getByLabel('Имя и фамилия').fill('Анна Сергеевна Воронова')
    await page.locator('#person').getByRole('button', { name: 'Сохранить' }).click()
    await page.locator('#person').getByText('Сохранено').waitFor()
    if (process.env.KABINET_SHOTS)
      await page.screenshot({ path: `${process.env.KABINET_SHOTS}/profile.png`, fullPage: true })

    await page.context().clearCookies()
    await page.goto(`${portal.url}/company`)
    await page.getByLabel('Почта').fill('anna@example.com')
    await page.locator('input[name=password]').fill(password)
    if (process.env.KABINET_SHOTS)
      await page.screenshot({ path: `${process.env.KABINET_SHOTS}/login.png`, fullPage: true })
    await press(page, 'Войти')
    await page.waitForURL(`${portal.url}/company`)
    await page.getByRole('heading', { name: 'ООО «Берёза»' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('[ROLE-01] a colleague is invited, comes by the link and works in the same company until the access is closed', async () => {
    const page = await visit()
    await page.goto(`${portal.url}/login?next=/company`)
    await page.getByLabel('Почта').fill('anna@example.com')
    await page.locator('input[name=password]').fill(password)
    await press(page, 'Войти')
    await page.waitForURL(`${portal.url}/company`)
    const form = page.locator('#invite')
    await form.getByLabel('Имя и фамилия').fill('Ольга Смирнова')
    await form.getByLabel('Почта').fill('olga@example.com')
    await press(page, 'Пригласить')
    await form.getByText('Приглашение отправлено на olga@example.com').waitFor()
    await page.locator('#people').getByText('приглашение отправлено').waitFor()

    const guest = await visit()
    await guest.goto(`${portal.url}/invite/${await link('invite')}`)
    await guest.locator('input[name=password]').fill('сосна-на-берегу-моря')
    await press(guest, 'Принять и войти')
    await guest.waitForURL((url) => !url.pathname.startsWith('/invite'))
    await guest.goto(`${portal.url}/company`)
    await guest.getByRole('heading', { name: 'ООО «Берёза»' }).waitFor()

    await page.reload()
    if (process.env.KABINET_SHOTS)
      await page.screenshot({ path: `${process.env.KABINET_SHOTS}/company.png`, fullPage: true })
    await page.getByRole('button', { name: 'Закрыть доступ: Ольга Смирнова' }).click()
    await page.locator('#people').getByText('закрыт', { exact: true }).waitFor()
    await guest.reload()
    await guest.getByText('У вас пока нет компании').waitFor()
  })

  it('[AUTH-03] a forgotten password is replaced by a link, other devices are signed out', async () => {
    const other = await visit()
    await other.goto(`${portal.url}/login?next=/profile`)
    await other.getByLabel('Почта').fill('olga@example.com')
    await other.locator('input[name=password]').fill('сосна-на-берегу-моря')
    await press(other, 'Войти')
    await other.waitForURL(`${portal.url}/profile`)

    const page = await visit()
    await page.goto(`${portal.url}/recover`)
    await page.getByLabel('Почта').fill('olga@example.com')
    await press(page, 'Прислать ссылку')
    await page.getByText('письмо уже в пути').waitFor()
    await expect
      .poll(
        async () =>
          (await database.query("select 1 from person_tokens where purpose = 'recover' and used_at is null")).rowCount,
        { timeout: 20_000 },
      )
      .toBe(1)
    await page.goto(`${portal.url}/reset/${await link('recover')}`)
    await page.locator('input[name=password]').fill('ель-у-дальней-дороги')
    await press(page, 'Сохранить и войти')
    await page.waitForURL((url) => !url.pathname.startsWith('/reset'))
    await other.reload()
    await other.waitForURL(/\/login/)
  })
})
