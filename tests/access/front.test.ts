import { beforeAll, describe, expect, it } from 'vitest'
import { makeKey } from '@/tests/support/front'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { standing, type Company, type Who } from './people'
import { front } from './routes'
import { ask, knock, type Answer } from './surface'
import { makeWorld, type World } from './world'

let world: World
let keys: Record<Kind, Map<Who, string>>

const kinds = ['reading', 'acting'] as const
type Kind = (typeof kinds)[number]
const people = ['client', 'narrow', 'partner', 'employee', 'blocked', 'manager', 'admin', 'anonymous'] as const
const clients = ['client', 'narrow', 'partner', 'blocked'] as const

/** The company that each of them works in. */
const home: Partial<Record<Who, Company>> = { client: 'own', narrow: 'own', partner: 'partner', blocked: 'own' }
const NOBODY = '00000000-0000-4000-8000-000000000000'

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
  await payload.db.pool.query('update companies set access_keys = true')
  const of = async (kind: Kind): Promise<Map<Who, string>> => {
    const made = new Map<Who, string>()
    for (const who of clients) {
      const { id: user } = world.people[who]
      const company = world.companies[home[who] ?? 'own']
      made.set(who, (await makeKey(payload, { user, company, acts: kind === 'acting' })).key)
    }
    return made
  }
  keys = { reading: await of('reading'), acting: await of('acting') }
})

const parts = (address: string): { method: string; path: string } => {
  const [method = 'get', path = ''] = address.split(' ')
  return { method: method.toUpperCase(), path: path.replace(/:\w+/g, NOBODY) }
}
const body = (method: string) =>
  method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } }

/** How a call of this person ends that is let at all: 401 for nobody, 403 without the right, anything else past the door. */
function door(who: Who, needs: string | null): number | null {
  if (who === 'anonymous' || who === 'blocked') return 401
  if (who === 'manager' || who === 'admin') return 403
  if (needs === null) return null
  if (who === 'employee') return 403
  return who === 'narrow' && needs !== 'any company' ? 403 : null
}

const stands = (cell: string, { status, text }: Answer, expected: number | null): void => {
  const code = status >= 400 && text.startsWith('{') ? (JSON.parse(text) as { code: string }).code : ''
  if (expected !== null) expect([cell, status]).toEqual([cell, expected])
  else
    expect([cell, status, code]).not.toEqual([
      cell,
      expect.toSatisfy((it: number) => [401, 403].includes(it) || it >= 500),
      code,
    ])
}

const byKey = (key: string, method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  knock(new Headers(), {
    method,
    path,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    ...(method === 'GET' ? {} : { body: '{}' }),
  })

describe('[EXCH-36] /api/v1 for everybody, by session and by either kind of key', () => {
  it('a session opens what the person’s role and capabilities open, and nothing else', async () => {
    for (const [address, needs] of Object.entries(front))
      for (const who of people) {
        const { method, path } = parts(address)
        stands(`${address} ${who}`, await ask(world, who, path, { method, ...body(method) }), door(who, needs))
      }
  })

  it('a key opens the same for its person, and one that only reads changes nothing', async () => {
    for (const [address, needs] of Object.entries(front))
      for (const kind of kinds)
        for (const who of clients) {
          const { method, path } = parts(address)
          const answer = await byKey(String(keys[kind].get(who)), method, path)
          const refused = kind === 'reading' && method !== 'GET' && who !== 'blocked' ? 403 : door(who, needs)
          stands(`${address} ${who} by a ${kind} key`, answer, refused)
        }
  })

  it('a company that is not theirs is not there, whoever asks and by whatever', async () => {
    const theirs = (who: Who, company: Company): boolean =>
      ['company', 'subclient'].includes(standing[who][company] ?? '')
    for (const company of ['own', 'partner', 'sub', 'team', 'left', 'foreign'] as const)
      for (const who of ['client', 'partner'] as const) {
        const headers = { 'x-company': world.companies[company] }
        const expected = theirs(who, company) ? 200 : 404
        for (const path of ['/api/v1/orders', '/api/v1/documents', '/api/v1/me']) {
          const cell = `${path} ${who} of ${company}`
          expect([cell, (await ask(world, who, path, { headers })).status]).toEqual([cell, expected])
          const keyed = await byKey(String(keys.acting.get(who)), 'GET', path, headers)
          expect([cell, keyed.status]).toEqual([cell, expected])
        }
      }
  })

  it('rows of others never come out, whichever company is asked about', async () => {
    for (const who of ['client', 'partner'] as const)
      for (const list of ['orders', 'documents', 'contracts']) {
        const { items } = (await byKey(String(keys.reading.get(who)), 'GET', `/api/v1/${list}`)).json() as {
          items: { id: string }[]
        }
        const own = world.rows
          .get(list)
          ?.filter(({ company }) => company === home[who])
          .map(({ id }) => id)
        expect([who, list, items.length > 0]).toEqual([who, list, true])
        expect(items.map(({ id }) => id).filter((id) => !own?.includes(id))).toEqual([])
        for (const { id, company } of world.rows.get(list) ?? []) {
          const one = await byKey(String(keys.reading.get(who)), 'GET', `/api/v1/${list}/${id}`)
          expect([who, list, company, one.status]).toEqual([who, list, company, company === home[who] ? 200 : 404])
        }
      }
  })
})
