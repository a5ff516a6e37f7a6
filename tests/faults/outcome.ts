/** What a part of the run saw. `remarks` are for a person: each is one finding. */
export type Outcome = { kills: number; lost: number; doubled: number; remarks: string[]; notes: string[] }

/** How two lists of rows differ as multisets. */
export function differenceOf(
  wanted: readonly string[],
  found: readonly string[],
): { lost: string[]; surplus: string[] } {
  const counts = new Map<string, number>()
  for (const row of wanted) counts.set(row, (counts.get(row) ?? 0) + 1)
  const surplus: string[] = []
  for (const row of found) {
    const left = counts.get(row) ?? 0
    if (left > 0) counts.set(row, left - 1)
    else surplus.push(row)
  }
  const lost = [...counts].flatMap(([row, left]) => Array.from({ length: left }, () => row))
  return { lost, surplus }
}
