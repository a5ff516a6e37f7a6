import type { Browser } from 'puppeteer'
import { ofProcess } from '@/src/lib/ofProcess'
import { findChromium, type Chromium } from './chromium'

/** A browser is replaced after this many renders: whatever leaked goes with it. */
const RENDERS_PER_BROWSER = 200
const IDLE_CLOSE_MS = 60_000

const FLAGS = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  // A second wall behind the refused requests: no name resolves and every connection goes to a dead proxy.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
]
const NO_SANDBOX = ['--no-sandbox']

type Slot = { browser: Promise<Browser>; renders: number; active: number; retired: boolean }
type State = { slot: Slot | null; idle: NodeJS.Timeout | null; sandbox: boolean | null }

const state = ofProcess('print-browser', (): State => ({ slot: null, idle: null, sandbox: null }))

/** Runs `work` with the warm browser, starting one when there is none. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  if (state.idle) clearTimeout(state.idle)
  const slot = currentSlot()
  slot.active += 1
  slot.renders += 1
  try {
    return await work(await slot.browser)
  } finally {
    slot.active -= 1
    if (slot.active === 0) {
      if (slot.retired) void shut(slot)
      else armIdle()
    }
  }
}

/** Kills the browser at once: the only sure way to stop a page that hangs. The next render gets a new one. */
export async function dropBrowser(browser: Browser): Promise<void> {
  if (state.slot && (await state.slot.browser.catch(() => null)) === browser) state.slot = null
  browser.process()?.kill('SIGKILL')
  await browser.close().catch(() => undefined)
}

/** Closes the browser, for the end of the process. */
export async function closeBrowser(): Promise<void> {
  if (state.idle) clearTimeout(state.idle)
  const { slot } = state
  state.slot = null
  if (slot) await shut(slot)
}

function currentSlot(): Slot {
  if (state.slot && state.slot.renders >= RENDERS_PER_BROWSER) {
    state.slot.retired = true
    if (state.slot.active === 0) void shut(state.slot)
    state.slot = null
  }
  if (state.slot) return state.slot

  const slot: Slot = { browser: launch(), renders: 0, active: 0, retired: false }
  state.slot = slot
  slot.browser.then(
    (browser) => browser.once('disconnected', () => forget(slot)),
    () => forget(slot),
  )
  return slot
}

function forget(slot: Slot): void {
  if (state.slot === slot) state.slot = null
}

async function shut(slot: Slot): Promise<void> {
  const browser = await slot.browser.catch(() => null)
  await browser?.close().catch(() => undefined)
}

function armIdle(): void {
  state.idle = setTimeout(() => {
    if (state.slot?.active === 0) void closeBrowser()
  }, IDLE_CLOSE_MS)
  state.idle.unref()
}

/** With Chromium's own sandbox where this machine allows it (not as root, user namespaces on), else without. */
async function launch(): Promise<Browser> {
  const chromium = await findChromium()
  if (process.getuid?.() !== 0 && state.sandbox !== false) {
    try {
      const browser = await start(chromium, FLAGS)
      state.sandbox = true
      return browser
    } catch {
      state.sandbox = false
    }
  }
  return start(chromium, [...FLAGS, ...NO_SANDBOX])
}

async function start(chromium: Chromium, args: string[]): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer')
  return puppeteer.launch({
    executablePath: chromium.executablePath,
    headless: 'shell',
    args,
    pipe: true,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...chromium.env },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 30_000,
    protocolTimeout: 60_000,
  })
}
