/**
 * `npm run mutate`: changes operators, constants and conditions of the rules, the readers and the small libraries one at a time; the
 * unit tests must notice at least 85 of 100.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'stryker.vitest.config.ts', related: true },
  mutate: [
    'src/lib/**/*.ts',
    'collections/**/*.rules.ts',
    'src/mechanisms/exchange/commerceml/**/*.ts',
    '!**/*.labels.ts',
    '!**/error-labels.ts',
  ],
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: '.data/stryker/incremental.json',
  tempDirName: '.data/stryker/tmp',
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: '.data/stryker/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  timeoutMS: 20_000,
  thresholds: { high: 90, low: 85, break: 85 },
}
