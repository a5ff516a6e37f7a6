import type { TestProject } from 'vitest/node'
import { rmSync } from 'node:fs'
import { startMailSink, type MailSink } from '../../src/integrations/mail/sink'
import { startTestServer, type TestServer } from './cluster'
import { scratchFolder } from './database'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's own PostgreSQL server, its maintenance database. */
    testServer: string
    /** Address of the run's own SMTP server: it takes every letter and sends nothing on. */
    testSmtp: string
  }
}

/** Projects of one run share the server: each loads this file anew, so what they share hangs on the process. */
const shared = process as typeof process & {
  kabinetTestServer?: { users: number; server: Promise<TestServer>; mail: Promise<MailSink & { dir: string }> }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const holder = (shared.kabinetTestServer ??= { users: 0, server: startTestServer(), mail: startMail() })
  holder.users += 1
  const server = await holder.server
  const mail = await holder.mail
  project.provide('testServer', server.url('postgres'))
  project.provide('testSmtp', `smtp://127.0.0.1:${mail.port}`)
  return async () => {
    holder.users -= 1
    if (holder.users > 0) return
    delete shared.kabinetTestServer
    await mail.close()
    rmSync(mail.dir, { recursive: true, force: true })
    await server.stop()
  }
}

async function startMail(): Promise<MailSink & { dir: string }> {
  const dir = scratchFolder('letters')
  return { ...(await startMailSink({ dir })), dir }
}
