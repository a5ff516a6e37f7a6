/**
 * `npm run mutate`: changes operators, constants and conditions of the rules, the readers and the small libraries one at a time; the
 * unit tests must notice at least 85 of 100. `npm run mutate -- --mutate src/lib/money.ts` does one file.
 *
 * What is mutated is what can be told by its answer alone: a rule, a reader, a function of the library. Whatever holds a database,
 * a socket, a signal or the process is not: no unit test sees it work, and `npm run mutants` plants its faults by hand.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'stryker.vitest.config.ts', related: true },
  mutate: [
    'src/lib/**/*.ts',
    'src/mechanisms/**/*.rules.ts',
    'src/mechanisms/exchange/commerceml/**/*.ts',
    'collections/**/*.rules.ts',
    '!**/*.labels.ts',
    '!**/error-labels.ts',
    '!src/lib/http/{watchRequests,watchBody,endWeb}.ts',
  ],
  // Tables of words and patterns, read once as a module is loaded: each of their mutants would cost a run of everything.
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: '.data/stryker/incremental.json',
  tempDirName: '.data/stryker/tmp',
  ignorePatterns: ['dist', 'media', 'docs'],
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: '.data/stryker/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 30,
  thresholds: { high: 90, low: 85, break: 85 },
}
