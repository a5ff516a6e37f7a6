import { readdirSync } from 'node:fs'
import { root } from '../../scripts/lib/paths.mjs'

const PLACES = ['app', 'collections', 'deploy', 'docs', 'endpoints', 'globals', 'hooks', 'scripts', 'src', 'tests']

/** Files of the project as they lie in its folder, from its root, with `/` between; those that tools make are left out. */
export function sourceFiles(): string[] {
  const inFolders = PLACES.flatMap((place) =>
    readdirSync(`${root}/${place}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(root.length + 1)),
  )
  const inRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile())
  return [...inFolders, ...inRoot.map(({ name }) => name)].filter((file) => !file.endsWith('.d.ts'))
}
