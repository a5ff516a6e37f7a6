import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { listenHost, loadEnvFile, portalEnvironment } from './environment.mjs'
import { checkDisk, install, isInstalled } from './install.mjs'
import { onlyOne } from './only-one.mjs'
import { dataDir, root } from './paths.mjs'
import { endProcess, logFile, startProcess, tail, webReady } from './processes.mjs'
import { cleanups, endWithNpm } from './run.mjs'
import { Trouble, explain, nameCause, say, words } from './say.mjs'

/** What `npm start` does: from a fresh clone to a running portal, and everything down again at Ctrl-C. */

const atEnd = cleanups()
const began = Date.now()
let ending = false

const end = async (code) => {
  if (ending) return
  ending = true
  await atEnd.run()
  process.exit(code)
}

/**
 * Waits up to `patience` ms for the port, which the web of a killed start may still be leaving.
 * @throws Trouble when the web could not listen on it
 */
export const checkPort = async (port, host, patience = 0) => {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Trouble(
      `PORT=${process.env.PORT} не годится: нужно число от 1 до 65535, например PORT=3000 npm start.`,
      `PORT=${process.env.PORT} will not do: a number from 1 to 65535 is needed, for example PORT=3000 npm start.`,
    )
  }
  const { isBusy } = await import('./postgres.mjs')
  const deadline = Date.now() + patience
  const stillBusy = async () => {
    while (await isBusy(port, host)) {
      if (Date.now() >= deadline) return true
      await pause(200)
    }
    return false
  }
  const busy = await stillBusy().catch((cause) => {
    throw new Trouble(
      `На ${host}:${port} слушать нельзя (${cause.code}). Выберите другой порт или адрес: PORT=3000 npm start.`,
      `Listening on ${host}:${port} is not possible (${cause.code}). Choose another port or address: PORT=3000 npm start.`,
      { cause },
    )
  })
  if (!busy) return
  throw new Trouble(
    `Порт ${port} занят другой программой. Освободите его или выберите другой: PORT=${port < 65_535 ? port + 1 : 3000} npm start.`,
    `Port ${port} is taken by another program. Free it or choose another one: PORT=${port < 65_535 ? port + 1 : 3000} npm start.`,
  )
}

/** Keeps a worker running: one that dies is started again, each time a little later. */
const keepWorker = (env) => {
  const log = logFile('worker')
  let child
  let failures = 0
  const launch = () => {
    child = startProcess('worker', env, { logTo: log })
    const launched = Date.now()
    child.once('exit', async (code, signal) => {
      if (ending) return
      failures = Date.now() - launched > 60_000 ? 1 : failures + 1
      const delay = Math.min(30, 2 ** (failures - 1))
      say(
        `Обработчик заданий завершился (${signal ?? code}), запускаем снова через ${delay} с. Журнал: ${log}`,
        `The worker has ended (${signal ?? code}), starting it again in ${delay} s. Its log: ${log}`,
      )
      await pause(delay * 1_000)
      if (!ending) launch()
    })
  }
  launch()
  atEnd.add(() => endProcess(child))
}

const startWeb = async (env) => {
  const log = logFile('web')
  const web = startProcess('web', env, { logTo: log })
  atEnd.add(() => endProcess(web))
  const { wrongSetting } = await import('./migrations.mjs')
  const broken = (code) =>
    wrongSetting(tail(log)) ??
    new Trouble(
      `Веб-сервер завершился (${code}), портал остановлен. Последние строки журнала ${log}:\n${tail(log)}`,
      `The web server has ended (${code}) and the portal with it. The last lines of its log are above.`,
    )
  web.once('exit', (code, signal) => {
    if (ending) return
    explain(broken(signal ?? code))
    void end(1)
  })
  if (!(await webReady(web, env)) && !ending) throw broken(words('нет ответа', 'no answer'))
}

const printAddresses = (env) => {
  const logins = JSON.parse(readFileSync(path.join(root, 'src/demo/logins.json'), 'utf8'))
  say(`\nПортал работает: ${env.PUBLIC_URL}`, `\nThe portal runs: ${env.PUBLIC_URL}`)
  say(`Панель управления: ${env.PUBLIC_URL}/admin`, `Admin panel:     ${env.PUBLIC_URL}/admin`)
  if (env.DEMO === '1') {
    if (!env.SMTP_URL)
      say(`Письма демо: ${env.PUBLIC_URL}/demo/letters`, `Letters of the demo: ${env.PUBLIC_URL}/en/demo/letters`)
    say('\nДемонстрационные входы:', '\nDemo logins:')
    for (const { collection, email, password, ru, en } of logins) {
      const where = collection === 'staff' ? '/admin' : '/'
      say(`  ${email}  ${password}  (${ru}, ${where})`, `  ${email}  ${password}  (${en}, ${where})`)
    }
  }
  say(
    `\nЖурналы: ${path.join(dataDir, 'logs')}. Остановить: Ctrl-C.`,
    `\nLogs: ${path.join(dataDir, 'logs')}. Stop: Ctrl-C.`,
  )
}

const bringUp = async () => {
  loadEnvFile()
  const { free, afterKill } = onlyOne()
  atEnd.add(free)
  const port = Number(process.env.PORT || 3000)
  await checkPort(port, listenHost(), afterKill ? 20_000 : 0)

  const installed = isInstalled()
  checkDisk(installed ? 300 : 3_000)
  if (!installed) await install()

  const { openDatabase } = await import('./database.mjs')
  say('Запускаем PostgreSQL', 'Starting PostgreSQL')
  const database = await openDatabase({ own: true })
  atEnd.add(database.stop)
  const env = await portalEnvironment(database.url, { DEMO: process.env.DEMO || '1' })

  const { build, isBuilt } = await import('../build.mjs')
  if (!isBuilt()) {
    checkDisk(1_000)
    say('Собираем портал (одна–две минуты)', 'Building the portal (one or two minutes)')
    await build({ quiet: true })
  }
  const { migrate, seed } = await import('./migrations.mjs')
  say('Проверяем схему базы', 'Checking the database schema')
  const applied = await migrate(env)
  if (applied > 0) say(`Применено миграций: ${applied}`, `Migrations applied: ${applied}`)
  const filled = await seed(env)
  if (filled === 'demo')
    say('База заполнена демонстрационной компанией', 'The database is filled with the demo company')

  say('Запускаем портал', 'Starting the portal')
  await startWeb(env)
  keepWorker(env)
  database.keep(() => say('PostgreSQL завершился, запускаем снова', 'PostgreSQL has ended, starting it again'))
  printAddresses(env)
  const seconds = Math.round((Date.now() - began) / 1_000)
  say(`Готово за ${seconds} с.`, `Ready in ${seconds} s.`)
}

/** Brings the portal up and keeps it until it is told to end; never throws. */
export const start = async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (ending) return
      say('\nОстанавливаем', '\nStopping')
      void end(0)
    })
  }
  endWithNpm(() => end(0))
  try {
    await bringUp()
  } catch (error) {
    if (ending) return
    explain(nameCause(error))
    await end(1)
  }
}
