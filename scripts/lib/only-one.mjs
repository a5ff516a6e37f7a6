import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { inData, root } from './paths.mjs'
import { Trouble } from './say.mjs'

const isStart = (pid) => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  return existsSync('/proc/self/cmdline')
    ? existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes('scripts/start.mjs')
    : true
}

/**
 * One `npm start` for each clone: a second one would share its database and its build.
 * @returns {{ free: () => void, afterKill: boolean }} `free` gives the place back; `afterKill` says that the last start
 *   was killed, so that its processes may just be ending
 */
export const onlyOne = () => {
  const file = inData('start.pid')
  const other = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (other && other !== process.pid && isStart(other)) {
    throw new Trouble(
      `Портал из ${root} уже запущен (процесс ${other}). Остановите его клавишами Ctrl-C или командой kill ${other}.`,
      `The portal in ${root} runs already (process ${other}). Stop it by Ctrl-C or by kill ${other}.`,
    )
  }
  writeFileSync(file, String(process.pid))
  return { free: () => rmSync(file, { force: true }), afterKill: other !== 0 && other !== process.pid }
}
