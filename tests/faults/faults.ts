import type { Chance } from './chance'
import { killCheckouts } from './checkouts'
import { killImports } from './imports'
import type { Outcome } from './outcome'

/** Half of the kills fall on the worker while it imports, half on the web while clients check out. */
export async function runFaults(
  server: string,
  kills: number,
  chance: Chance,
  tell: (text: string) => void,
): Promise<Outcome> {
  const parts: Outcome[] = []
  for (const [play, share] of [
    [killImports, Math.ceil(kills / 2)],
    [killCheckouts, Math.floor(kills / 2)],
  ] as const) {
    if (share === 0) continue
    const part = await play(server, share, chance)
    for (const note of part.notes) tell(note)
    parts.push(part)
  }
  return {
    kills: parts.reduce((sum, part) => sum + part.kills, 0),
    lost: parts.reduce((sum, part) => sum + part.lost, 0),
    doubled: parts.reduce((sum, part) => sum + part.doubled, 0),
    remarks: parts.flatMap(({ remarks }) => remarks),
    notes: parts.flatMap(({ notes }) => notes),
  }
}

/** The line that a run ends with. */
export const summaryOf = ({ kills, lost, doubled }: Outcome): string =>
  `faults: ${kills} kills, ${lost} lost, ${doubled} doubled`
