import { expect, it } from 'vitest'
import { beginShutdown, isStopping, onShutdown, runShutdown } from '@/src/lib/shutdown'

it('a shutdown runs all that was registered and not taken back, whatever fails of it', async () => {
  const ran: string[] = []
  onShutdown(() => {
    throw new Error('no')
  })
  onShutdown(async () => Promise.reject(new Error('nor this')))
  onShutdown(async () => {
    await new Promise((resolve) => setImmediate(resolve))
    ran.push('slow')
  })
  const takeBack = onShutdown(() => void ran.push('taken back'))
  onShutdown(() => void ran.push('quick'))
  takeBack()
  expect(isStopping()).toBe(false)
  beginShutdown()
  expect(isStopping()).toBe(true)
  await runShutdown()
  expect(ran).toEqual(['quick', 'slow'])
})
