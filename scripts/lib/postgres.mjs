import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { handOver, ownerOf, postgresHome } from './postgres-home.mjs'
import { Trouble, nameCause } from './say.mjs'

/** Drives the embedded PostgreSQL: make a cluster, start it, stop it. */

export const superuser = 'kabinet'

/** For data that may be lost at any moment: tests only. */
export const carelessFlags = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
}

/** Makes an empty cluster; its superuser is `kabinet` with this password. Does nothing when the cluster exists. */
export const makeCluster = (dir, { password, careless = false }) => {
  if (existsSync(path.join(dir, 'PG_VERSION'))) return
  const { initdb, user } = postgresHome()
  // A first start that was killed half-way leaves a folder without PG_VERSION or without its last files.
  const making = `${dir}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true, mode: 0o700 })
  handOver(making, user)
  const passwordFile = `${dir}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  handOver(passwordFile, user)
  const done = spawnSync(
    initdb,
    [
      '-D',
      making,
      '--encoding=UTF8',
      '--locale=C',
      `--username=${superuser}`,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
    ].concat(careless ? ['--no-sync'] : []),
    { ...user, cwd: '/', encoding: 'utf8', env: cleanEnv() },
  )
  rmSync(passwordFile, { force: true })
  if (done.status !== 0) throw refusal('initdb', done.error?.message ?? `${done.stdout}${done.stderr}`)
  rmSync(dir, { recursive: true, force: true })
  renameSync(making, dir)
}

/**
 * Starts the server of a cluster, or finds the one that runs already.
 * @param {string} dir
 * @param {{ port?: number, flags?: Record<string, string> }} [options]
 * @returns {Promise<{ port: number, pid: number, adopted: boolean, stop: () => Promise<void> }>}
 */
export const startCluster = async (dir, { port, flags = {} } = {}) => {
  const running = await settledServer(dir)
  if (running) return { ...running, adopted: true, stop: () => stopServer(dir, running.pid) }
  for (let attempt = 1; ; attempt += 1) {
    // Whoever had the file is gone: its process does not live, or is not PostgreSQL of this folder.
    rmSync(path.join(dir, 'postmaster.pid'), { force: true })
    const chosen = port && (attempt === 1 || !(await isBusy(port))) ? port : await freePort()
    const started = await launch(dir, chosen, flags)
    if (started.pid) return { port: chosen, pid: started.pid, adopted: false, stop: () => stopServer(dir, started.pid) }
    // After kill -9 the old server's children need a moment to notice and let go of the shared memory.
    const passing = /shared memory block|could not bind|Address already in use|address already in use/.test(started.log)
    if (!passing || attempt === 8) throw refusal('postgres', started.log)
    await pause(500)
  }
}

/** The live server of this folder, by its own postmaster.pid; null when it is stale or missing. */
export const runningServer = (dir) => {
  const file = path.join(dir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port, , , , status] = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
  return isOurs(Number(pid), dir) && status === 'ready' ? { pid: Number(pid), port: Number(port) } : null
}

/** The live server of this folder once it has finished starting, recovering or stopping; null when none is left. */
const settledServer = async (dir) => {
  const deadline = Date.now() + 60_000
  while (!runningServer(dir) && isServing(dir) && Date.now() < deadline) await pause(50)
  return runningServer(dir)
}

/** Whether a server of this folder lives, ready or not. */
export const isServing = (dir) => {
  const file = path.join(dir, 'postmaster.pid')
  return existsSync(file) && isOurs(Number(readFileSync(file, 'utf8').split('\n')[0]), dir)
}

/** A port that nothing listens on now. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

/** Whether something listens on this port of any address. */
export const isBusy = (port, host) =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(true) : reject(error)))
    probe.listen(port, host, () => probe.close(() => resolve(false)))
  })

/** Whether a process lives, whoever owns it. */
export const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const isOurs = (pid, dir) => {
  if (!pid || !isAlive(pid)) return false
  const commandLine = `/proc/${pid}/cmdline`
  // Without /proc (macOS, Windows) the live process is believed.
  return existsSync('/proc/self/cmdline')
    ? existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(`-D\0${dir}\0`)
    : true
}

const launch = async (dir, port, flags) => {
  const { postgres, user } = postgresHome()
  const logFile = `${dir}.log`
  const log = openSync(logFile, 'w', 0o600)
  const settings = { jit: 'off', ...flags, listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  const args = [
    '-D',
    dir,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  // Detached: Ctrl-C reaches the whole group of the terminal, and the database must outlive the portal's last write.
  const child = spawn(postgres, args, {
    ...ownerOf(dir, user),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: cleanEnv(),
  })
  closeSync(log)
  let failed
  child.once('error', (error) => {
    failed = error.message
  })
  child.once('exit', (code, signal) => {
    failed ??= `exit ${code ?? signal}`
  })
  child.unref()
  const deadline = Date.now() + 60_000
  while (failed === undefined && Date.now() < deadline) {
    const server = runningServer(dir)
    if (server && server.pid === child.pid) return { pid: child.pid }
    await pause(20)
  }
  if (failed === undefined) child.kill('SIGQUIT')
  return { log: `${failed ?? 'no answer in 60 s'}\n${readFileSync(logFile, 'utf8')}` }
}

/** Fast shutdown; after 20 s the immediate one, from which PostgreSQL recovers by itself. */
const stopServer = async (dir, pid) => {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
  ]) {
    if (!isOurs(pid, dir)) return untilGone(pid)
    process.kill(pid, signal)
    const deadline = Date.now() + patience
    while (Date.now() < deadline) {
      if (!isOurs(pid, dir)) return untilGone(pid)
      await pause(10)
    }
  }
}

/** A process that has ended is still there for a moment, until its parent has heard of it. */
const untilGone = async (pid) => {
  for (let tries = 0; tries < 200 && isAlive(pid); tries += 1) await pause(10)
}

/** A PG* variable of the shell must not steer our server. */
const cleanEnv = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^PG[A-Z]+$/.test(name)))

const refusal = (what, log) => {
  const named = nameCause(new Error(log))
  if (named instanceof Trouble) return named
  const lastLines = log.trim().split('\n').slice(-5).join('\n')
  return new Trouble(
    `Встроенный PostgreSQL не запустился (${what}). Можно указать свой в DATABASE_URL.\n${lastLines}`,
    `The embedded PostgreSQL did not start (${what}). You can give your own in DATABASE_URL.`,
  )
}
