/**
 * Golos draws the narrow space U+202F so narrow that thousands run together. On the page it is a no-break space, drawn
 * a little tighter by `.num`.
 */
export function spaced(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}
