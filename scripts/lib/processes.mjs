import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inData, root } from './paths.mjs'
import { Trouble, words } from './say.mjs'

/** The web and the worker as child processes of a script. */

const commands = {
  web: { file: '.next/standalone/server.js' },
  worker: { file: 'dist/worker.mjs' },
}

/**
 * What a process of the portal is run from.
 * @param {'web' | 'worker'} name
 * @throws Trouble when it is not built
 */
export const fileOf = (name) => {
  const file = path.join(root, commands[name].file)
  if (existsSync(file)) return file
  throw new Trouble('Портал ещё не собран. Выполните npm run build.', 'The portal is not built yet. Run npm run build.')
}

/**
 * Starts one of the portal's processes.
 *
 * It is detached, so that Ctrl-C reaches only the script, which then ends everything in order; and it has a channel
 * to the script, by whose closing it notices that the script was killed.
 * @param {'web' | 'worker'} name
 * @param {{ logTo?: string }} options logTo: a file for its output; otherwise it is the script's own
 */
export const startProcess = (name, env, { logTo } = {}) => {
  const file = fileOf(name)
  const log = logTo ? openSync(logTo, 'a') : undefined
  const output = log ?? 'inherit'
  const child = spawn(process.execPath, [file], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  })
  if (log !== undefined) closeSync(log)
  return child
}

/** Asks a process to end and waits; kills it when it does not. */
export const endProcess = async (child, patience = 30_000) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => {
    child.once('exit', resolve)
  })
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  await ended
  clearTimeout(timer)
}

/** Waits until the web answers that it is ready; false when its process ends before or `patience` runs out. */
export const webReady = async (child, { HOSTNAME, PORT }, patience = 60_000) => {
  const host = HOSTNAME === '0.0.0.0' || HOSTNAME === '::' ? 'localhost' : HOSTNAME
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break
    try {
      const answer = await fetch(`http://${host}:${PORT}/api/ready`, { signal: AbortSignal.timeout(5_000) })
      if (answer.ok) return true
    } catch {
      // not listening yet
    }
    await pause(100)
  }
  return false
}

/** Where the output of `npm start`'s processes goes. */
export const logFile = (name) => {
  mkdirSync(inData('logs'), { recursive: true })
  return inData('logs', `${name}.log`)
}

/** The last lines of a log, for the sentence that says a process has ended. */
export const tail = (file, lines = 15) =>
  existsSync(file)
    ? readFileSync(file, 'utf8').trim().split('\n').slice(-lines).join('\n')
    : words('(журнал пуст)', '(the log is empty)')
