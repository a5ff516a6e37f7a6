import { secretInPath } from './http/secretRoutes'

/** Takes personal data and secrets out of what is logged: by the name of a field and by the look of a text. */

const HIDDEN = '[hidden]'
const MAX_DEPTH = 6
const secretKey =
  /password|passwd|^pwd$|^pass$|secret|token|cookie|authori[sz]ation|api[-_]?key|e[-_]?mail|phone|^tel$|^salt$|^hash$|signature|^name$|(?:full|first|last|middle|legal|author|actor|person|user)[-_]?name|^fio$|^address$|^(?:req|user|doc|originalDoc|previousDoc|body|query|params|parameters|detail|where|values?)$/i

const patterns: readonly [RegExp, string][] = [
  // A failed query of drizzle carries every value of the row.
  [/\bparams: [\s\S]*/g, `params: ${HIDDEN}`],
  // PostgreSQL quotes what it was sent, and whole rows.
  [
    /((?:invalid input (?:syntax|value) for|value out of range|is out of range for)[^"\n]{0,80}: ?)"[^"]*"/g,
    `$1${HIDDEN}`,
  ],
  [/(Key \([^)\n]*\)=|Failing row contains )\([^\n]*/g, `$1${HIDDEN}`],
  [/\b(Bearer|Basic|JWT)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`],
  [/\beyJ[\w-]{6,}\.[\w-]+\.?[\w-]*/g, HIDDEN],
  [/(:\/\/[^\s:/@]*):[^\s@/]+@/g, `$1:${HIDDEN}@`],
  [/((?:set-)?cookie\s*:\s*)[^\r\n]+/gi, `$1${HIDDEN}`],
  [secretInPath, `$1${HIDDEN}`],
  [
    /([\w-]*(?:password|passwd|secret|token|sessid|signature|credential|api[-_]?key)["']?\s*[=:]\s*["']?)[^\s"'&;,}]+/gi,
    `$1${HIDDEN}`,
  ],
  [/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, HIDDEN],
  [
    /(?<![\p{L}\p{N}._-])(?:\+\d[\d\s().-]{8,17}\d|[78][\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2})(?![\d-])/gu,
    HIDDEN,
  ],
]

/** A text without e-mail addresses, phones, passwords, tokens and cookies. */
export function redactText(text: string): string {
  return patterns.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), text)
}

/** A plain copy of a value, fit for a log line: errors become objects, cycles and depths are cut. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'function' || typeof value === 'symbol') return undefined
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (depth >= MAX_DEPTH) return '[deep]'
  if (value instanceof Error) return isOfDatabase(value) ? redactDatabaseError(value, depth) : redactError(value, depth)
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1))
  return redactEntries(Object.entries(value), depth)
}

function redactError(error: Error, depth: number): unknown {
  const { name, message, stack, cause } = error
  return {
    name,
    message: redactText(message),
    ...(stack ? { stack: redactText(stack) } : {}),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
    ...redactEntries(
      Object.entries(error).filter(([key]) => key !== 'cause'),
      depth,
    ),
  }
}

/** What PostgreSQL and drizzle say of a failed statement; its values, and rows quoted in `detail`, are people's data. */
const told = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'dataType', 'routine', 'position'] as const

const isOfDatabase = (error: Error): boolean =>
  ('severity' in error && 'code' in error) ||
  ('query' in error && 'params' in error) ||
  /^Failed query: /.test(error.message)

function redactDatabaseError(error: Error, depth: number): unknown {
  const { name, message, stack, cause } = error
  const facts = Object.fromEntries(
    told.flatMap((key) => (key in error ? [[key, redact(Reflect.get(error, key), depth + 1)]] : [])),
  )
  const clean = withoutValues(message)
  return {
    name,
    message: clean,
    // The stack begins with the message.
    ...(stack ? { stack: redactText(stack.replace(message, () => clean)) } : {}),
    ...facts,
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
  }
}

/** `invalid input syntax for type uuid: "…"`, `date/time field value out of range: "…"`: what was sent is at the end. */
function withoutValues(message: string): string {
  return redactText(message).replace(/: "[\s\S]*"$/, `: ${HIDDEN}`)
}

function redactEntries(entries: [string, unknown][], depth: number): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([key, item]) => [
      redactText(key),
      secretKey.test(key) && item != null && typeof item !== 'boolean' ? HIDDEN : redact(item, depth + 1),
    ]),
  )
}
