import { expect, it } from 'vitest'
import { runShutdown } from '@/src/lib/shutdown'
import { withBrowser } from '@/src/mechanisms/print/browser'
import { htmlToPdf } from '@/src/mechanisms/print/render'

it('the end of the process closes the browser that prints', async () => {
  await htmlToPdf('<p>x')
  const child = await withBrowser(async (browser) => browser.process())
  expect(child?.exitCode).toBeNull()
  await runShutdown()
  await expect.poll(() => child?.exitCode ?? child?.signalCode ?? null, { timeout: 10_000 }).not.toBeNull()
})
