import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Two projects: "unit" is pure and needs nothing; "database" (*.db.test.ts) gets a real PostgreSQL and a fresh database per file.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['lib/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'node_modules/**'],
          setupFiles: 'scripts/fast-check-seed.ts',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          // Half of the time a test waits for PostgreSQL: on two processors vitest would run one file at a time.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          include: ['lib/**/*.db.test.ts', 'prisma/**/*.db.test.ts', 'app/**/*.db.test.ts'],
          globalSetup: 'lib/testing/global-setup.ts',
          setupFiles: 'scripts/fast-check-seed.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
