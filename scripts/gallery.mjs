/**
 * Pictures of the components without a database: renders scripts/gallery/pages.tsx, serves it, takes pictures, runs axe.
 *
 *   node scripts/gallery.mjs build            .data/gallery: html, css, script
 *   node scripts/gallery.mjs shots [name …]   pictures at 1280 and 390, light and dark, ru and en
 *   node scripts/gallery.mjs axe              axe on every page in both themes; ends with 1 when it finds something
 *   node scripts/gallery.mjs serve            keeps serving on http://localhost:4400
 */
import { createServer } from 'node:http'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import tailwind from '@tailwindcss/postcss'
import { build } from 'esbuild'
import postcss from 'postcss'

const root = path.resolve(import.meta.dirname, '..')
const out = path.join(root, '.data/gallery')
const stubs = path.join(root, 'scripts/gallery/stubs')
const fonts = path.join(root, 'node_modules/@fontsource-variable/golos-text/files')
const PORT = 4400

const [command = 'build', ...only] = process.argv.slice(2)
await mkdir(out, { recursive: true })
const { render, names } = await make()
if (command !== 'build') await withServer({ shots, axe, serve: () => new Promise(() => undefined) }[command])

async function make() {
  const shared = {
    bundle: true,
    jsx: 'automatic',
    format: 'esm',
    loader: { '.woff2': 'file' },
    alias: {
      '@': root,
      'next/link': path.join(stubs, 'link.tsx'),
      'next/navigation': path.join(stubs, 'navigation.ts'),
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  }
  await Promise.all([
    build({
      ...shared,
      entryPoints: [path.join(root, 'scripts/gallery/render.tsx')],
      outfile: path.join(out, 'render.mjs'),
      platform: 'node',
      external: ['react', 'react-dom'],
    }),
    build({
      ...shared,
      entryPoints: [path.join(root, 'scripts/gallery/client.tsx')],
      outdir: out,
      splitting: true,
      minify: true,
      platform: 'browser',
    }),
    css(),
  ])
  return import(pathToFileURL(path.join(out, 'render.mjs')).href)
}

async function css() {
  const from = path.join(root, 'app/(cabinet)/globals.css')
  const source = `${await readFile(from, 'utf8')}\n@source '../../scripts/gallery';\n`
  const { css: text } = await postcss([tailwind({ optimize: true })]).process(source, { from })
  const faces = ['cyrillic', 'latin', 'latin-ext']
  const ranges = {
    cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+2116',
    latin: 'U+0000-00FF,U+2000-206F,U+2190-2193,U+2212',
    'latin-ext': 'U+0100-02BA,U+20A0-20C0',
  }
  const face = faces.map(
    (name) =>
      `@font-face{font-family:"Golos Text";font-weight:400 900;src:url(/fonts/golos-text-${name}-wght-normal.woff2) format("woff2");unicode-range:${ranges[name]}}`,
  )
  await writeFile(path.join(out, 'gallery.css'), face.join('\n') + text)
}

async function withServer(work) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost')
    const page = /^\/(\w+)\/(ru|en)\/(light|dark)$/.exec(url.pathname)
    try {
      if (page)
        return response.setHeader('content-type', 'text/html; charset=utf-8').end(render(page[1], page[2], page[3]))
      if (url.pathname === '/search.json')
        return response.end(
          JSON.stringify({
            groups: [
              {
                key: 'orders',
                title: 'Заказы',
                items: [
                  {
                    href: '/orders/10-2481',
                    title: 'Заказ 10-2481',
                    note: 'Собирается, 24 ноября',
                    aside: '182 400 ₽',
                  },
                ],
              },
            ],
          }),
        )
      const file = url.pathname.startsWith('/fonts/')
        ? path.join(fonts, path.basename(url.pathname))
        : path.join(out, path.basename(url.pathname))
      const type = { '.css': 'text/css', '.js': 'text/javascript', '.woff2': 'font/woff2' }[path.extname(file)]
      response.setHeader('content-type', type ?? 'text/plain').end(await readFile(file))
    } catch (error) {
      response.writeHead(error.code === 'ENOENT' ? 404 : 500).end(String(error.stack))
    }
  })
  await new Promise((ready) => server.listen(PORT, ready))
  await work().finally(() => server.close())
}

