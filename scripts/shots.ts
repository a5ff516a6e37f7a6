// Takes a picture of every page of a running portal: desktop and phone, light and dark, ru and en.
//   npm run shots -- --url http://localhost:3000 --out .data/shots [--only orders] [--docs]
// `--panel` takes every page of the panel instead, for each of `--roles` in each of `--looks`: see shots/panel.ts.
// `--login email:password` takes the cabinet as that person: somebody new has every page empty.
// `--docs` writes only the pictures that the README shows, into docs/pictures.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type BrowserContext } from 'playwright-core'
import { shootPanel } from './shots/panel'
import { findChromium } from '@/src/mechanisms/print/chromium'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: process.env.PUBLIC_URL ?? 'http://localhost:3000' },
    out: { type: 'string', default: '.data/shots' },
    only: { type: 'string' },
    docs: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    login: { type: 'string', default: 'client@demo.kabinet:demo-client' },
    panel: { type: 'boolean', default: false },
    roles: { type: 'string', default: 'admin,head,manager,accountant,editor' },
    looks: { type: 'string', default: 'desktop-light-ru,phone-light-ru,desktop-dark-ru,desktop-light-en' },
  },
})

const [email = '', password = ''] = values.login.split(':')
const CLIENT = { email, password }
const ADMIN = { email: 'admin@demo.kabinet', password: 'demo-admin' }
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }

/**
 * Pages of the cabinet; the address of a thing is the first `link` of a list; `press` opens what a page shows only
 * then, `wait` gives it time to draw (ms). */
type Shot = {
  name: string
  path?: string
  anonymous?: boolean
  from?: string
  link?: string
  press?: string
  wait?: number
}
type Look = { theme: 'light' | 'dark'; size: string; locale: string }

const PAGES: Shot[] = [
  { name: 'login', path: '/login', anonymous: true },
  { name: 'register', path: '/register', anonymous: true },
  { name: 'home', path: '/' },
  { name: 'catalogue', path: '/catalogue' },
  { name: 'group', from: '/catalogue', link: 'a[href*="/catalogue/"]' },
  { name: 'product', from: '/catalogue', link: 'a[href*="/products/"]' },
  { name: 'quick-order', path: '/quick-order' },
  { name: 'cart', path: '/cart' },
  { name: 'checkout', path: '/checkout' },
  { name: 'orders', path: '/orders' },
  { name: 'order', from: '/orders', link: 'main a.row-link' },
  { name: 'contracts', path: '/contracts' },
  { name: 'contract', from: '/contracts', link: 'main a.row-link' },
  { name: 'documents', path: '/documents' },
  { name: 'document', from: '/documents?withFile=1&view=unpaid', link: 'main a.row-link', wait: 2_500 },
  { name: 'preview', path: '/documents?withFile=1', press: 'main a[data-preview]' },
  { name: 'statement', path: '/statement' },
  { name: 'notifications', path: '/notifications' },
  { name: 'profile', path: '/profile' },
  { name: 'company', path: '/company' },
  { name: 'forms', path: '/forms' },
  { name: 'form', from: '/forms', link: 'main a[href*="/forms/"]' },
  { name: 'site-map', path: '/site-map' },
  { name: 'lost', path: '/nothing/here' },
]
const ADMIN_PAGES: Shot[] = [
  { name: 'admin', path: '/admin' },
  { name: 'admin-workplace', path: '/admin/workplace/orders' },
  { name: 'admin-orders', path: '/admin/collections/orders' },
  { name: 'admin-companies', path: '/admin/collections/companies' },
  { name: 'admin-exchange', path: '/admin/exchange' },
  { name: 'admin-queue', path: '/admin/queue' },
  { name: 'admin-modules', path: '/admin/globals/modules' },
]
const DOCS = [
  ['home', 'desktop', 'light'],
  ['home', 'phone', 'light'],
  ['home', 'desktop', 'dark'],
  ['orders', 'desktop', 'light'],
  ['orders', 'phone', 'light'],
  ['order', 'desktop', 'light'],
  ['order', 'desktop', 'dark'],
  ['order', 'phone', 'light'],
  ['catalogue', 'desktop', 'light'],
  ['catalogue', 'phone', 'light'],
  ['cart', 'desktop', 'light'],
  ['statement', 'desktop', 'light'],
  ['admin', 'desktop', 'light'],
  ['admin-workplace', 'desktop', 'light'],
  ['admin-exchange', 'desktop', 'light'],
].map((parts) => parts.join('-'))

