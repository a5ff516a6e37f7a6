import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, openSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../../scripts/lib/paths.mjs'
import { freePort } from '../../scripts/lib/postgres.mjs'
import { testEnvironment } from '../support/cluster'
import { createDatabase, scratchFolder } from '../support/database'

const BUILT = { web: '.next/standalone/server.js', worker: 'dist/worker.mjs', seed: 'dist/seed.mjs' }
type Part = keyof typeof BUILT

/** A process of the built portal that is killed and started again as often as wanted. */
export type Mortal = {
  /** Starts it and waits until it works. */
  start: () => Promise<void>
  /** SIGKILL; resolves when it is gone. */
  kill: () => Promise<void>
}

/** A migrated database of its own, with the processes that work on it. */
export type Ground = {
  databaseUrl: string
  url: string
  web: Mortal
  worker: Mortal
  /** Fills the database with the demo. */
  seed: () => Promise<void>
  /** Kills what lives and removes the files. */
  close: () => Promise<void>
}

/** Makes a ground on a throw-away server; nothing runs yet. Logs go to .data/logs/faults-<name>-*.log. */
export async function openGround(server: string, name: string): Promise<Ground> {
  for (const file of Object.values(BUILT))
    if (!existsSync(path.join(root, file))) throw new Error(`${file} is missing: run npm run build first`)
  const port = await freePort()
  const databaseUrl = await createDatabase(server, `faults_${name}_${process.pid}_${port}`)
  const folder = scratchFolder(`faults-${name}`)
  const url = `http://localhost:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...testEnvironment,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: '',
    DEMO: '0',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOSTNAME: 'localhost',
    PUBLIC_URL: url,
    KABINET_ROOT: root,
    MEDIA_DIR: path.join(folder, 'media'),
    SPOOL_DIR: path.join(folder, 'spool'),
    NEXT_MANUAL_SIG_HANDLE: '1',
  }
  const launch = (part: Part, extra: Record<string, string> = {}): ChildProcess => {
    mkdirSync(path.join(root, '.data/logs'), { recursive: true })
    const log = openSync(path.join(root, `.data/logs/faults-${name}-${part}.log`), 'a')
    return spawn(process.execPath, [path.join(root, BUILT[part])], {
      cwd: root,
      env: { ...env, ...extra },
      stdio: ['ignore', log, log, 'ipc'],
    })
  }
  const web = mortal(
    () => launch('web'),
    () => webReady(url),
  )
  const worker = mortal(
    () => launch('worker'),
    (child) => once(child, 'message'),
  )
  return {
    databaseUrl,
    url,
    web,
    worker,
    seed: async () => {
      const [code] = await once(launch('seed', { DEMO: '1' }), 'exit')
      if (code !== 0) throw new Error(`The demo could not be made; see .data/logs/faults-${name}-seed.log`)
    },
    close: async () => {
      await Promise.all([web.kill(), worker.kill()])
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function mortal(launch: () => ChildProcess, ready: (child: ChildProcess) => Promise<unknown>): Mortal {
  let child: ChildProcess | undefined
  const isGone = (one: ChildProcess): boolean => one.exitCode !== null || one.signalCode !== null
  return {
    start: async () => {
      const started = launch()
      child = started
      const died = once(started, 'exit').then(([code]) => {
        throw new Error(`A process of the portal ended by itself (${String(code)}); see .data/logs/faults-*.log`)
      })
      await Promise.race([
        ready(started),
        died,
        pause(60_000).then(() => Promise.reject(new Error('A process of the portal did not start in 60 s'))),
      ])
      died.catch(() => undefined) // later it is killed on purpose
    },
    kill: async () => {
      if (!child || isGone(child)) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function webReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    const answer = await fetch(`${url}/api/ready`).catch(() => null)
    if (answer?.ok) return
    await pause(60)
  }
  throw new Error('The web process does not become ready')
}
