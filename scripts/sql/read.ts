import { parseSync } from 'libpg-query'

/** A node of PostgreSQL's own tree of a statement: its kind and what hangs on it. */
export type Node = Record<string, unknown>

/** What a statement is wrapped into when it is a piece of one: a condition, a list of columns, a join, assignments … */
const FRAMES: ReadonlyArray<(text: string) => string> = [
  (text) => text,
  (text) => `select ${text}`,
  (text) => `select 1 where ${text}`,
  (text) => `select 1 from ${text}`,
  (text) => `select 1 from frame_ ${text}`,
  (text) => `select 1 from frame_ where true ${text}`,
  (text) => `select 1 order by ${text}`,
  (text) => `select 1 order by ${text} hole_`,
  (text) => `update frame_ set ${text}`,
  (text) => `with recursive ${text} select 1`,
  (text) => `insert into frame_ ${text}`,
  (text) => `insert into frame_ values ${text}`,
  (text) => `insert into frame_ (${text}) values (1)`,
  (text) => `select count(*) ${text}`,
  (text) => `select 1 = ${text}`,
  (text) => `insert into frame_ values (1) on conflict (frame_) do ${text}`,
]

/** What may stand where the code fills something in: a value, a name, nothing, a condition that goes on. */
const FILLS = [
  '$1',
  'hole_',
  '',
  ' and true ',
  ', hole_',
  ' hole_ = 1 ',
  ' hole_ as (select 1) ',
  ' values (1) ',
  '(1)',
] as const

const MOST_TRIES = 150

/** The tree of a piece of SQL as PostgreSQL reads it, with the frame that made it whole; null where no filling of its places does. */
export function read(parts: readonly string[]): { tree: Node; framed: boolean } | null {
  for (const [at, frame] of FRAMES.entries()) {
    const fills: number[] = parts.slice(1).map(() => 0)
    const tried = new Set<string>()
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      tried.add(fills.join())
      const { text, places } = filled(parts, fills, frame)
      const { tree, position } = attempt(text)
      if (tree) return { tree, framed: at > 0 }
      if (fills.length === 0) break
      // The place before the fault is to blame more often than not; then those around it.
      const blamed = places
        .map((place, index) => ({ index, away: Math.abs(place - position) }))
        .sort((a, b) => a.away - b.away)
      const next = blamed
        .flatMap(({ index }) => FILLS.map((_fill, fill) => fills.map((one, other) => (other === index ? fill : one))))
        .find((one) => !tried.has(one.join()))
      if (!next) break
      fills.splice(0, fills.length, ...next)
    }
  }
  return null
}

function filled(
  parts: readonly string[],
  fills: readonly number[],
  frame: (text: string) => string,
): { text: string; places: number[] } {
  const before = frame('\0').indexOf('\0')
  const places: number[] = []
  let text = parts[0] ?? ''
  for (const [index, fill] of fills.entries()) {
    places.push(before + text.length)
    text += `${FILLS[fill] ?? ''}${parts[index + 1] ?? ''}`
  }
  return { text: frame(text), places }
}

function attempt(text: string): { tree: Node | null; position: number } {
  try {
    return { tree: parseSync(text) as unknown as Node, position: 0 }
  } catch (error) {
    const details = (error as { sqlDetails?: { cursorPosition?: number } }).sqlDetails
    return { tree: null, position: details?.cursorPosition ?? 0 }
  }
}