const out = path.resolve(values.docs ? 'docs/pictures' : values.out)
mkdirSync(out, { recursive: true })
const { executablePath, env } = await findChromium()
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env } as Record<string, string>,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-zygote'],
})
const found = new Map<string, string>()
let count = 0

if (values.panel) {
  count = await shootPanel(browser, {
    url: values.url,
    out,
    roles: values.roles.split(','),
    looks: values.looks.split(','),
    only: values.only,
    full: values.full,
  })
} else {
  for (const theme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const locale of values.docs || theme === 'dark' ? ['ru'] : ['ru', 'en']) {
        await shoot({ theme, size, viewport, locale })
      }
    }
  }
}
await browser.close()
process.stdout.write(`${count} pictures in ${out}\n`)

async function shoot({
  theme,
  size,
  viewport,
  locale,
}: Look & { viewport: { width: number; height: number } }): Promise<void> {
  const options = { viewport, colorScheme: theme, locale, deviceScaleFactor: 1 }
  const guest = await browser.newContext(options)
  const client = await browser.newContext(options)
  const admin = await browser.newContext(options)
  await signIn(client, 'users', CLIENT)
  await signIn(admin, 'staff', ADMIN)
  for (const page of PAGES) await one(page.anonymous ? guest : client, page, { theme, size, locale })
  if (locale === 'ru') for (const page of ADMIN_PAGES) await one(admin, page, { theme, size, locale })
  for (const context of [guest, client, admin]) await context.close()
}

async function one(context: BrowserContext, page: Shot, { theme, size, locale }: Look): Promise<void> {
  const key = `${page.name}-${size}-${theme}`
  if (values.only && !page.name.includes(values.only)) return
  if (values.docs && !DOCS.includes(key)) return
  const tab = await context.newPage()
  const prefix = locale === 'en' && !page.name.startsWith('admin') ? '/en' : ''
  try {
    if (page.link && !found.has(page.name)) {
      await tab.goto(values.url + (page.from ?? '/'))
      found.set(page.name, (await tab.locator(page.link).first().getAttribute('href', { timeout: 5_000 })) ?? '/')
    }
    const address = page.path ?? found.get(page.name) ?? '/'
    await tab.goto(
      values.url + (prefix && !address.startsWith('/en') ? prefix + (address === '/' ? '' : address) : address),
      { waitUntil: 'load' },
    )
    await tab.waitForTimeout(page.name.startsWith('admin') ? 1_500 : 400)
    if (page.wait) await tab.waitForTimeout(page.wait)
    if (page.press) {
      await tab.locator(page.press).first().click({ timeout: 5_000 })
      await tab.waitForTimeout(1_500)
    }
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    if (wide) process.stdout.write(`wider than the window: ${key}-${locale}\n`)
    await tab.screenshot({
      path: path.join(out, `${values.docs ? key : `${key}-${locale}`}.png`),
      fullPage: values.full,
    })
    count += 1
  } catch (error) {
    process.stdout.write(`no picture of ${key}-${locale}: ${String(error).split('\n')[0]}\n`)
  } finally {
    await tab.close()
  }
}

async function signIn(
  context: BrowserContext,
  collection: string,
  login: { email: string; password: string },
): Promise<void> {
  const response = await context.request.post(`${values.url}/api/${collection}/login`, {
    data: login,
    headers: { origin: values.url },
  })
  if (!response.ok()) throw new Error(`Cannot sign in as ${login.email}: ${response.status()}`)
}
