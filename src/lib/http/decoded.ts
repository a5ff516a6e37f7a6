/**
 * A part of an address, or of a cookie, as it was before it was encoded; what nobody encoded (a stray `%`) stays as
 * it came, rather than breaking the page.
 */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
