import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { lstat, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { loneSetting } from '@/src/lib/settings'

export type Chromium = {
  executablePath: string
  /** libraries and fonts for a machine that has none; empty for the system's own browser */
  env: Record<string, string>
}

const PACKAGE = '@sparticuz/chromium'
let unpacking: Promise<string> | null = null

/**
 * The browser that prints: CHROMIUM_PATH when an administrator names one, else the one inside the package,
 * unpacked once into a folder of its own (about 190 MB).
 */
export async function findChromium(): Promise<Chromium> {
  const named = loneSetting('CHROMIUM_PATH')
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH points to ${named}, where there is no browser`)
    return { executablePath: named, env: {} }
  }
  unpacking ??= unpack().catch((error: unknown) => {
    unpacking = null
    throw error
  })
  const folder = await unpacking
  const executablePath = path.join(folder, 'chromium')
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: path.join(folder, 'fonts') }
  return { executablePath, env: { ...fonts, ...(await librariesFor(executablePath)) } }
}

let libraries: Promise<Record<string, string>> | null = null

/** Asks the browser its version: the loader refuses where libnss3 and others are missing, and the package's own help. */
export function librariesFor(executablePath: string): Promise<Record<string, string>> {
  libraries ??= promisify(execFile)(executablePath, ['--version'], { timeout: 20_000 }).then(
    (): Record<string, string> => ({}),
    (error: Error): Record<string, string> =>
      /shared libraries/.test(error.message) ? { LD_LIBRARY_PATH: librariesBeside(executablePath) } : {},
  )
  return libraries
}

/** Where the package's own shared libraries lie, for a machine without libnss3. */
export function librariesBeside(executablePath: string): string {
  return path.join(path.dirname(executablePath), 'al2023', 'lib')
}

/** Another process may be unpacking too: each works in a folder of its own, the first to finish gives the name. */
async function unpack(): Promise<string> {
  const entry = createRequire(path.join(process.cwd(), 'package.json')).resolve(PACKAGE)
  const version = createRequire(entry)('../../package.json') as { version: string } // npm's own file
  const parent = loneSetting('CHROMIUM_DIR') ?? path.join(os.tmpdir(), `kabinet-chromium-${os.userInfo().uid}`)
  const folder = path.join(parent, version.version)
  await mkdir(parent, { recursive: true, mode: 0o700 })
  await checkOwner(parent)
  if (existsSync(path.join(folder, 'chromium'))) return folder

  const draft = await mkdtemp(path.join(parent, 'draft-'))
  try {
    // The package unpacks into TMPDIR and adds its libraries when it believes it is in a Lambda: a child process
    // can be told both without touching this one.
    const code = `import chromium from ${JSON.stringify(pathToFileURL(entry).href)}; await (chromium.default ?? chromium).executablePath()`
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
      env: {
        PATH: process.env.PATH ?? '',
        HOME: draft,
        TMPDIR: draft,
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
        NODE_ENV: 'production',
      },
      timeout: 120_000,
    })
    await rename(draft, folder).catch((error: unknown) => {
      if (!existsSync(path.join(folder, 'chromium'))) throw error
    })
    return folder
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** The temporary folder is open to all: what lies there under our name may have been put by another user. */
async function checkOwner(folder: string): Promise<void> {
  const stat = await lstat(folder)
  const ours = stat.isDirectory() && stat.uid === os.userInfo().uid && (stat.mode & 0o022) === 0
  if (!ours)
    throw new Error(`${folder} belongs to someone else or is open to others: set CHROMIUM_DIR to a folder of your own`)
}
