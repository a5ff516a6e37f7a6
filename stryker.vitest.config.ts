import path from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

/** The unit tests of what Stryker changes; without projects, which its runner does not know. */
export default defineConfig({
  resolve: { alias: { '@payload-config': path.join(here, 'payload.config.ts'), '@': here } },
  test: {
    execArgv: ['--conditions=production'],
    env: { LOG_LEVEL: 'silent' },
    include: ['tests/unit/{lib,exchange,sales,shop,mechanisms}/**/*.test.ts'],
    exclude: ['tests/unit/exchange/memory.test.ts'],
    testTimeout: 30_000,
  },
})
