import type { Browser, HTTPRequest, Page } from 'puppeteer'
import { AppError, isAppError } from '@/src/lib/errors'
import { ofProcess } from '@/src/lib/ofProcess'
import { onShutdown } from '@/src/lib/shutdown'
import { closeBrowser, dropBrowser, withBrowser } from './browser'
import { createGate } from './gate'

export type PdfOptions = {
  format?: 'A4' | 'A5' | 'A3'
  landscape?: boolean
  /** HTML for the upper and lower margin; `pageNumber` and `totalPages` are Chromium's classes */
  header?: string
  footer?: string
  /** millimetres; 12 all round, 16 below */
  margin?: { top?: number; right?: number; bottom?: number; left?: number }
  signal?: AbortSignal
  /** whose document it is: a person's documents are made one after another, so that others need not wait for them */
  owner?: string
  timeoutMs?: number
}

const MAX_HTML_BYTES = 20 * 1024 * 1024
const MAX_PDF_BYTES = 50 * 1024 * 1024
const PAGES_AT_ONCE = 2
/** of one person at once, and in line */
const EACH = { each: 1, waiting: 40 }
const ADDRESS = 'http://print.invalid/'

/** The page may use its own styles, and pictures and fonts that it carries inside; nothing else, and no scripts. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox"

const gate = ofProcess('print-gate', () => createGate(PAGES_AT_ONCE, EACH))

/**
 * HTML -> PDF in a closed browser: no scripts, no network, no files. Two pages at a time, one of each person; others
 * wait. Throws AppError `rate.limited` (429), `print.tooLarge` (413), `print.timeout` (504), `print.aborted` (499), `print.failed` (500).
 */
export async function htmlToPdf(html: string, options: PdfOptions = {}): Promise<Buffer> {
  if (Buffer.byteLength(html) > MAX_HTML_BYTES) throw new AppError('print.tooLarge', {}, { status: 413 })
  return gate.run(
    async () => {
      throwIfAborted(options.signal)
      try {
        return await attempt(html, options)
      } catch (error) {
        // A browser that died under the page is no fault of the document: once more in a new one.
        if (isAppError(error)) throw error
        throwIfAborted(options.signal)
        return await attempt(html, options).catch((again: unknown) => {
          throw isAppError(again) ? again : new AppError('print.failed', {}, { status: 500, cause: again })
        })
      }
    },
    { owner: options.owner, signal: options.signal },
  )
}

/** Closes the warm browser. The end of the process does it by itself. */
export async function closePrinter(): Promise<void> {
  await closeBrowser()
}

onShutdown(closePrinter)

function attempt(html: string, options: PdfOptions): Promise<Buffer> {
  return withBrowser(async (browser) => {
    let stop: (() => void) | undefined
    const stopped = new Promise<never>((_resolve, reject) => {
      const end = (error: AppError) => {
        reject(error)
        // Closing a page waits for it; a page that hangs is only ended with its browser.
        void dropBrowser(browser)
      }
      const timer = setTimeout(
        () => end(new AppError('print.timeout', {}, { status: 504 })),
        options.timeoutMs ?? 30_000,
      )
      const onAbort = () => end(aborted())
      options.signal?.addEventListener('abort', onAbort, { once: true })
      stop = () => {
        clearTimeout(timer)
        options.signal?.removeEventListener('abort', onAbort)
      }
    })
    const work = draw(browser, html, options)
    work.catch(() => undefined)
    try {
      return await Promise.race([work, stopped])
    } finally {
      stop?.()
    }
  })
}

async function draw(browser: Browser, html: string, options: PdfOptions): Promise<Buffer> {
  const context = await browser.createBrowserContext()
  try {
    const page = await context.newPage()
    await close(page, html)
    await page.goto(ADDRESS, { waitUntil: 'load', timeout: 0 })
    const pdf = await page.pdf({
      format: options.format ?? 'A4',
      landscape: options.landscape ?? false,
      printBackground: true,
      displayHeaderFooter: options.header !== undefined || options.footer !== undefined,
      headerTemplate: options.header ?? '<span></span>',
      footerTemplate: options.footer ?? '<span></span>',
      margin: marginOf(options.margin),
      tagged: true,
      waitForFonts: true,
      timeout: 0,
    })
    if (pdf.byteLength > MAX_PDF_BYTES) throw new AppError('print.tooLarge', {}, { status: 413 })
    return Buffer.from(pdf)
  } finally {
    await context.close().catch(() => undefined)
  }
}

/** Shuts every way out of the page; the document itself is the only thing it is ever given. */
async function close(page: Page, html: string): Promise<void> {
  await page.setJavaScriptEnabled(false)
  await page.setRequestInterception(true)
  let served = false
  page.on('request', (request: HTTPRequest) => {
    const first =
      !served && request.isNavigationRequest() && request.url() === ADDRESS && request.frame() === page.mainFrame()
    if (first) {
      served = true
      const headers = { 'Content-Security-Policy': POLICY, 'Referrer-Policy': 'no-referrer' }
      void request
        .respond({ status: 200, contentType: 'text/html; charset=utf-8', headers, body: html })
        .catch(() => undefined)
    } else if (request.url().startsWith('data:') && !request.isNavigationRequest()) {
      void request.continue().catch(() => undefined)
    } else {
      void request.abort('blockedbyclient').catch(() => undefined)
    }
  })
}

function marginOf(margin: PdfOptions['margin'] = {}): { top: string; right: string; bottom: string; left: string } {
  const { top = 12, right = 12, bottom = 16, left = 12 } = margin
  return { top: `${top}mm`, right: `${right}mm`, bottom: `${bottom}mm`, left: `${left}mm` }
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw aborted()
}

function aborted(): AppError {
  return new AppError('print.aborted', {}, { status: 499 })
}
