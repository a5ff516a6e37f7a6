import { inject } from 'vitest'
import { testEnvironment } from './cluster'
import { createDatabase, emptyTables, scratchFolder } from './database'

/**
 * Runs before each file of a project with a database: the first time in a worker it makes the worker's own
 * database and points the settings at it, before anything imports the config; later it empties that database.
 */
const worker = globalThis as typeof globalThis & { kabinetTestDatabase?: string }

if (worker.kabinetTestDatabase) {
  await emptyTables(worker.kabinetTestDatabase)
} else {
  const url = await createDatabase(inject('testServer'), `worker_${process.pid}_${Date.now()}`)
  const folder = scratchFolder('test')
  Object.assign(process.env, testEnvironment, { DATABASE_URL: url, SMTP_URL: inject('testSmtp'), MEDIA_DIR: `${folder}/media`, SPOOL_DIR: `${folder}/spool` })
  worker.kabinetTestDatabase = url
}
