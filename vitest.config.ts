import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

/** Suites that hold a real database or a real browser run one file at a time: their promises are about what is on disk. */
const alone = { fileParallelism: false, maxWorkers: 1 };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,sw,server,scripts,test}/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts', 'test/browser/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['{src,test}/**/*.test.tsx'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/**/*.pg.test.ts'],
          globalSetup: ['test/setup/postgres.ts'],
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
          sequence: { groupOrder: 1 },
          ...alone,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/setup/demo-municipality.ts'],
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
          sequence: { groupOrder: 2 },
          ...alone,
        },
      },
    ],
  },
});
