import path from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

/** The unit tests of what Stryker changes; without projects, which its runner does not know. */
export default defineConfig({
  resolve: { alias: { '@payload-config': path.join(here, 'payload.config.ts'), '@': here } },
  test: {
    execArgv: ['--conditions=production'],
    env: { LOG_LEVEL: 'silent' },
    include: [
      'tests/unit/{lib,http,exchange,sales,shop,forms,money,documents,mechanisms}/**/*.test.ts',
      'tests/unit/people/clientAddress.test.ts',
    ],
    // Whole runs, sockets and archives: slow, and about what is not mutated.
    exclude: [
      'tests/unit/exchange/{memory,archive,emulator,full-run,shared-files}.test.ts',
      'tests/unit/http/{watchRequests,watchBody,client}.test.ts',
    ],
    testTimeout: 120_000,
  },
})
