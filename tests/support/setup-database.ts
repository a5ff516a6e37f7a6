import { inject } from 'vitest'
import { markDeclared } from '@/src/lib/declarations'
import { testEnvironment } from './cluster'
import { createDatabase, emptyTables, scratchFolder } from './database'

/**
 * Runs before each file of a project with a database: the first time in a worker it makes the worker's own
 * database, points the settings at it and loads what the portal declares; later it empties that database and takes back
 * what the file before declared for itself, so that no file depends on which files ran before it.
 */
const worker = globalThis as typeof globalThis & { kabinetTestDatabase?: string; takeBackDeclared?: () => void }

if (worker.kabinetTestDatabase) {
  await emptyTables(worker.kabinetTestDatabase)
  worker.takeBackDeclared?.()
} else {
  const url = await createDatabase(inject('testServer'), `worker_${process.pid}_${Date.now()}`)
  const folder = scratchFolder('test')
  Object.assign(process.env, testEnvironment, {
    DATABASE_URL: url,
    SMTP_URL: inject('testSmtp'),
    MEDIA_DIR: `${folder}/media`,
    SPOOL_DIR: `${folder}/spool`,
  })
  worker.kabinetTestDatabase = url
  await import('@payload-config')
  worker.takeBackDeclared = markDeclared()
}
