// Takes a picture of every page of the panel of a running demo, as each role of the staff sees it.
//   npm run shots -- --panel --url http://localhost:3000 --out .data/shots [--roles admin,manager] [--only list-] [--looks desktop-light-ru,phone-dark-ru]
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import logins from '@/src/demo/logins.json'
import { panelPages, type PanelShot } from './panelPages'

export type PanelOptions = {
  url: string
  out: string
  roles: readonly string[]
  looks: readonly string[]
  only?: string
  full: boolean
}

const SIZES: Readonly<Record<string, { width: number; height: number }>> = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
}

/** @returns how many pictures were taken; what is wider than its window is said on the way */
export async function shootPanel(browser: Browser, options: PanelOptions): Promise<number> {
  let count = 0
  for (const role of options.roles) {
    for (const look of options.looks) count += await shootRole(browser, { ...options, role, look })
  }
  return count
}

async function shootRole(
  browser: Browser,
  { url, out, role, look, only, full }: PanelOptions & { role: string; look: string },
): Promise<number> {
  const [size = 'desktop', theme = 'light', locale = 'ru'] = look.split('-')
  const viewport = SIZES[size] ?? { width: 1280, height: 900 }
  const context = await browser.newContext({ viewport, colorScheme: theme === 'dark' ? 'dark' : 'light', locale })
  await signIn(context, url, role)
  await context.addCookies([{ name: 'payload-lng', value: locale, url }])
  const pages = (await panelPages(context, url)).filter(({ name }) => !only || name.includes(only))
  let count = 0
  for (const page of pages)
    count += await picture(context, {
      page,
      address: url + page.path,
      file: path.join(out, `${page.name}-${role}-${look}.png`),
      full,
    })
  await context.close()
  return count
}

type Picture = { page: PanelShot; address: string; file: string; full: boolean }

async function picture(context: BrowserContext, { page, address, file, full }: Picture): Promise<number> {
  const tab = await context.newPage()
  try {
    await tab.goto(address, { waitUntil: 'load' })
    await tab.waitForTimeout(700)
    const wide = await tab.evaluate(() =>
      [...document.querySelectorAll('html, .kb-scroll, .collection-list .table, .app-header, .doc-controls')]
        .filter((box) => box.scrollWidth > box.clientWidth + 1)
        .map((box) => box.className || 'the page'),
    )
    if (wide.length > 0) process.stdout.write(`wider than its window: ${page.name}, ${wide.join(', ')} (${file})\n`)
    await tab.screenshot({ path: file, fullPage: full })
    return 1
  } catch (error) {
    process.stdout.write(`no picture of ${page.name}: ${String(error).split('\n')[0]}\n`)
    return 0
  } finally {
    await tab.close()
  }
}

async function signIn(context: BrowserContext, url: string, role: string): Promise<void> {
  const login = logins.find((one) => one.collection === 'staff' && one.role === role)
  if (!login) throw new Error(`The demo has no ${role}`)
  const answer = await context.request.post(`${url}/api/staff/login`, {
    data: { email: login.email, password: login.password },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(`Cannot sign in as ${login.email}: ${answer.status()}`)
}
