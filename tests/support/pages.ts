import axe from 'axe-core'
import type { Locator, Page } from 'playwright-core'

/** What axe finds wrong, as «rule: element». */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: inPage } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> }
    }
    const { violations: found } = await inPage.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      // What holds is not described, element by element.
      resultTypes: ['violations'],
    })
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)
  })
}

/** Dark dots of a drawn page. */
export async function inkOf(drawn: Locator): Promise<number> {
  await drawn.waitFor()
  return drawn.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const dots = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let dark = 0
    for (let at = 0; at < dots.length; at += 4) if ((dots[at] ?? 255) < 128 && (dots[at + 3] ?? 0) > 0) dark += 1
    return dark
  })
}

/** Buttons, chips and tabs lower than the 44 px that a finger needs, as «name: height». */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('button, .chip, .views a, [role=button], summary')]
    const shown = all.filter((one) => one.checkVisibility() && !(one.closest('.chip') && !one.matches('.chip')))
    return shown
      .filter((one) => one.getBoundingClientRect().height < 43.5)
      .map((one) => `${one.getAttribute('aria-label') ?? one.textContent}: ${one.getBoundingClientRect().height}`)
  })
}

/** Makes the browser as slow as a cheap phone or a laden computer, where a page is seen long before it is awake. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: times })
}

type Shift = PerformanceEntry & {
  value: number
  sources: Array<{ node: Node | null; previousRect: DOMRect; currentRect: DOMRect }>
}

/**
 * What has jumped while the page came, as «how much: element from→to», if the sum of its layout shifts is more than
 * `allowed` (1 is a whole screen moved by its whole height). Empty when it stood still.
 */
export async function jumps(page: Page, allowed = 0.01): Promise<string[]> {
  const shifts = await page.evaluate(
    () =>
      new Promise<Array<{ value: number; moved: string }>>((resolve) => {
        const seen: Array<{ value: number; moved: string }> = []
        const place = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ')
        const named = (node: Node | null) =>
          node instanceof Element ? `${node.nodeName}.${node.className}` : (node?.textContent?.slice(0, 40) ?? 'gone')
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as Shift[])
            seen.push({
              value,
              moved: sources
                .map((one) => `${named(one.node)} ${place(one.previousRect)} → ${place(one.currentRect)}`)
                .join('; '),
            })
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(seen)))
      }),
  )
  if (shifts.reduce((sum, { value }) => sum + value, 0) <= allowed) return []
  return shifts.map(({ value, moved }) => `${value.toFixed(4)}: ${moved}`)
}
