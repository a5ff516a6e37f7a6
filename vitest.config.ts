import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { testEnvironment } from './tests/support/environment'

const root = import.meta.dirname
const alias = { '@': root, '@payload-config': path.resolve(root, 'payload.config.ts') }

const withDatabase = (name: string, include: string, timeout: number) => ({
  resolve: { alias },
  test: {
    name,
    include: [include],
    pool: 'forks' as const,
    isolate: false,
    maxWorkers: 2,
    globalSetup: ['tests/support/globalSetup.ts'],
    env: testEnvironment,
    execArgv: ['--conditions=production'],
    testTimeout: timeout,
    hookTimeout: 120_000,
  },
})

/** `unit` needs nothing; `int` and `access` need PostgreSQL. */
export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      withDatabase('int', 'tests/int/**/*.test.{ts,tsx}', 60_000),
      withDatabase('access', 'tests/access/**/*.test.ts', 300_000),
    ],
  },
})
