import path from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname
const alias = { '@payload-config': path.join(here, 'payload.config.ts'), '@': here }
const resolve = { alias }
/** With one entity more than the product has: whatever walks all entities walks one that was only just added. */
const withSpecimen = { alias: { '@/collections/areas': path.join(here, 'tests/specimen/areas.ts'), ...alias } }

// Without this condition Payload's editor can end a bare Node process silently (Node 20).
const execArgv = ['--conditions=production']
const common = { execArgv, maxWorkers: 2, testTimeout: 30_000, hookTimeout: 120_000 }

/** One database and one Payload for each worker; files of a worker run one after another and are isolated by emptying. */
const withDatabase = {
  ...common,
  pool: 'forks' as const,
  isolate: false,
  globalSetup: ['tests/support/global-setup.ts'],
  setupFiles: ['tests/support/setup-database.ts'],
}

/** `unit` needs nothing; `int` and `access` need PostgreSQL; `e2e` needs a built portal and a browser, `faults` a built portal. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: { ...common, name: 'unit', env: { LOG_LEVEL: 'silent' }, include: ['tests/unit/**/*.test.{ts,tsx}'] },
      },
      {
        resolve: withSpecimen,
        test: { ...withDatabase, name: 'int', include: ['tests/int/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
      },
      {
        resolve: withSpecimen,
        test: { ...withDatabase, name: 'access', include: ['tests/access/**/*.test.ts'], testTimeout: 300_000 },
      },
      {
        resolve,
        test: {
          ...common,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          pool: 'forks',
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          globalSetup: ['tests/support/global-setup.ts', 'tests/support/demo-setup.ts'],
        },
      },
      {
        resolve,
        test: {
          ...common,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 600_000,
          globalSetup: ['tests/support/global-setup.ts'],
        },
      },
    ],
  },
})
