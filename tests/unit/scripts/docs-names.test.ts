import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'
import { sourceFiles } from '../../support/sourceFiles'

const files = sourceFiles()
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
/** docs/features.md is written from titles of tests. */
const pages = files.filter((file) => /^(docs\/.*|README.*)\.md$/.test(file) && file !== 'docs/features.md')
const sources = [
  ...files.filter((file) => /\.(?:tsx?|mjs|cjs|css|conf|ya?ml|example)$/.test(file)),
  ...['package.json', '.env.example', 'deploy/.env.example', 'deploy/Dockerfile'],
]

/** Of prom-client, which the portal shows as it is. */
const OF_PACKAGES = ['nodejs_eventloop_lag_p99_seconds']
/** Names that are gone already and stand on pages of the exchange yet: none may come. */
const GONE: Record<string, readonly string[]> = {
  'docs/exchange-rest.md': ['defineChangeFeed'],
  'docs/mechanisms/exchange.md': ['defineChangeFeed', 'taken_by'],
}

const NAME = /[A-Za-z_$][\w$]*/g
const known = new Set(sources.flatMap((file) => read(file).match(NAME) ?? []))

/** Names of code that a page holds in backticks, outside of its examples; paths and packages have tests of their own. */
function namesIn(text: string): string[] {
  const spans = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
  return spans
    .filter((code) => !/^[\w@.-]*\/[\w@./[\]()-]*$/.test(code) && !/^[\w.-]+\.(?:tsx?|mjs|cjs|md|css|tsv)$/.test(code))
    .flatMap((code) => code.replace(/<[^>]*>|\w+\*/g, '').match(NAME) ?? [])
}

const strange = (text: string, allowed: readonly string[] = []): string[] =>
  [...new Set(namesIn(text))].filter((name) => !known.has(name) && ![...OF_PACKAGES, ...allowed].includes(name))

describe('names of code in the documentation', () => {
  it.each(pages)('stand in the sources: %s', (page) => expect(strange(read(page), GONE[page])).toEqual([]))

  it('are told where nothing is called so', () => {
    // Put together here, or this file would be where it stands.
    const planted = ['keep', 'Nothing', 'At', 'All'].join('')
    expect(strange(`\`runAction(action)\`, \`S3_*\`, \`<area>.module.ts\`, \`${planted}\` of \`src/nowhere\``)).toEqual(
      [planted],
    )
  })
})