async function withBrowser(work) {
  process.env.TMPDIR = path.join(root, '.data/chromium')
  await mkdir(process.env.TMPDIR, { recursive: true })
  const { default: chromium } = await import('@sparticuz/chromium')
  const { chromium: driver } = await import('playwright-core')
  const browser = await driver.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-zygote'],
  })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

async function shots() {
  await withBrowser(async (browser) => {
    for (const name of only.length ? only : names) {
      for (const [width, height, locale, theme] of [
        [1280, 900, 'ru', 'light'],
        [390, 844, 'ru', 'light'],
        [1280, 900, 'ru', 'dark'],
        [390, 844, 'en', 'dark'],
        [1280, 900, 'en', 'light'],
      ]) {
        const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 })
        page.on('pageerror', (error) => console.log(`${name}: ${error.message}`))
        await page.goto(`http://localhost:${PORT}/${name}/${locale}/${theme}`, { waitUntil: 'networkidle' })
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (wide > 0) console.log(`${name} ${width} ${locale}: ${wide} px too wide`)
        await page.screenshot({
          path: path.join(out, `${name}-${width}-${locale}-${theme}.png`),
          fullPage: width === 1280,
        })
        await page.close()
      }
    }
  })
}

/** In the page: the page itself, then every panel, dialog and the palette, each while it is open. */
async function lookAround() {
  const look = async (what) =>
    (await window.axe.run(what, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
      .violations
  const found = await look(document)
  const shown = (element) => element.checkVisibility() && element.getClientRects().length > 0
  for (const panel of document.querySelectorAll('[popover]')) {
    // axe knows no top layer: it would say that what lies under a panel covers it
    const place = document.createComment('')
    panel.replaceWith(place)
    document.body.append(panel)
    panel.style.zIndex = '9999'
    panel.showPopover()
    if (shown(panel)) found.push(...(await look(panel)))
    panel.hidePopover()
    panel.style.zIndex = ''
    place.replaceWith(panel)
  }
  for (const dialog of document.querySelectorAll('dialog')) {
    dialog.showModal()
    found.push(...(await look(dialog)))
    dialog.close()
  }
  document.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyK', ctrlKey: true, bubbles: true }))
  await new Promise((done) => setTimeout(done, 400))
  const palette = document.querySelector('.palette')
  if (palette) found.push(...(await look(palette)))
  return found
}

async function axe() {
  const source = await readFile(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
  let found = 0
  let checked = 0
  await withBrowser(async (browser) => {
    for (const name of only.length ? only : names) {
      for (const [width, theme] of [
        [1280, 'light'],
        [1280, 'dark'],
        [390, 'light'],
      ]) {
        const page = await browser.newPage({ viewport: { width, height: 900 } })
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await page.goto(`http://localhost:${PORT}/${name}/ru/${theme}`, { waitUntil: 'networkidle' })
        await page.evaluate(source)
        const violations = await page.evaluate(lookAround)
        checked += 1
        for (const violation of violations) {
          found += 1
          console.log(`${name} ${width} ${theme}: ${violation.id}: ${violation.help}`)
          for (const node of violation.nodes.slice(0, 3))
            console.log(
              `   ${node.target.join(' ')}\n   ${node.html.slice(0, 160)}\n   ${node.failureSummary.split('\n')[1] ?? ''}`,
            )
        }
        await page.close()
      }
    }
  })
  console.log(`axe: ${checked} pages, ${found} violations`)
  process.exitCode = found ? 1 : 0
}
