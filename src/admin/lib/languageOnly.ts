/** The same data with words in one language where they are in all: Payload reads a text as well as a table of languages. */
export function languageOnly<Data>(data: Data, language: string, languages: readonly string[]): Data {
  // What goes in comes out in the same shape, texts apart.
  return slim(data, language, languages) as Data
}

function slim(data: unknown, language: string, languages: readonly string[]): unknown {
  if (Array.isArray(data)) return data.map((one) => slim(one, language, languages))
  if (!isPlain(data)) return data
  const entries = Object.entries(data)
  const isText =
    entries.length > 0 && entries.every(([key, text]) => languages.includes(key) && typeof text === 'string')
  if (isText && language in data) return data[language]
  return Object.fromEntries(entries.map(([key, one]) => [key, slim(one, language, languages)]))
}

const isPlain = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype && !('$$typeof' in data)
