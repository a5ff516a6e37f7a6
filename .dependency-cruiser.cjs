/** Which way imports may run: app, endpoints -> collections -> hooks -> src/mechanisms -> src/lib. */

const { readFileSync, readdirSync } = require('node:fs')

const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })
const collections = '^collections/([^/]+)/'

/** Areas that each area names below it, as its module says: `dependsOn` and `knows`. */
const areas = new Map(
  readdirSync(`${__dirname}/collections`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: area }) => {
      const module = readFileSync(`${__dirname}/collections/${area}/${area}.module.ts`, 'utf8')
      const lists = [...module.matchAll(/^ {2}(?:dependsOn|knows): \[([^\]]*)\]/gm)].map(([, list]) => list)
      return [area, lists.flatMap((list) => [...list.matchAll(/'(\w+)'/g)].map(([, slug]) => slug))]
    }),
)
const API = '^collections/([^/]+)/[^/]+[.]api[.]ts$'
const below = (area) => areas.get(area).flatMap((one) => [one, ...below(one)])

module.exports = {
  forbidden: [
    forbid('no-circular', {}, { circular: true }, 'A circle has no order to be read in.'),
    forbid(
      'lib-is-the-ground',
      { path: '^src/lib/' },
      { path: '^(app|collections|globals|hooks|endpoints|src/(?!lib/))' },
    ),
    forbid(
      'mechanisms-know-no-entity',
      { path: '^src/mechanisms/' },
      {
        path: '^(app|collections|globals|hooks|endpoints|src/(integrations|ui|admin|demo)/)',
        dependencyTypesNot: ['type-only'],
      },
      'A mechanism speaks to integrations through ports and to entities through declarations.',
    ),
    forbid(
      'integrations-stand-alone',
      { path: '^src/integrations/' },
      {
        path: '^(app|collections|globals|hooks|endpoints|src/(?!lib/|integrations/))',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'ui-shows-only',
      { path: '^src/ui/' },
      {
        path: '^(app|collections|globals|hooks|endpoints|src/(mechanisms|integrations|admin|demo)/)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid('hooks-are-below', { path: '^hooks/' }, { path: '^(app|endpoints|collections)/' }),
    forbid('collections-are-below', { path: '^collections/' }, { path: '^(app|endpoints)/' }),
    forbid(
      'areas-stay-apart',
      { path: collections },
      { path: collections, pathNot: ['^collections/$1/', API], dependencyTypesNot: ['type-only'] },
      'Areas speak through events, slugs, and what an area publishes in its <area>.api.ts.',
    ),
    ...[...areas.keys()].map((area) =>
      forbid(
        `${area}-asks-those-below`,
        { path: `^collections/${area}/` },
        {
          path: API,
          pathNot: `^collections/(${[area, ...below(area)].join('|')})/`,
          dependencyTypesNot: ['type-only'],
        },
        'An area asks those that its module depends on or knows.',
      ),
    ),
    forbid(
      'config-is-the-top',
      { path: '^(collections|globals|hooks|endpoints|src/(?!worker/))' },
      { path: '^payload[.]config[.]ts$' },
      'Use req.payload.',
    ),
    forbid(
      'no-next-cache-under-the-config',
      { path: '^(collections|globals|hooks|endpoints|src/(mechanisms|lib|integrations)/)' },
      { path: 'node_modules/next/cache' },
      'It breaks the command line.',
    ),
    forbid(
      'tests-stay-outside',
      { path: '^(app|collections|globals|hooks|endpoints|src)/' },
      { path: '^(tests|scripts)/' },
    ),
    forbid(
      'resolvable',
      { path: '^(app|collections|globals|hooks|endpoints|src|scripts|tests)/' },
      { couldNotResolve: true },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|dist|\\.data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
