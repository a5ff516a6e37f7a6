import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** What the compiler does not see. Types are checked by tsc, the look of the code by its readers. */
export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '**/.next/',
      '.data/',
      'dist/',
      'media/',
      'next-env.d.ts',
      'src/payload-types.ts',
      'src/migrations/',
      '**/importMap.js',
    ],
  },
  ...tseslint.configs.recommended,
  reactHooks.configs.flat['recommended-latest'],
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // Unions of codes and events are interfaces that each declaration extends.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^(?:_|errorWords$)',
          caughtErrors: 'all',
          ignoreRestSiblings: true,
        },
      ],
      // For the React compiler, which is not in use; it also forbids handlers to touch `document`.
      'react-hooks/immutability': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-binary-expression': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-template-curly-in-string': 'error',
    },
  },
  // Configurations that their tools load as CommonJS.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['src/**', 'app/**', 'collections/**', 'endpoints/**', 'globals/**', 'hooks/**', '*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/**', 'app/**', 'collections/**', 'endpoints/**', 'globals/**', 'hooks/**', '*.ts'],
    ignores: ['src/lib/ofProcess.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'globalThis', message: 'ofProcess() keeps what a process has once.' }],
    },
  },
  {
    files: ['tests/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['it', 'test', 'describe'].flatMap((object) =>
          ['skip', 'only', 'todo', 'skipIf'].map((property) => ({ object, property, message: 'Every test runs.' })),
        ),
      ],
    },
  },
  {
    ignores: ['src/mechanisms/database/tableOf.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...["[arguments.0.value='-']", "[arguments.0.regex.pattern='-']"].map((what) => ({
          selector: `CallExpression[callee.property.name=/^replace(All)?$/][arguments.1.value='_']${what}`,
          message: 'tableOf() knows the table of a collection.',
        })),
        {
          selector: "CallExpression[callee.property.name='replace'][arguments.0.regex.pattern='[A-Z]']",
          message: 'columnOf() knows the column of a field.',
        },
      ],
    },
  },
  // Pieces of code as texts.
  { files: ['tests/mutants/**'], rules: { 'no-template-curly-in-string': 'off' } },
  // The real exports do not come with a clone; `npm test` names what it skips for that.
  { files: ['tests/support/shared.ts'], rules: { 'no-restricted-properties': 'off' } },
)
