import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '@/tests/support/browser'
import { startPortal, type Portal } from '@/tests/support/portal'
import { signedIn } from '@/tests/support/signedIn'
import { root } from '../../scripts/lib/paths.mjs'
import { queryOnce } from '../../scripts/lib/database.mjs'

/** Every address that the portal names to people is one that opens, in each language, whole and without script. */

let portal: Portal
let browser: Browser
let client: BrowserContext

const get = async (address: string, context = client): Promise<{ status: number; html: string }> => {
  const answer = await context.request.get(new URL(address, portal.url).href)
  return { status: answer.status(), html: /html/.test(answer.headers()['content-type'] ?? '') ? await answer.text() : '' }
}

/** Addresses of this portal that a page leads to, but for the same page in the other language. */
const linksOf = (html: string): string[] => [...new Set([...html.replace(/<a\b[^>]*hreflang="[^>]*>/gi, '').matchAll(/<a\b[^>]*?\shref="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&').replace(/#.*/, '')))]

/** One for each shape of address is enough: `/orders/10-2481` and `/orders/10-2482` are one page, and so are pages of a list. */
const shapeOf = (address: string): string => {
  const { pathname, searchParams } = new URL(address, portal.url)
  return `${pathname.replace(/\/(orders|documents|contracts|products|catalogue|letters)\/[^/]+/, '/$1/*')}?${[...searchParams.keys()].sort().join('&')}`
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
      const named = [...readFileSync(path.join(root, file), 'utf8').matchAll(/`(?:https:\/\/[^/`]*)?(\/[a-z][\w./-]*)`/g)].map(([, address = '']) => address)
      expect(named).toContain('/demo/letters')
      for (const address of new Set(named)) {
        const answer = await guest.request.get(portal.url + address)
        // What asks for a password is there; what is not there says so.
        expect([200, 401], `${file} ${address}`).toContain(answer.status())
      }
    }
    await guest.close()
  })

  it.each([['ru', ''], ['en', '/en']])('[NAV-01] that navigation and pages lead to open, and theirs in turn (%s)', { timeout: 240_000 }, async (_locale, prefix) => {
    const seen = new Set<string>()
    const wrong: string[] = []
    let waiting = [prefix || '/', `${prefix}/site-map`, `${prefix}/notifications`]
    for (let depth = 0; depth < 3; depth += 1) {
      const next: string[] = []
      for (const address of waiting) {
        const shape = shapeOf(address)
        if (seen.has(shape)) continue
        seen.add(shape)
        const { status, html } = await get(address)
        if (status !== 200) wrong.push(`${address}: ${status}`)
        if (/data-coming/.test(html)) wrong.push(`${address}: a skeleton without script`)
        if (prefix === '/en') wrong.push(...linksOf(html).filter((href) => !/^\/(?:en(?:\/|\?|$)|api\/|admin|_next)/.test(href)).map((href) => `${address} leads to ${href} in the other language`))
        next.push(...linksOf(html).filter((href) => (prefix === '' ? !href.startsWith('/en') : href.startsWith('/en'))))
      }
      waiting = next
    }
    expect(wrong).toEqual([])
    expect(seen.size).toBeGreaterThan(15)
  })

  it.each([['ru', /^\/(?!en)/], ['en', /^\/en(?:\/|$)/]] as const)('[AUTH-10] that letters and news hold open for whom they were written to (%s)', { timeout: 240_000 }, async (locale, own) => {
    const [order] = await queryOnce(portal.databaseUrl, `update users set locale = '${locale}' where email = 'client@demo.kabinet' returning
      (select o.id from orders o join memberships m on m.company_id = o.company_id where m.user_id = users.id and o.status = 'working' limit 1) as id`)
    const manager = await signedIn({ browser, url: portal.url }, 'manager')
    const words = `Letter in ${locale}`
    const sent = await manager.request.post(`${portal.url}/api/actions/comments.add`, { data: { entity: 'orders', id: order?.id, body: words }, headers: { origin: portal.url } })
    expect(sent.status()).toBe(200)
    await manager.close()

    const guest = await browser.newContext({ javaScriptEnabled: false })
    const page = await guest.newPage()
    const prefix = locale === 'en' ? '/en' : ''
    let letter = ''
    await expect.poll(async () => {
      await page.goto(`${portal.url}${prefix}/demo/letters`)
      for (const link of await page.locator('main a[href*="/demo/letters/"]').all()) {
        const href = (await link.getAttribute('href')) ?? ''
        const html = (await get(href, guest)).html
        // Their colleagues hear of it, too, each in a language of their own.
        if (html.includes(words) && html.includes('client@demo.kabinet')) letter = html
      }
      return letter
    }, { timeout: 60_000 }).not.toBe('')
    const source = letter.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    const addresses = [...source.matchAll(/href="(https?:\/\/localhost:\d+)(\/[^"]*)"/g)].map(([, host, address = '']) => [host, address] as const)
    expect(addresses.length).toBeGreaterThan(2)
    for (const [host, address] of addresses) {
      expect([host, own.test(address)], address).toEqual([portal.url, true])
      expect([address, (await get(address)).status]).toEqual([address, 200])
    }
    const news = await queryOnce(portal.databaseUrl, `select distinct n.link from notifications n join users u on u.id = n.user_id where n.link is not null and u.email = 'client@demo.kabinet'`)
    expect(news.length).toBeGreaterThan(0)
    for (const { link } of news) expect([link, (await get(`${prefix}${String(link)}`)).status]).toEqual([link, 200])
    await guest.close()
  })

  it('what is not there answers 404 and comes in its language, signed in or not', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    for (const address of ['/orders/no-such', `/documents/${nobody}`, `/contracts/${nobody}`, '/products/no-such', '/no-such', '/demo/letters/no-such']) {
      for (const prefix of ['', '/en']) {
        const { status, html } = await get(prefix + address)
        expect([prefix + address, status]).toEqual([prefix + address, 404])
        // Next draws what is not there in the browser: the page comes with its words and its language, whole with script.
        expect(html).toMatch(new RegExp(`lang\\\\?["=:\\\\]+"?${prefix ? 'en' : 'ru'}`))
      }
    }
  })
})
