import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '@/tests/support/browser'
import { startPortal, type Portal } from '@/tests/support/portal'
import { signedIn } from '@/tests/support/signedIn'
import { wordsOf } from '@/tests/support/pageWords'
import { root } from '../../scripts/lib/paths.mjs'
import { queryOnce } from '../../scripts/lib/database.mjs'

/** Every address that the portal names to people is one that opens, in each language, whole and without script. */

let portal: Portal
let browser: Browser
let client: BrowserContext

const get = async (address: string, context = client): Promise<{ status: number; html: string }> => {
  const answer = await context.request.get(new URL(address, portal.url).href)
  return {
    status: answer.status(),
    html: /html/.test(answer.headers()['content-type'] ?? '') ? await answer.text() : '',
  }
}

describe('addresses', () => {
  beforeAll(async () => {
    portal = await startPortal()
    browser = await launchBrowser()
    client = await signedIn({ browser, url: portal.url }, 'client', { javaScriptEnabled: false })
  })
  afterAll(async () => {
    await browser?.close()
    await portal?.stop()
  })

  it('[NAV-01] that the README names are there for whoever reads it', async () => {
    const guest = await browser.newContext()
    for (const file of ['README.md', 'README.en.md']) {
      const named = [
        ...readFileSync(path.join(root, file), 'utf8').matchAll(/`(?:https:\/\/[^/`]*)?(\/[a-z][\w./-]*)`/g),
      ].map(([, address = '']) => address)
      expect(named).toContain('/demo/letters')
      for (const address of new Set(named)) {
        const answer = await guest.request.get(portal.url + address)
        // What asks for a password is there; what is not there says so.
        expect([200, 401], `${file} ${address}`).toContain(answer.status())
      }
    }
    await guest.close()
  })

  it.each([
    ['ru', /^\/(?!en)/],
    ['en', /^\/en(?:\/|$)/],
  ] as const)(
    '[AUTH-10] that letters and news hold open for whom they were written to (%s)',
    { timeout: 240_000 },
    async (locale, own) => {
      const [order] = await queryOnce(
        portal.databaseUrl,
        `update users set locale = '${locale}' where email = 'client@demo.kabinet' returning
      (select o.id from orders o join memberships m on m.company_id = o.company_id where m.user_id = users.id and o.status = 'working' limit 1) as id`,
      )
      const manager = await signedIn({ browser, url: portal.url }, 'manager')
      const words = `Letter in ${locale}`
      const sent = await manager.request.post(`${portal.url}/api/actions/comments.add`, {
        data: { entity: 'orders', id: order?.id, body: words },
        headers: { origin: portal.url },
      })
      expect(sent.status()).toBe(200)
      await manager.close()

      const guest = await browser.newContext({ javaScriptEnabled: false })
      const page = await guest.newPage()
      const prefix = locale === 'en' ? '/en' : ''
      let letter = ''
      await expect
        .poll(
          async () => {
            await page.goto(`${portal.url}${prefix}/demo/letters`)
            for (const link of await page.locator('main a[href*="/demo/letters/"]').all()) {
              const href = (await link.getAttribute('href')) ?? ''
              const html = (await get(href, guest)).html
              // Their colleagues hear of it, too, each in a language of their own.
              if (html.includes(words) && html.includes('client@demo.kabinet')) letter = html
            }
            return letter
          },
          { timeout: 60_000 },
        )
        .not.toBe('')
      const source = letter
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
      const addresses = [...source.matchAll(/href="(https?:\/\/localhost:\d+)(\/[^"]*)"/g)].map(
        ([, host, address = '']) => [host, address] as const,
      )
      expect(addresses.length).toBeGreaterThan(2)
      for (const [host, address] of addresses) {
        expect([host, own.test(address)], address).toEqual([portal.url, true])
        expect([address, (await get(address)).status]).toEqual([address, 200])
      }
      const news = await queryOnce(
        portal.databaseUrl,
        `select distinct n.link from notifications n join users u on u.id = n.user_id where n.link is not null and u.email = 'client@demo.kabinet'`,
      )
      expect(news.length).toBeGreaterThan(0)
      for (const { link } of news) expect([link, (await get(`${prefix}${String(link)}`)).status]).toEqual([link, 200])
      await guest.close()
    },
  )

  it('[NAV-14] a document and a contract stand at their number, whatever is in it; addresses of old lead there for good', async () => {
    // The one that is chosen: lists are of it alone.
    const company = `(select company_id from users where email = 'client@demo.kabinet')`
    for (const [table, page, number] of [
      ['documents', '/documents', 'К/26 № 7'],
      ['contracts', '/contracts', '54/25-ё 100%'],
    ] as const) {
      const [row] = await queryOnce(
        portal.databaseUrl,
        `update ${table} set number = '${number}' where id = (select id from ${table} where company_id = ${company} order by date desc, id limit 1) returning id`,
      )
      const id = String(row?.id)
      const own = `${page}/${encodeURIComponent(`${number}~${id.slice(0, 8)}`)}`
      const leads = async (address: string): Promise<[number, string | undefined]> => {
        const answer = await client.request.get(portal.url + address, { maxRedirects: 0 })
        const to = answer.headers().location
        return [answer.status(), to && new URL(to, portal.url).pathname]
      }
      for (const prefix of ['', '/en']) {
        expect(await leads(prefix + own)).toEqual([200, undefined])
        expect(await leads(`${prefix}${page}/${id}`)).toEqual([308, prefix + own])
        expect(await leads(`${prefix}${page}/other~${id.slice(0, 8)}`)).toEqual([308, prefix + own])
        expect(await leads(`${prefix}${page}/${encodeURIComponent(number)}`)).toEqual([307, prefix + own])
      }
      expect(wordsOf((await get(own)).html).join(' ')).toContain(number)
      // Within the page too: the list leads there, and the browser finds it without loading anew.
      const context = await signedIn({ browser, url: portal.url }, 'client')
      const shown = await context.newPage()
      await shown.goto(`${portal.url}${page}?number=${encodeURIComponent(number)}`)
      await shown.locator(`main a[href="${own}"]`).first().click()
      await shown.waitForURL(`${portal.url}${own}`)
      expect(await shown.locator('h1').innerText()).toContain(number)
      await context.close()
    }
  })

  const NOBODY = '00000000-0000-4000-8000-000000000000'
  const LOST = { '': 'Такой страницы нет', '/en': 'There is no such page' }
  const answerTo = async (
    address: string,
    context: BrowserContext,
  ): Promise<[string, number, string, string | undefined]> => {
    const { status, html } = await get(address, context)
    const said = wordsOf(html)
    return [
      address,
      status,
      Object.values(LOST).find((words) => said.includes(words)) ?? '',
      /<html lang="(\w+)"/.exec(html)?.[1],
    ]
  }

  it('[NAV-01] what is not there is answered by 404 and in words, before any script, in the language of its address', async () => {
    const guest = await browser.newContext({ javaScriptEnabled: false })
    const mine = [
      '/orders/no-such',
      `/documents/${NOBODY}`,
      '/documents/no-such',
      `/contracts/${NOBODY}`,
      '/products/no-such',
      '/catalogue/no-such',
      '/forms/no-such',
      '/no-such',
      '/orders/1/2/3',
      '/demo/letters/no-such',
    ]
    const everybodys = ['/forms/no-such', '/no-such', '/demo/letters/no-such']
    for (const [context, addresses] of [
      [client, mine],
      [guest, everybodys],
    ] as const) {
      for (const [prefix, words] of Object.entries(LOST)) {
        for (const address of addresses)
          expect(await answerTo(prefix + address, context)).toEqual([
            prefix + address,
            404,
            words,
            prefix === '' ? 'ru' : 'en',
          ])
      }
    }
    await guest.close()
  })

  it('[ROLE-01] a page that is closed to somebody says so by its status too, and who of theirs can open it', async () => {
    for (const [role, address, words] of [
      ['buyer', '/statement', 'Права даёт администратор вашей компании или ваш менеджер.'],
      ['buyer', '/en/statement', 'Your company’s administrator or your manager can give the right.'],
      [
        'employee',
        '/orders',
        'Это раздел для клиентов, а вы вошли как сотрудник. Доступ меняет администратор портала.',
      ],
      [
        'employee',
        '/en/orders',
        'This section is for clients, and you are signed in as an employee. An administrator of the portal can change your access.',
      ],
    ] as const) {
      const person = await signedIn({ browser, url: portal.url }, role, { javaScriptEnabled: false })
      const { status, html } = await get(address, person)
      expect([role, address, status]).toEqual([role, address, 403])
      expect(wordsOf(html)).toContain(words)
      await person.close()
    }
  })

  it('[ROLE-02] an employee is sent to no manager', async () => {
    const employee = await signedIn({ browser, url: portal.url }, 'employee', { javaScriptEnabled: false })
    for (const address of [
      '/',
      '/company',
      '/forms',
      '/orders',
      '/no-such',
      '/notifications',
      '/profile',
      '/en',
      '/en/company',
    ]) {
      const said = wordsOf((await get(address, employee)).html).filter((words) =>
        /(?:сво|ваш)\S* менеджер|менеджер (?:проверит|назовёт)|откроет менеджер|(?:your|a) manager/i.test(words),
      )
      expect([address, said]).toEqual([address, []])
    }
    await employee.close()
  })

  it('[ROLE-03] in the panel too: an address of nothing is 404 in words, a record that is not there leads to its list, which says so', async () => {
    const manager = await signedIn({ browser, url: portal.url }, 'manager', { javaScriptEnabled: false })
    for (const address of [
      '/admin/no-such',
      '/admin/collections/no-such',
      '/admin/collections/no-such/1',
      '/admin/workplace/no-such',
    ]) {
      const { status, html } = await get(address, manager)
      expect([address, status]).toEqual([address, 404])
      expect(wordsOf(html).join(' '), address).toContain('Такой страницы нет')
    }
    const answer = await manager.request.get(`${portal.url}/admin/collections/orders/${NOBODY}`)
    expect([answer.status(), new URL(answer.url()).pathname]).toEqual([200, '/admin/collections/orders'])
    expect(wordsOf(await answer.text()).join(' ')).toContain(NOBODY)
    await manager.close()
  })
})
