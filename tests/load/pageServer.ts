import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../../scripts/lib/postgres.mjs'
import { root } from '../../scripts/lib/paths.mjs'
import { testEnvironment } from '../support/cluster'

export type Memory = { rss: number; heapUsed: number }

export type WebServer = {
  url: string
  /** Bytes that stay after a full garbage collection. */
  memory: () => Promise<Memory>
  /** Milliseconds of processor time that the process has taken so far. */
  cpu: () => Promise<number>
  stop: () => Promise<void>
}

/** The built web process of production over this database, with a probe for its heap. */
export async function startWeb(databaseUrl: string, folder: string): Promise<WebServer> {
  const file = path.join(root, '.next/standalone/server.js')
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build first`)
  return startProbed([file], { cwd: root, folder, databaseUrl, ready: '/api/ready' })
}

/** The environment of a web process, and of what stands beside it, over this database. */
export function webEnvironment({
  port,
  databaseUrl,
  folder,
}: {
  port: number
  databaseUrl: string
  folder: string
}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...testEnvironment,
    NODE_ENV: 'production',
    NODE_OPTIONS: '',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    DEMO: '1',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOSTNAME: 'localhost',
    PUBLIC_URL: `http://localhost:${port}`,
    KABINET_ROOT: root,
    MEDIA_DIR: path.join(folder, 'media'),
    SPOOL_DIR: path.join(folder, 'spool'),
    NEXT_MANUAL_SIG_HANDLE: '1',
  }
}

type Probed = { cwd: string; folder: string; databaseUrl: string; /** answers 200 once it serves */ ready: string }

/** A web process of Node with the probe, on a free port; `args` begin with its script. */
export async function startProbed(
  args: readonly string[],
  { cwd, folder, databaseUrl, ready }: Probed,
): Promise<WebServer> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = webEnvironment({ port, databaseUrl, folder })
  const probe = path.join(root, 'tests/load/heap-probe.cjs')
  const web = spawn(process.execPath, ['--expose-gc', '--require', probe, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await answering(url + ready, web)
  return {
    url,
    memory: async () => {
      web.send('heap')
      const [seen] = (await once(web, 'message')) as [Memory] // the probe sends what it is asked for
      return seen
    },
    cpu: async () => {
      web.send('cpu')
      const [{ ms }] = (await once(web, 'message')) as [{ ms: number }] // as above
      return ms
    },
    stop: async () => {
      const ended = once(web, 'exit')
      web.kill('SIGTERM')
      await ended
    },
  }
}

async function answering(address: string, web: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300 && web.exitCode === null; attempt += 1) {
    if ((await fetch(address).catch(() => null))?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The web process did not become ready')
}
