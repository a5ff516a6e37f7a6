import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queryOnce, watchCluster } from '@/scripts/lib/database.mjs'
import { postgresHome } from '@/scripts/lib/postgres-home.mjs'
import { carelessFlags, isAlive, makeCluster, runningServer, startCluster, superuser } from '@/scripts/lib/postgres.mjs'

const dir = path.join(postgresHome().base, `test-run-${process.pid}-lifecycle`)
// With the flags of a real portal: what was committed has to survive.
const start = () => startCluster(dir)
const address = (port: number): string => `postgres://${superuser}:pass@127.0.0.1:${port}/postgres`

const gone = async (pid: number): Promise<void> => {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe('embedded PostgreSQL', () => {
  beforeAll(() => makeCluster(dir, { password: 'pass', careless: true }))
  afterAll(() => {
    for (const left of [dir, `${dir}.log`]) rmSync(left, { recursive: true, force: true })
  })

  it('answers with its password only, and is gone after stop', async () => {
    const server = await start()
    expect(await queryOnce(address(server.port), 'select 1 as one')).toEqual([{ one: 1 }])
    await expect(queryOnce(address(server.port).replace(':pass@', ':wrong@'), 'select 1')).rejects.toThrow(/password/)
    await server.stop()
    expect(isAlive(server.pid)).toBe(false)
    expect(runningServer(dir)).toBeNull()
  })

  it('a second start finds the running server instead of a second one', async () => {
    const first = await start()
    const second = await start()
    expect(second).toMatchObject({ pid: first.pid, port: first.port, adopted: true })
    await first.stop()
  })

  it('comes up again after kill -9, whose pid file stays, with its committed rows', async () => {
    const server = await start()
    await queryOnce(address(server.port), 'create table kept as select 7 as seven')
    process.kill(server.pid, 'SIGKILL')
    await gone(server.pid)
    const again = await start()
    expect(again.adopted).toBe(false)
    expect(await queryOnce(address(again.port), 'select seven from kept')).toEqual([{ seven: 7 }])
    await again.stop()
  })

  it('killed alone it is started again on its port while somebody keeps it, and not after stop', async () => {
    const told: string[] = []
    const database = watchCluster(dir, await start())
    const { port, pid } = runningServer(dir) ?? { port: 0, pid: 0 }
    database.keep(() => told.push('down'))
    process.kill(pid, 'SIGKILL')
    // PostgreSQL writes this file in place: what one reading said is asked of no second one.
    let again = runningServer(dir)
    while (!again || again.pid === pid) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      again = runningServer(dir)
    }
    expect(again.port).toBe(port)
    expect(await queryOnce(address(port), 'select seven from kept')).toEqual([{ seven: 7 }])
    expect(told).toEqual(['down'])
    await database.stop()
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(runningServer(dir)).toBeNull()
    expect(told).toEqual(['down'])
  })

  it('a taken port is no obstacle', async () => {
    const { port, stop } = await start()
    const other = path.join(postgresHome().base, `test-run-${process.pid}-other`)
    makeCluster(other, { password: 'pass', careless: true })
    const second = await startCluster(other, { port, flags: carelessFlags })
    expect(second.port).not.toBe(port)
    await second.stop()
    await stop()
    for (const left of [other, `${other}.log`]) rmSync(left, { recursive: true, force: true })
  })
})
