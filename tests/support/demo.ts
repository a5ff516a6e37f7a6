import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { root } from '../../scripts/lib/paths.mjs'
import { testEnvironment } from './cluster'
import { createDatabase, scratchFolder } from './database'

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's demo: each portal of the tests gets a copy. */
    demo: Demo
  }
}

/** A database that holds the demo company, and the folders with its files and with those of its exchange. */
export type Demo = { database: string; media: string; spool: string }

/** The demo as the portal itself fills it, on the run's own server. */
export async function makeDemo(server: string): Promise<Demo> {
  const database = `demo_${process.pid}`
  const folder = scratchFolder('demo')
  const media = path.join(folder, 'media')
  const spool = path.join(folder, 'spool')
  await fillWithDemo({ DATABASE_URL: await createDatabase(server, database), MEDIA_DIR: media, SPOOL_DIR: spool })
  return { database, media, spool }
}

/** Runs the built seed over the database that `env` names. @throws what it wrote, when it fails */
export async function fillWithDemo(env: Record<string, string | undefined>): Promise<void> {
  const all: NodeJS.ProcessEnv = {
    ...process.env,
    ...testEnvironment,
    NODE_OPTIONS: '',
    KABINET_ROOT: root,
    DEMO: '1',
    ...env,
    NODE_ENV: 'production',
  }
  const child = spawn(process.execPath, [path.join(root, 'dist/seed.mjs')], {
    cwd: root,
    env: all,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (said += String(chunk)))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`The demo could not be made:\n${said.slice(-4_000)}`)
}
