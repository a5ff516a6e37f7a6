import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findChromium, librariesBeside } from '@/src/mechanisms/print/chromium'
import { root } from '../../scripts/lib/paths.mjs'

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

/** A headless Chromium: CHROMIUM_PATH, or the one inside the packages, unpacked once into .data/chromium. */
export async function launchBrowser(): Promise<Browser> {
  process.env.CHROMIUM_DIR ??= path.join(root, '.data/chromium')
  const { executablePath, env } = await findChromium()
  const libraries = process.env.CHROMIUM_PATH ? {} : { LD_LIBRARY_PATH: librariesBeside(executablePath) }
  return chromium.launch({ executablePath, args: ARGS, env: { ...stringsOf(process.env), ...libraries, ...env } })
}

/** Collects what a page complains about: script errors, refused resources, broken policy. Must stay empty. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  return complaints
}

const stringsOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
