import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { checkPort } from '@/scripts/lib/portal.mjs'

const open: Server[] = []
const taken = async (): Promise<number> => {
  const server = createServer()
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

describe('the port of npm start', () => {
  it.each([Number.NaN, 0, -1, 1.5, 65_536])('%s is refused by a sentence in both languages', async (port) => {
    await expect(checkPort(port, '127.0.0.1')).rejects.toMatchObject({
      name: 'Trouble',
      message: expect.stringMatching(/нужно число от 1 до 65535[^\n]*\n.*a number from 1 to 65535/),
    })
  })

  it('that another program holds is refused with one that may be tried', async () => {
    const port = await taken()
    await expect(checkPort(port, '127.0.0.1')).rejects.toMatchObject({
      name: 'Trouble',
      message: expect.stringContaining(`Port ${port} is taken`),
    })
  })

  it('that a killed start is just leaving is waited for', async () => {
    const port = await taken()
    const waiting = checkPort(port, '127.0.0.1', 20_000)
    open.pop()?.close()
    await expect(waiting).resolves.toBeUndefined()
  })

  it('of an address that this machine has not is refused too', async () => {
    await expect(checkPort(3000, '203.0.113.77')).rejects.toMatchObject({
      name: 'Trouble',
      message: expect.stringContaining('EADDRNOTAVAIL'),
    })
  })
})
