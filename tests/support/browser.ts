import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findChromium, librariesBeside } from '@/src/mechanisms/print/chromium'
import { root } from '../../scripts/lib/paths.mjs'

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

/** A headless Chromium: CHROMIUM_PATH, or the one inside the packages, unpacked once into .data/chromium. */
export async function launchBrowser(): Promise<Browser> {
  process.env.CHROMIUM_DIR ??= path.join(root, '.data/chromium')
  const { executablePath, env } = await findChromium()
  const libraries = process.env.CHROMIUM_PATH ? {} : { LD_LIBRARY_PATH: librariesBeside(executablePath) }
  const browser = await chromium.launch({
    executablePath,
    args: ARGS,
    env: { ...stringsOf(process.env), ...libraries, ...env },
  })
  const open = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await open(options)
    if (options?.javaScriptEnabled !== false) context.on('page', opensAwake)
    return context
  }
  return browser
}

/**
 * A page is seen before it hears: on a laden machine, long before. A person who finds that a press did nothing presses
 * again; a test does not, so that what opens a page here comes back when the page is awake.
 */
function opensAwake(page: Page): void {
  const goto = page.goto.bind(page)
  const reload = page.reload.bind(page)
  page.goto = async (...given) => {
    const answer = await goto(...given)
    await awake(page)
    return answer
  }
  page.reload = async (...given) => {
    const answer = await reload(...given)
    await awake(page)
    return answer
  }
}

/** Waits until React knows every control of the page and its effects have run. A page without React is awake as it is. */
async function awake(page: Page): Promise<void> {
  await page
    .waitForFunction(
      () => {
        if (!('__next_f' in window)) return true
        const controls = [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary')]
        return controls.every((one) => Object.keys(one).some((key) => key.startsWith('__reactFiber$')))
      },
      null,
      { timeout: 20_000 },
    )
    .catch((error: Error) => {
      // A page that leads on by itself is another one by now; the next wait of the test is for what it shows.
      if (!/context was destroyed|Target closed|navigat/i.test(error.message)) throw error
    })
  await page
    .evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    .catch(() => undefined)
}

/** Collects what a page complains about: script errors, refused resources, broken policy. Must stay empty. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  return complaints
}

const stringsOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
