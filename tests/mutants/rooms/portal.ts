import type { Mutant } from '../mutant'

const uploads = ['tests/unit/storage/uploads.test.ts']
const zipped = ['tests/unit/storage/zipped.test.ts']
const checks = ['tests/unit/lib/checks.test.ts']

/** Faults in files, jobs, switches, forms, the panel, the history and the scripts. */
export const portal: readonly Mutant[] = [
  // Files.
  {
    fault: 'a page of HTML goes as a text',
    file: 'src/integrations/storage/uploads.ts',
    find: 'if (actual === undefined || !expected.includes(actual)) throw mismatch()',
    put: 'if (actual !== undefined && !expected.includes(actual)) throw mismatch()',
    tests: uploads,
  },
  {
    fault: 'what the browser says of a file is not asked',
    file: 'src/integrations/storage/uploads.ts',
    find: 'if (!saysTheSame(mime, expected)) throw mismatch()',
    put: 'if (!saysTheSame(mime, expected) && !actual) throw mismatch()',
    tests: uploads,
  },
  {
    fault: 'an archive opens all files at once',
    file: 'src/mechanisms/files/archive.ts',
    find: '      await Promise.race([finished(open), gone])\n',
    put: '',
    tests: zipped,
  },
  {
    fault: 'one file that is gone spoils the archive',
    file: 'src/mechanisms/files/archive.ts',
    find: 'zip.addBuffer(Buffer.from(missing), `${name}.txt`)',
    put: 'zip.addBuffer(Buffer.from(missing), name)',
    tests: zipped,
  },
  // Jobs and switches.
  // Forms.
  // What an administrator types.
  {
    fault: 'an ИНН of a person is proved by one digit',
    file: 'src/lib/checks.ts',
    find: '    innDigit(text, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(text[10]) &&\n',
    put: '',
    tests: checks,
  },
  {
    fault: 'an account is proved without its bank',
    file: 'src/lib/checks.ts',
    find: ': accountKey(account, bik.slice(6))',
    put: ': accountKey(account, bik.slice(6)) || /^4\\d{19}$/.test(account)',
    tests: checks,
  },
  {
    fault: 'the account of a bank passes for that of a company',
    file: 'src/lib/checks.ts',
    find: '`0${bik.slice(4, 6)}`',
    put: 'bik.slice(6)',
    tests: checks,
  },
  {
    fault: 'a number with a mistake in it is a phone',
    file: 'src/lib/checks.ts',
    find: 'return phone?.isValid() ? phone.number : null',
    put: 'return phone?.number ?? null',
    tests: checks,
  },
  // History and owners.
  // Search, days, words.
  {
    fault: 'a day that is none is a date',
    file: 'src/lib/dates.ts',
    find: 'return real ? { year, month, day, time: null } : null',
    put: 'return { year, month, day, time: null }',
    tests: ['tests/unit/lib/dates.test.ts'],
  },
  {
    fault: 'yesterday of one zone is today of another',
    file: 'src/lib/dates.ts',
    find: 'const today = partsIn(now, zone)',
    put: "const today = partsIn(now, 'UTC')",
    tests: ['tests/unit/lib/dates.test.ts'],
  },
  {
    fault: 'secrets of an address stand in the log',
    file: 'src/lib/redact.ts',
    find: '  [secretInPath, `$1${HIDDEN}`],\n',
    put: '',
    tests: ['tests/unit/lib/redact.test.ts'],
  },
]
