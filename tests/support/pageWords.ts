import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import logins from '@/src/demo/logins.json'
import { root } from '../../scripts/lib/paths.mjs'
import { queryOnce } from '../../scripts/lib/database.mjs'

/** Pages asked for over HTTP with a cookie, as a browser without script asks: what they say and where they lead. */
type Visit = { status: number; location: string | null; html: string }
export type Visitor = (address: string) => Promise<Visit>

/** Somebody of the demo who has signed in. `language` is that of the panel; the cabinet has it in its addresses. */
export async function visitorOf(url: string, role: string, language = 'ru'): Promise<Visitor> {
  const login = logins.find((one) => one.role === role)
  if (!login) throw new Error(`The demo has no ${role}`)
  const { email, password, collection } = login
  const answer = await fetch(`${url}/api/${collection}/login`, {
    method: 'POST',
    body: JSON.stringify({ email, password }),
    headers: { 'content-type': 'application/json', origin: url },
  })
  if (!answer.ok) throw new Error(`${role} cannot sign in: ${answer.status}`)
  const cookie = [...answer.headers.getSetCookie().map((one) => one.split(';')[0]), `payload-lng=${language}`].join(
    '; ',
  )
  return visitorWith(url, { cookie, 'accept-language': language, 'sec-fetch-site': 'same-origin' })
}

/** Whoever sends these headers. */
const visitorWith =
  (url: string, headers: Record<string, string> = {}): Visitor =>
  async (address) => {
    const answer = await fetch(url + address, { headers, redirect: 'manual' })
    const isHtml = /html/.test(answer.headers.get('content-type') ?? '')
    // A file is taken whole too: a stream that is left half-way keeps the portal from ending.
    const text = await answer.text()
    const html = isHtml ? text : ''
    const to = answer.headers.get('location')
    return { status: answer.status, location: to === null ? null : new URL(to, url).href.replace(url, ''), html }
  }

/** Every address of this portal that a page leads to, in what it shows and in what its script is given. */
export function linksOf(html: string): string[] {
  const shown = html.replace(/<a\b[^>]*hreflang="[^>]*>/gi, '')
  const found = [...shown.matchAll(/\shref="(\/[^"]*)"/g), ...shown.matchAll(/\\"href\\":\\"(\/[^"\\]*)\\"/g)]
  const own = found
    .map(([, href = '']) => unescaped(href).replace(/#.*/, ''))
    .filter((href) => !/^\/(?:\/|_next\/|brand\/|manifest)/.test(href))
  return [...new Set(own)]
}

/** What a page says: its title, its text and what is said to those who do not see it, piece by piece. */
export function wordsOf(html: string): string[] {
  const drawn = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|template|code)\b[\s\S]*?<\/\1>/gi, ' ')
    // What is marked as of another language is no words of the page's own.
    .replace(/<(td|span|p) [^>]*lang="[a-z]+"[^>]*>[^<]*<\/\1>/gi, ' ')
  const said = [...drawn.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]+)"/g)].map(([, words = '']) => words)
  return [...said, ...drawn.split(/<[^>]*>/)]
    .map((words) => unescaped(words).replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
}
const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|nbsp|#x27|#39);/g, (entity) => ENTITIES[entity] ?? entity)

/** Finds Russian words of the portal itself on an English page: its labels, unless the same words stand in the database as data. */
export async function foreignWords(databaseUrl: string): Promise<(words: string) => string[]> {
  const data = await dataOf(databaseUrl)
  const whole = new Set(data)
  // Names and values of properties stand inside of JSON.
  const inside = data.join('\n')
  const labels = russianLabels()
  return (words) =>
    (whole.has(words)
      ? []
      : (words.match(/[\p{Script=Cyrillic}](?:[\p{Script=Cyrillic}\d\s«»"'.,:;№()/×–—-]*[\p{Script=Cyrillic}»)])?/gu) ??
        [])
    ).filter((stretch) => labels.has(stretch) && !whole.has(stretch) && !inside.includes(`"${stretch}"`))
}

/** Every text of the database that holds Russian letters. */
async function dataOf(databaseUrl: string): Promise<string[]> {
  const columns = await queryOnce(
    databaseUrl,
    `select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb')`,
  )
  const said: string[] = []
  for (const table of new Set(columns.map(({ table_name: name }) => String(name)))) {
    const own = columns.filter(({ table_name: name }) => name === table)
    const parts = own.map(
      ({ column_name: column }) =>
        `select distinct "${String(column)}"::text as said from "${table}" where "${String(column)}"::text ~ '[а-яА-ЯёЁ]'`,
    )
    said.push(
      ...(await queryOnce(databaseUrl, parts.join(' union '))).map((row) =>
        String(row.said).replace(/\s+/g, ' ').trim(),
      ),
    )
  }
  return said
}

/** A language is called by its own name wherever it is chosen. */
const ITS_OWN_NAME = new Set(['Русский'])

/** What the portal itself says in Russian, as its files of words have it. */
function russianLabels(): Set<string> {
  const files = ['app', 'collections', 'src', 'globals'].flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(root, room, file),
    ),
  )
  const texts = files
    .filter((file) => /labels\.ts$|\.module\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bru: '([^'{]+)'/g)].map(([, words = '']) => words))
  return new Set(texts.filter((words) => words.length > 1 && !ITS_OWN_NAME.has(words)))
}
