const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю'
const SHIFTED = { '~': '`', '{': '[', '}': ']', ':': ';', '"': "'", '<': ',', '>': '.' } as Record<string, string>

/** One word as its keys would have written it in the other layout of the keyboard; the same when it has no letters of either. */
function swapWord(word: string): string {
  const isLatin = /[a-z]/.test(word)
  // A word of Cyrillic letters alone goes the other way: «шзрщту» is «iphone».
  if (!isLatin && !/[а-яё]/.test(word)) return word
  const [from, to] = isLatin ? [LATIN, CYRILLIC] : [CYRILLIC, LATIN]
  return [...word].map((sign) => to[from.indexOf(isLatin ? (SHIFTED[sign] ?? sign) : sign)] ?? sign).join('')
}

/** The words of a phrase, in small letters, each with what it is in the other layout of the keyboard (Russian and US). */
export function keyboardWords(phrase: string): { typed: string; meant: string }[] {
  return phrase
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((typed) => ({ typed, meant: swapWord(typed) }))
}

/** The phrase typed in the other layout; null when that changes nothing. */
export function otherLayout(phrase: string): string | null {
  const meant = keyboardWords(phrase)
    .map((word) => word.meant)
    .join(' ')
  return meant === phrase.trim().toLowerCase().replace(/\s+/g, ' ') ? null : meant
}
