import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaintsOf, launchBrowser } from '@/tests/support/browser'
import { inkOf, jumps, slowDown, smallTargets, violations } from '@/tests/support/pages'
import { startPortal, type Portal } from '@/tests/support/portal'
import { scanQr } from '@/tests/support/qr'
import { signedIn as signIn } from '@/tests/support/signedIn'
import { queryOnce } from '../../scripts/lib/database.mjs'

/** Compressed script that a first visit may bring. */
const SCRIPT_LIMIT = 170_000

let portal: Portal
let browser: Browser

const signedIn = (role: string, options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> =>
  signIn({ browser, url: portal.url }, role, options)

async function firstProduct(page: Page): Promise<string | null> {
  await page.goto(`${portal.url}/catalogue`)
  return page.locator('#shelf a[href*="/products/"]').first().getAttribute('href')
}

const PAGES = [
  '/',
  '/catalogue',
  '/cart',
  '/orders',
  '/contracts',
  '/documents',
  '/statement',
  '/notifications',
  '/profile',
  '/company',
  '/forms',
  '/forms/feedback',
  '/site-map',
]

describe('the cabinet', () => {
  beforeAll(async () => {
    portal = await startPortal()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await portal?.stop()
  })

  it.each(['light', 'dark'] as const)(
    '[NAV-01] every page opens, complains of nothing and holds for everyone (%s)',
    async (colorScheme) => {
      const context = await signedIn('client', { colorScheme })
      const page = await context.newPage()
      const wrong: string[] = []
      page.on('pageerror', (error) => wrong.push(`${page.url()} ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(`${page.url()} ${message.text()}`)
      })
      for (const path of PAGES) {
        const response = await page.goto(portal.url + path)
        if (response?.status() !== 200) wrong.push(`${path} ${response?.status()}`)
        for (const violation of await violations(page)) wrong.push(`${path} ${violation}`)
      }
      expect(wrong).toEqual([])
      await context.close()
    },
  )

  it('[NAV-01] nothing is wider than a phone, in both languages', async () => {
    const context = await signedIn('client', { viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    const wide: string[] = []
    for (const path of PAGES.flatMap((one) => [one, one === '/' ? '/en' : `/en${one}`])) {
      await page.goto(portal.url + path)
      if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth))
        wide.push(path)
    }
    expect(wide).toEqual([])
    await context.close()
  })

  it('[NAV-02] [NAV-14] the site map leads to every place, by readable addresses', async () => {
    const context = await signedIn('client')
    const page = await context.newPage()
    await page.goto(`${portal.url}/site-map`)
    const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    expect(links.length).toBeGreaterThan(7)
    // In groups: the areas, what the catalogue and the forms hold, the person's own pages.
    expect(await page.locator('main h2').allInnerTexts()).toEqual(['Разделы', 'Каталог', 'Обратная связь', 'Ваше'])
    for (const area of ['/catalogue/', '/forms/'])
      expect([area, links.filter((href) => href.startsWith(area)).length > 1]).toEqual([area, true])
    for (const href of links) {
      expect(href).toMatch(/^(?:\/|(?:\/[a-z0-9-]+)+)$/)
      expect((await context.request.get(portal.url + href)).status()).toBe(200)
    }
    await context.close()
  })

  it('[NAV-01] a first visit brings little script', async () => {
    const context = await signedIn('client')
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    let bytes = 0
    const scripts = new Set<string>()
    session.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId)
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength
    })
    await page.goto(`${portal.url}/`, { waitUntil: 'load' })
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(SCRIPT_LIMIT)
    await context.close()
  })

  it('a message goes without a file, and the step that needs one says so beside it', async () => {
    const page = await (await signedIn('client')).newPage()
    await page.goto(`${portal.url}/contracts?view=signing`)
    await page.locator('#contracts tbody a.row-link').first().click()
    const sign = page.locator('#sign')
    await sign.getByRole('button', { name: 'Отправить подписанный договор' }).click()
    await sign.getByText('Приложите файл').waitFor()
    const talk = page.locator('form', { has: page.getByLabel('Сообщение менеджеру') })
    await talk.getByLabel('Сообщение менеджеру').fill('Подпишем в понедельник')
    await talk.getByRole('button', { name: 'Отправить' }).click()
    await page.locator('main').getByText('Подпишем в понедельник', { exact: true }).waitFor()
    expect(await talk.getByLabel('Сообщение менеджеру').inputValue()).toBe('')
  })

  it('[GOAL-04] [CONTR-04] contracts are found by state and number', async () => {
    const context = await signedIn('client')
    const page = await context.newPage()
    await page.goto(`${portal.url}/contracts`)
    const all = await page.locator('#contracts tbody tr').count()
    await page.goto(`${portal.url}/contracts?view=signing`)
    const signing = await page.locator('#contracts tbody tr').count()
    expect(signing).toBeGreaterThan(0)
    expect(signing).toBeLessThan(all)
    await page.goto(`${portal.url}/contracts?number=87`)
    expect(await page.locator('#contracts tbody tr').count()).toBe(1)
    await context.close()
  })

  it('[CONTR-09] [CONTR-13] the next payment of the home page is the first unpaid one of the contract’s schedule', async () => {
    const context = await signedIn('client')
    const page = await context.newPage()
    await page.goto(portal.url)
    const card = page.locator('section', { has: page.getByRole('heading', { name: 'Ближайший платёж' }) })
    const amount = (await card.locator('dd').first().innerText()).replace(/\s/g, '')
    await card.getByRole('link').click()
    await page.getByRole('heading', { name: 'График платежей' }).waitFor()
    const ahead = page.locator('#schedule tbody tr', { hasText: 'Предстоит' }).first()
    expect((await ahead.innerText()).replace(/\s/g, '')).toContain(amount)
    await context.close()
  })

  it('[CONTR-05] [GOAL-03] the statement adds up and prints', async () => {
    const context = await signedIn('client')
    const page = await context.newPage()
    await page.goto(`${portal.url}/statement`)
    const facts = (await page.locator('aside dd').allInnerTexts()).slice(-4)
    const kopecks = facts.map((text) => Number(text.replace(/[^\d−]/g, '').replace('−', '-')))
    const [opening = NaN, incoming = NaN, outgoing = NaN, closing = NaN] = kopecks
    expect(opening + incoming - outgoing).toBe(closing)
    const pdf = await context.request.get(
      new URL((await page.getByRole('link', { name: 'Скачать PDF' }).getAttribute('href')) ?? '', portal.url).href,
    )
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await context.close()
  })

  it('[CONTR-12] [GOAL-06] documents download one by one and as an archive, and a stranger gets neither', async () => {
    const context = await signedIn('client')
    const [row] = await queryOnce(
      portal.databaseUrl,
      `select d.id from documents d join companies c on c.id = d.company_id
      where d.file_id is not null and c.name like '%Стройград%' limit 1`,
    )
    const file = await context.request.get(`${portal.url}/documents/${row?.id}/file?save=1`)
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
    const zip = await context.request.get(`${portal.url}/documents/archive?id=${row?.id}`)
    expect((await zip.body()).subarray(0, 2).toString()).toBe('PK')
    const stranger = await signedIn('partner')
    expect((await stranger.request.get(`${portal.url}/documents/${row?.id}/file`)).status()).toBe(404)
    expect((await stranger.request.get(`${portal.url}/documents/archive?id=${row?.id}`)).status()).toBe(404)
    const nobody = await browser.newContext()
    expect((await nobody.request.get(`${portal.url}/documents/${row?.id}/file`)).status()).toBe(401)
    for (const one of [context, stranger, nobody]) await one.close()
  })

  it('[CONTR-12] documents are looked at in the page: drawn, readable, one after another by keyboard, on a desk and on a phone', async () => {
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const context = await signedIn('client', { viewport })
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await page.goto(`${portal.url}/documents?withFile=1`)
      await page.locator('#documents a[data-preview]').first().click()
      const dialog = page.locator('dialog.preview')
      const heading = dialog.getByRole('heading')
      const first = await heading.innerText()
      const drawn = dialog.locator('[data-drawn="1"]')
      await drawn.waitFor()
      expect(await inkOf(drawn)).toBeGreaterThan(1_000)
      expect((await drawn.innerText()).replace(/\s+/g, ' ')).toContain(first.split(' № ')[0])
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => heading.innerText()).not.toBe(first)
      await drawn.waitFor()
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => heading.innerText()).toBe(first)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      expect(complaints).toEqual([])
      await context.close()
    }
  })

  it('[CONTR-12] an unpaid invoice is drawn on its own page, and its QR holds what is left to pay', async () => {
    const [row] = await queryOnce(
      portal.databaseUrl,
      `select d.id, d.number, (d.total - d.paid)::text as left from documents d join companies c on c.id = d.company_id
      where d.kind = 'invoice' and d.paid < d.total and d.file_id is not null and c.name like '%Стройград%' limit 1`,
    )
    const context = await signedIn('client')
    const page = await context.newPage()
    await page.goto(`${portal.url}/documents/${row?.id}`)
    expect(await page.title()).toBe(`Счёт на оплату № ${row?.number} · Снабкомплект`)
    expect(await inkOf(page.locator('main [data-drawn="1"]'))).toBeGreaterThan(1_000)
    const code = page.locator('#pay svg[role=img]')
    const size = Number((await code.getAttribute('viewBox'))?.split(' ')[2])
    const text = await scanQr({ size, path: (await code.locator('path').getAttribute('d')) ?? '' })
    expect(text).toMatch(
      /^ST00012\|Name=ООО «Снабкомплект»\|PersonalAcc=\d{20}\|BankName=[^|]+\|BIC=\d{9}\|CorrespAcc=\d{20}\|/,
    )
    expect(text).toContain(`|Sum=${row?.left}|Purpose=Оплата по счёту № ${row?.number} от `)
    await context.close()
  })

  it('[CONTR-04] the text of a contract opens to those who may read it, and to no stranger', async () => {
    const [row] = await queryOnce(
      portal.databaseUrl,
      `update contracts c set file_id = d.file_id from documents d join companies o on o.id = d.company_id
      where d.file_id is not null and o.name like '%Стройград%' and c.company_id = d.company_id returning c.id`,
    )
    const [context, stranger] = [await signedIn('client'), await signedIn('partner')]
    expect(
      (await (await context.request.get(`${portal.url}/contracts/${row?.id}/file`)).body()).subarray(0, 5).toString(),
    ).toBe('%PDF-')
    expect((await stranger.request.get(`${portal.url}/contracts/${row?.id}/file`)).status()).toBe(404)
    for (const one of [context, stranger]) await one.close()
  })

  it('[NAV-01] the place is marked in the navigation, unknown addresses get the cabinet’s own answer, icons bear the company’s colour', async () => {
    const context = await signedIn('client')
    const page = await context.newPage()
    for (const path of ['/cart', '/en/cart', (await firstProduct(page)) ?? '']) {
      await page.goto(portal.url + path)
      expect(await page.locator('header nav [aria-current=page]').innerText(), path).toMatch(/^(Каталог|Catalogue)$/)
    }
    for (const path of ['/no-such-page', '/orders/1/2/3', '/en/no-such-page']) {
      const answer = await page.goto(portal.url + path)
      expect(answer?.status(), path).toBe(404)
      expect(await page.locator('header nav a').count(), path).toBeGreaterThan(3)
    }
    for (const [path, kind] of [
      ['/brand/icon.svg', 'image/svg+xml'],
      ['/brand/180.png', 'image/png'],
      ['/manifest.webmanifest', 'application/manifest+json'],
    ]) {
      const answer = await context.request.get(portal.url + path)
      expect([answer.status(), answer.headers()['content-type']], path).toEqual([200, kind])
    }
    expect((await context.request.get(`${portal.url}/brand/9999.png`)).status()).toBe(404)
    await context.close()
  })

  it('[NAV-01] the search speaks the language of the page', async () => {
    const context = await signedIn('client')
    const [row] = await queryOnce(
      portal.databaseUrl,
      "select d.number from documents d join companies c on c.id = d.company_id where d.kind = 'invoice' and c.name like '%Стройград%' limit 1",
    )
    const page = await context.newPage()
    await page.goto(`${portal.url}/site-map`)
    const ask = (locale: string): Promise<string> =>
      page.evaluate(async (address) => (await fetch(address)).text(), `/api/search?locale=${locale}&q=${row?.number}`)
    expect(await ask('en')).toContain(`Invoice № ${row?.number}`)
    expect(await ask('en')).not.toContain('Счёт')
    expect(await ask('ru')).toContain(`Счёт на оплату № ${row?.number}`)
    await context.close()
  })

  it('[NAV-01] what is pressed with a finger is large enough, and nothing jumps while a page comes', async () => {
    const context = await signedIn('client', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    const page = await context.newPage()
    await slowDown(page, 6)
    const small: string[] = []
    const moved: string[] = []
    for (const path of PAGES) {
      await page.goto(portal.url + path, { waitUntil: 'networkidle' })
      small.push(...(await smallTargets(page)).map((one) => `${path} ${one}`))
      moved.push(...(await jumps(page, 0.02)).map((one) => `${path} ${one}`))
    }
    expect(small).toEqual([])
    expect(moved).toEqual([])
    await context.close()
  })

  it('[SHOP-27] an order prints, and a stranger gets no paper of it', async () => {
    const context = await signedIn('client')
    const [row] = await queryOnce(
      portal.databaseUrl,
      "select o.id::text, o.number from orders o join companies c on c.id = o.company_id where c.name like '%Стройград%' and c.name not like '%Сервис%' limit 1",
    )
    const page = await context.newPage()
    await page.goto(`${portal.url}/orders/${encodeURIComponent(String(row?.number))}`)
    const address = `${portal.url}${await page.getByRole('link', { name: 'Печать' }).getAttribute('href')}`
    // As the browser asks for it: the session is taken from no other.
    const paperOf = (where: Page) =>
      where.evaluate(async (at) => {
        const answer = await fetch(at)
        return [answer.status, new TextDecoder().decode((await answer.arrayBuffer()).slice(0, 5))] as const
      }, address)
    expect(await paperOf(page)).toEqual([200, '%PDF-'])
    const stranger = await signedIn('partner')
    const elsewhere = await stranger.newPage()
    await elsewhere.goto(`${portal.url}/`)
    expect((await paperOf(elsewhere))[0]).toBe(404)
    for (const one of [context, stranger]) await one.close()
  })

  it('[SHOP-27] [SHOP-28] the list of orders keeps its views and filters in the address', async () => {
    const context = await signedIn('client')
    const page = await context.newPage()
    await page.goto(`${portal.url}/orders?view=archive`)
    const states = await page.locator('#orders tbody tr .state').allInnerTexts()
    expect(states.length).toBeGreaterThan(0)
    expect(states.every((state) => ['Закрыт', 'Отменён'].includes(state))).toBe(true)
    await page.goto(`${portal.url}/orders?status=cancelled`)
    expect(new Set(await page.locator('#orders tbody tr .state').allInnerTexts())).toEqual(new Set(['Отменён']))
    await context.close()
  })

  it('[ROLE-01] [ROLE-02] a narrow role has no way to settlements, a partner sees sub-clients’ orders', async () => {
    const buyer = await signedIn('buyer')
    const page = await buyer.newPage()
    await page.goto(portal.url)
    expect(await page.getByRole('link', { name: 'Расчёты' }).count()).toBe(0)
    await page.goto(`${portal.url}/statement`)
    expect(await page.locator('#statement').count()).toBe(0)
    await buyer.close()
    const partner = await signedIn('partner')
    expect((await partner.request.get(`${portal.url}/orders`)).status()).toBe(200)
    await partner.close()
  })

  it('[ROLE-02] a partner chooses a sub-client in the switcher and stands in its place; another partner’s, or anybody’s, is never chosen', async () => {
    const partner = await signedIn('partner')
    const page = await partner.newPage()
    const complaints = complaintsOf(page)
    await page.goto(portal.url)
    const switcher = page.getByRole('banner').getByRole('button', { name: /Сменить компанию/ })
    expect(await switcher.innerText()).toContain('Крепёжный двор')
    await switcher.click()
    await page.getByRole('button', { name: /Фасад-Монтаж/ }).click()
    await expect.poll(() => switcher.innerText()).toContain('Фасад-Монтаж')
    const numbers = async (company: string) =>
      (
        await queryOnce(
          portal.databaseUrl,
          `select o.number from orders o join companies c on c.id = o.company_id where c.name like '%${company}%' order by o.placed_at desc limit 10`,
        )
      ).map(({ number }) => String(number))
    const [own, other] = [await numbers('Фасад-Монтаж'), await numbers('Монолит')]
    await page.goto(`${portal.url}/orders`)
    const listed = await page.locator('main').innerText()
    expect(own.filter((number) => !listed.includes(number))).toEqual([])
    expect(other.filter((number) => listed.includes(number))).toEqual([])
    // It is read and not ordered for.
    expect(await page.getByRole('link', { name: /Корзина/ }).count()).toBe(0)
    for (const address of ['/', '/orders', '/documents', '/contracts', '/statement', '/company'])
      expect([address, (await partner.request.get(portal.url + address)).status()]).toEqual([address, 200])
    const [stranger] = await queryOnce(
      portal.databaseUrl,
      `select id from companies where name like '%Стройград%' limit 1`,
    )
    await partner.addCookies([{ name: 'kabinet-company', value: String(stranger?.id), url: portal.url }])
    await page.goto(portal.url)
    expect(await switcher.innerText()).toContain('Крепёжный двор')
    expect(complaints).toEqual([])
    await partner.close()
  })

  it('[ROLE-02] lists of a partner hold their sub-clients, say whose each row is, and are sifted by company', async () => {
    const partner = await signedIn('partner')
    await partner.clearCookies({ name: 'kabinet-company' })
    const page = await partner.newPage()
    const named = (words: string) => page.locator('main tbody tr', { hasText: words }).count()
    const [sub] = await queryOnce(portal.databaseUrl, `select id from companies where name like '%Монолит%' limit 1`)
    for (const list of ['/orders', '/documents']) {
      await page.goto(portal.url + list)
      expect(await page.locator('main thead').innerText()).toContain('Компания')
      for (const company of ['Крепёжный двор', 'Монолит', 'Фасад'])
        expect([list, company, (await named(company)) > 0]).toEqual([list, company, true])
      expect(await named('Стройград')).toBe(0)
      await page.goto(`${portal.url}${list}?company=${sub?.id}`)
      expect([(await named('Монолит')) > 0, await named('Фасад'), await named('Крепёжный двор')]).toEqual([true, 0, 0])
      expect((await partner.request.get(`${portal.url}${list}/xlsx`)).status()).toBe(200)
    }
    await page.goto(portal.url)
    expect(await page.locator('main').innerText()).toMatch(
      /Субклиенты[\s\S]+Компаний\s+3\s+Заказов в работе\s+\d+\s+Долг/,
    )
    await partner.close()
    // Whoever has none sees no such column.
    const client = await signedIn('client')
    const own = await client.newPage()
    await own.goto(`${portal.url}/orders`)
    expect(await own.locator('main thead').innerText()).not.toContain('Компания')
    await client.close()
  })
})
