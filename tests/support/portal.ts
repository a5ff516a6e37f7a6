import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'
import { root } from '../../scripts/lib/paths.mjs'
import { freePort } from '../../scripts/lib/postgres.mjs'
import { testEnvironment } from './cluster'
import { createDatabase, scratchFolder } from './database'
import { fillWithDemo } from './demo'

export type Portal = {
  /** http://localhost:<port> */
  url: string
  databaseUrl: string
  env: NodeJS.ProcessEnv
  web: ChildProcess
  /** What web and worker have written so far. */
  log: () => string
  stop: () => Promise<void>
}

/** `demo`: a copy of the run's demo (the usual), one filled under this portal's own settings, or an empty portal. */
export type PortalOptions = {
  worker?: boolean
  /** As many web processes behind one port, as `npm run serve` runs them. */
  webs?: number
  demo?: boolean | 'own'
  env?: Record<string, string>
  /** Where the web finds its database instead, given where it is. */
  through?: (databaseUrl: string) => Promise<string>
}

const BUILT = ['.next/standalone/server.js', 'dist/worker.mjs', 'dist/seed.mjs']

/** Starts the built portal (web and worker) on a free port over a migrated database of its own, filled with the demo. */
export async function startPortal({
  worker = true,
  webs,
  demo = true,
  env: extra = {},
  through,
}: PortalOptions = {}): Promise<Portal> {
  for (const file of BUILT)
    if (!existsSync(path.join(root, file))) throw new Error(`${file} is missing: run npm run build first`)
  const port = await freePort()
  const name = `portal_${process.pid}_${port}`
  const copied = demo === true ? inject('demo') : null
  const databaseUrl = await createDatabase(inject('testServer'), name, copied?.database)
  const folder = scratchFolder('portal')
  if (copied)
    for (const part of ['media', 'spool'] as const) cpSync(copied[part], path.join(folder, part), { recursive: true })
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...testEnvironment,
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    NODE_OPTIONS: '',
    DEMO: demo ? '1' : '0',
    DATABASE_URL: through ? await through(databaseUrl) : databaseUrl,
    PORT: String(port),
    HOSTNAME: 'localhost',
    PUBLIC_URL: `http://localhost:${port}`,
    KABINET_ROOT: root,
    MEDIA_DIR: path.join(folder, 'media'),
    SPOOL_DIR: path.join(folder, 'spool'),
    NEXT_MANUAL_SIG_HANDLE: '1',
    ...(webs ? { WEB_PROCESSES: String(webs) } : {}),
    ...extra,
  }
  const logFile = path.join(root, '.data/logs', `${name}.log`)
  mkdirSync(path.dirname(logFile), { recursive: true })
  const log = createWriteStream(logFile)
  const launch = (file: string): ChildProcess => {
    const child = spawn(process.execPath, [path.join(root, file)], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => log.write(chunk))
    return child
  }
  if (demo === 'own') await fillWithDemo(env)
  const children = [
    launch(webs ? 'scripts/serve.mjs' : '.next/standalone/server.js'),
    ...(worker ? [launch('dist/worker.mjs')] : []),
  ]
  const [web] = children as [ChildProcess] // the first one always
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(end))
    log.end()
  }
  try {
    await ready(`http://localhost:${port}`, web)
  } catch (error) {
    await stop()
    throw new Error(`The portal did not start:\n${readFileSync(logFile, 'utf8').slice(-4_000)}`, { cause: error })
  }
  return { url: `http://localhost:${port}`, databaseUrl, env, web, log: () => readFileSync(logFile, 'utf8'), stop }
}

async function ready(url: string, web: ChildProcess): Promise<void> {
  const latest = Date.now() + 90_000
  while (Date.now() < latest && web.exitCode === null) {
    const answer = await fetch(`${url}/api/ready`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('not ready')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await ended
  clearTimeout(timer)
}
