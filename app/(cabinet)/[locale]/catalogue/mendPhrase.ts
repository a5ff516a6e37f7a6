/**
 * The phrase with its misspelt words replaced: each mended word takes the place of the typed word that is
 * nearest to it. «болд м12», [«болт»] -> «болт м12».
 */
export function mendPhrase(phrase: string, mended: readonly string[]): string {
  const words = phrase.trim().toLowerCase().split(/\s+/)
  const free = new Set(words.keys())
  for (const right of mended) {
    const [nearest] = [...free]
      .filter((at) => !/\d/.test(words[at] ?? ''))
      .sort((a, b) => distance(words[a] ?? '', right) - distance(words[b] ?? '', right))
    if (nearest === undefined) continue
    words[nearest] = right
    free.delete(nearest)
  }
  return words.join(' ')
}

/** How many letters have to be changed, added or dropped (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
