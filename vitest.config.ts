import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = { '@': path.resolve(import.meta.dirname), '@payload-config': path.resolve(import.meta.dirname, 'payload.config.ts') }

/** `unit` needs nothing; `int` and `access` need PostgreSQL; `e2e` needs a built portal and a browser. */
export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
    ],
  },
})
