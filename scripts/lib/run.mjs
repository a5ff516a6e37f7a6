import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/** Runs a command to its end; `quiet` keeps its output for the error. Gives what it printed. */
export const run = (file, args, { env = process.env, cwd = root, quiet = true } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const stop = () => child.kill('SIGTERM')
    process.once('exit', stop)
    child.once('close', () => process.off('exit', stop))
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-200_000)
        if (!quiet) process.stdout.write(chunk)
      })
    }
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(output)
      const shown = quiet ? `\n${output.trim().split('\n').slice(-40).join('\n')}` : ''
      reject(
        Object.assign(new Error(`${[file, ...args].join(' ')}: ${signal ?? `exit ${code}`}${shown}`), { output, code }),
      )
    })
  })

/** Runs one after another what must be undone at the end, last first; a failure does not stop the rest. */
export const cleanups = () => {
  const work = []
  return {
    add: (undo) => work.push(undo),
    run: async () => {
      for (const undo of work.splice(0).reverse()) {
        try {
          await undo()
        } catch (error) {
          process.stderr.write(`${error?.stack ?? error}\n`)
        }
      }
    },
  }
}

/**
 * Calls `end` when npm, which runs this script, is gone: a SIGTERM sent to npm ends npm and its shell and does not
 * reach the script.
 */
export const endWithNpm = (end) => {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) void end()
  }, 500).unref()
}
