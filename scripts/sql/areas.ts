/** Which SQL may name which table: every table has an owner, every file a place, and the modules say which area knows which. */

/** What a module says of itself, as far as tables go; tables by their names. */
export type Area = {
  slug: string
  /** Of its collections, those that a plugin makes too, and those that no collection makes. */
  tables: readonly string[]
  /** Tables among them whose rows a mechanism keeps. */
  ofMechanisms: readonly string[]
  /** Areas below it, whether it goes with them or not. */
  below: readonly string[]
}
/** A table that the SQL of a file names, and whether it changes its rows. */
export type Crossing = { file: string; table: string; kind: 'read' | 'write' }
/** Crossings that are there today, `read companies`, by their files. */
export type Ledger = Readonly<Record<string, readonly string[]>>

const MECHANISMS = 'mechanisms'
const PORTAL = 'portal'
const PLACES: ReadonlyArray<[RegExp, string]> = [
  [/^(?:src\/(?:mechanisms|lib|integrations)|hooks)\//, MECHANISMS],
  [/^globals\//, PORTAL],
]

/** The area a file lies in, or `mechanisms`, or `portal`; null for what stands above all areas. */
const placeOf = (file: string): string | null =>
  /^collections\/([^/]+)\//.exec(file)?.[1] ?? PLACES.find(([pattern]) => pattern.test(file))?.[1] ?? null

/** Owners of tables: an area, or `mechanisms` for what no module names. A sub-table goes with the longest name that begins its own. */
function ownerOf(table: string, areas: readonly Area[], globals: readonly string[]): string {
  const owners = [
    ...areas.flatMap(({ slug, tables }) => tables.map((name) => [name, slug] as const)),
    ...globals.map((name) => [name, PORTAL] as const),
  ]
  const [owner] = owners.filter(([name]) => isOf(table, name)).sort(([one], [other]) => other.length - one.length)
  return owner?.[1] ?? MECHANISMS
}

/** All areas below one, theirs too. Throws where they stand in a circle, and for one that is not there. */
function areasBelow(slug: string, areas: readonly Area[], above: readonly string[] = []): Set<string> {
  if (above.includes(slug)) throw new Error(`Areas depend on one another in a circle: ${[...above, slug].join(' -> ')}`)
  const area = areas.find((one) => one.slug === slug)
  if (!area) throw new Error(`There is no area ${slug}, of which ${above.at(-1)} speaks`)
  return new Set(area.below.flatMap((one) => [one, ...areasBelow(one, areas, [...above, slug])]))
}

/**
 * What is named across a border: by an area, tables of another that does not lie below it, and rows of another that it
 * changes; by a mechanism and a global, tables of an area, unless the area keeps them for mechanisms.
 */
export function crossingsOf(
  uses: readonly Crossing[],
  areas: readonly Area[],
  globals: readonly string[],
): readonly Crossing[] {
  const below = new Map(areas.map(({ slug }) => [slug, areasBelow(slug, areas)]))
  const kept = areas.flatMap(({ ofMechanisms }) => ofMechanisms)
  const isAllowed = ({ file, table, kind }: Crossing): boolean => {
    const place = placeOf(file)
    const owner = ownerOf(table, areas, globals)
    if (place === null || place === owner) return true
    if (place === MECHANISMS || place === PORTAL)
      return owner === MECHANISMS || owner === PORTAL || kept.some((name) => isOf(table, name))
    return kind === 'read' && below.get(place)?.has(owner) === true
  }
  return uses.filter((use) => !isAllowed(use))
}

const isOf = (table: string, name: string): boolean => table === name || table.startsWith(`${name}_`)

/** What the ledger does not hold, and what it holds though nothing of the kind is there any more. */
export function againstLedger(found: readonly Crossing[], ledger: Ledger): { fresh: string[]; gone: string[] } {
  const line = (file: string, what: string): string => `${file}: ${what}`
  const now = new Set(found.map(({ file, table, kind }) => line(file, `${kind} ${table}`)))
  const then = new Set(Object.entries(ledger).flatMap(([file, whats]) => whats.map((what) => line(file, what))))
  return { fresh: [...now].filter((one) => !then.has(one)), gone: [...then].filter((one) => !now.has(one)) }
}

/** Crossings as the ledger writes them. */
export function asLedger(found: readonly Crossing[]): string {
  const files = [...new Set(found.map(({ file }) => file))].sort()
  const whatsOf = (file: string): string[] =>
    [...new Set(found.filter((one) => one.file === file).map(({ table, kind }) => `${kind} ${table}`))].sort()
  return files
    .map(
      (file) =>
        `  '${file}': [${whatsOf(file)
          .map((what) => `'${what}'`)
          .join(', ')}],`,
    )
    .join('\n')
}
