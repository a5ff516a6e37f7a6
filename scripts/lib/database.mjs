import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { inData } from './paths.mjs'
import { postgresHome } from './postgres-home.mjs'
import { isServing, makeCluster, startCluster, superuser } from './postgres.mjs'
import { Trouble, say } from './say.mjs'

/** The portal's database: the one of DATABASE_URL, or the embedded server's. */

/** A secret of this clone, made once and readable by its owner only. */
export const ownSecret = (name) => {
  const file = inData(name)
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}

/**
 * Opens the database that every script works on.
 * @returns {Promise<{ url: string, stop: () => Promise<void>, keep: (onDown: () => void) => void }>} `stop` ends the
 *   embedded server when this call started it; with `own` also when it ran already. `keep` starts the embedded server
 *   again whenever it has ended by itself, until `stop`; a server that was given is somebody else's to keep.
 */
export const openDatabase = async ({ own = false } = {}) => {
  const given = process.env.DATABASE_URL
  if (given) {
    await reach(given)
    return { url: given, stop: async () => {}, keep: () => {} }
  }
  const password = ownSecret('pg-password')
  const dir = path.join(postgresHome().base, 'pg')
  if (!existsSync(path.join(dir, 'PG_VERSION')))
    say('PostgreSQL: готовим хранилище', 'PostgreSQL: preparing the storage')
  makeCluster(dir, { password })
  const server = await startCluster(dir, { port: Number(process.env.POSTGRES_PORT) || undefined })
  const url = `postgres://${superuser}:${password}@127.0.0.1:${server.port}/kabinet`
  await ensureDatabase(url)
  const watch = watchCluster(dir, server)
  return { url, stop: server.adopted && !own ? watch.end : watch.stop, keep: watch.keep }
}

/** Looks after a running server: `keep` starts it again on its port when it is gone, `stop` ends it for good. */
export const watchCluster = (dir, first) => {
  let server = first
  let ended = false
  let reviving = Promise.resolve()
  let timer
  const end = async () => {
    ended = true
    clearInterval(timer)
    await reviving
  }
  const revive = async (onDown) => {
    onDown()
    const again = await startCluster(dir, { port: first.port }).catch((error) => {
      process.stderr.write(`${error.message}\n`)
      return null
    })
    if (again === null) return
    server = again
    // Its clients know the first port only: another try once that one is free.
    if (again.port !== first.port) await again.stop()
  }
  return {
    end,
    stop: async () => {
      await end()
      await server.stop()
    },
    keep: (onDown) => {
      let busy = false
      timer = setInterval(() => {
        if (busy || ended || isServing(dir)) return
        busy = true
        reviving = revive(onDown).finally(() => {
          busy = false
        })
      }, 1_000)
      timer.unref()
    },
  }
}

/**
 * Runs one statement on its own connection and gives its rows.
 * @param {string} url
 * @param {string} sql
 * @param {unknown[]} [params]
 * @returns {Promise<any[]>}
 */
export const queryOnce = async (url, sql, params) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return (await client.query(sql, params)).rows
  } finally {
    await client.end()
  }
}

const ensureDatabase = async (url) => {
  const target = new URL(url)
  const name = target.pathname.slice(1)
  target.pathname = '/postgres'
  const found = await queryOnce(target.href, 'select 1 from pg_database where datname = $1', [name])
  if (found.length === 0) await queryOnce(target.href, `create database "${name}"`)
}

/** A given DATABASE_URL must answer and be new enough; otherwise one sentence says which. */
const reach = async (url) => {
  let shown
  try {
    const parsed = new URL(url)
    if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new Error('not postgres://')
    shown = `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`
  } catch (cause) {
    throw new Trouble(
      'DATABASE_URL не похож на адрес PostgreSQL. Нужно так: postgres://имя:пароль@сервер:5432/база.',
      'DATABASE_URL is not an address of PostgreSQL. It looks like postgres://name:password@server:5432/database.',
      { cause },
    )
  }
  let version
  try {
    version = Number((await queryOnce(url, 'show server_version_num'))[0].server_version_num)
  } catch (cause) {
    throw new Trouble(
      `PostgreSQL по DATABASE_URL (${shown}) не отвечает: ${cause.message || cause.code}. Проверьте адрес, имя, пароль и что база создана.`,
      `PostgreSQL at DATABASE_URL (${shown}) does not answer: ${cause.message || cause.code}. Check address, name, password and that the database exists.`,
      { cause },
    )
  }
  if (version < 150_000) {
    throw new Trouble(
      `PostgreSQL по DATABASE_URL (${shown}) слишком старый. Нужна версия 15 или новее.`,
      `PostgreSQL at DATABASE_URL (${shown}) is too old. Version 15 or newer is needed.`,
    )
  }
}
