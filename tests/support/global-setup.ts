import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from './cluster'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's own PostgreSQL server, its maintenance database. */
    testServer: string
  }
}

/** Projects of one run share the server: each loads this file anew, so what they share hangs on the process. */
const shared = process as typeof process & { kabinetTestServer?: { users: number; server: Promise<TestServer> } }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const holder = (shared.kabinetTestServer ??= { users: 0, server: startTestServer() })
  holder.users += 1
  const server = await holder.server
  project.provide('testServer', server.url('postgres'))
  return async () => {
    holder.users -= 1
    if (holder.users > 0) return
    delete shared.kabinetTestServer
    await server.stop()
  }
}
