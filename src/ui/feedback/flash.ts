/** Cookie that carries words over a redirect to the toast of the next page; a browser may read it. */
export const FLASH_COOKIE = 'kb-flash'

/** What it holds. `draft` names a form that was sent: what the browser kept of it is dropped. */
export type Flash = { words: string; draft?: string; at?: number }

export function readFlash(text: string): Flash | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('words' in value) || typeof value.words !== 'string')
      return null
    return {
      words: value.words,
      ...('draft' in value && typeof value.draft === 'string' ? { draft: value.draft } : {}),
    }
  } catch {
    return null
  }
}
