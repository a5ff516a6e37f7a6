import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

/** Processes of an installed portal: they never fetch packages, and say so when there are none. */
const SERVING = ['serve', 'worker', 'migrate', 'pack']
/** Reads and writes text, with Node alone. */
const ALONE = ['features']

let clone: string

/** Runs a command of package.json in a clone without packages, where npm only notes what it was asked. */
function runBare(name: string): { output: string; asked: string[] } {
  const log = path.join(clone, 'asked.log')
  writeFileSync(log, '')
  const npm = path.join(clone, 'npm.cjs')
  writeFileSync(
    npm,
    `require('node:fs').appendFileSync(${JSON.stringify(log)}, process.argv.slice(2).join(' ') + '\\n'); process.exit(1)`,
  )
  const [, ...args] = (scripts[name] ?? '').split(' ')
  let output = ''
  try {
    output = execFileSync(process.execPath, args, {
      cwd: clone,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 20_000,
      env: {
        NODE_ENV: 'test',
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        LANG: 'en',
        npm_execpath: npm,
        PORT: '39999',
      },
    })
  } catch (error) {
    output = `${(error as { stdout: string }).stdout}${(error as { stderr: string }).stderr}`
  }
  return { output, asked: readFileSync(log, 'utf8').split('\n').filter(Boolean) }
}

describe('every command of package.json in a fresh clone', () => {
  beforeAll(() => {
    clone = mkdtempSync(path.join(os.tmpdir(), 'kabinet-clone-'))
    for (const part of ['package.json', 'package-lock.json', 'scripts', 'docs/features.tsv'])
      cpSync(path.join(root, part), path.join(clone, part), { recursive: true })
  })
  afterAll(() => rmSync(clone, { recursive: true, force: true }))

  it.each(Object.keys(scripts).filter((name) => ![...SERVING, ...ALONE].includes(name)))(
    'npm run %s first installs what the lock says',
    (name) => {
      const { output, asked } = runBare(name)
      expect(asked).toEqual(['ci --include=dev --no-audit --no-fund'])
      expect(output).toContain('The packages could not be installed')
    },
  )

  it.each(SERVING)('npm run %s says in a sentence what is missing', (name) => {
    const { output, asked } = runBare(name)
    expect(asked).toEqual([])
    expect(output).toMatch(/Run npm ci|Build the portal first|Name a folder/)
    expect(output).not.toMatch(/^\s+at /m)
  })

  it('CI runs npm test and nothing beside it', () => {
    const lines = readFileSync(path.join(root, '.ci/run'), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
    expect(lines).toEqual(['cd "$(dirname "$0")/.." && exec npm test'])
  })
})
