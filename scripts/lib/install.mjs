import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'
import { Trouble, nameCause, say } from './say.mjs'

/** Installing what package-lock.json says. Plain Node: this runs before anything is installed. */

const packagesOf = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages

/** Whether node_modules holds every package of the lock file in its exact version. */
export const isInstalled = () => {
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false
  const installed = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(([name, wanted]) => {
    if (name === '') return true
    // What is for another platform, or a peer that nobody needs, npm leaves out.
    if (!installed[name]) return Boolean(wanted.optional || wanted.devOptional || wanted.peer)
    return installed[name].version === wanted.version
  })
}

/** Runs `npm ci`; development packages too, since the build needs some of them. */
export const install = () => {
  say('Устанавливаем пакеты (около минуты)', 'Installing packages (about a minute)')
  const npm = process.env.npm_execpath
  const [file, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(file, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk
      })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      const cause = nameCause(new Error(output))
      if (cause instanceof Trouble) return reject(cause)
      reject(
        new Trouble(
          `Пакеты не установились. Проверьте доступ к реестру npm и повторите.\n${output.trim().split('\n').slice(-8).join('\n')}`,
          'The packages could not be installed. Check the access to the npm registry and start again.',
        ),
      )
    })
  })
}

/** Refuses to begin what a nearly full disk would break half-way. */
export const checkDisk = (neededMb) => {
  const { bavail, bsize } = statfsSync(root)
  const freeMb = Math.floor((bavail * bsize) / 1_048_576)
  if (freeMb >= neededMb) return
  throw new Trouble(
    `На диске свободно ${freeMb} МБ, а нужно не меньше ${neededMb}. Освободите место и запустите ещё раз.`,
    `The disk has ${freeMb} MB free, at least ${neededMb} are needed. Free some space and start again.`,
  )
}
