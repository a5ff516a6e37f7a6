import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settings } from '@/src/lib/settings'
import { contextOf } from '@/src/mechanisms/access/context'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { personLetterJob } from '@/src/mechanisms/sessions/person-letters'
import { brandFor, brandOfCompany } from '@/src/mechanisms/sites/brand'
import { mailbox, type Sent } from '@/tests/int/people/letters'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders
let box: ReturnType<typeof mailbox>
let main: string
let second: string
let hostless: string

async function site(name: string, hosts: string[], isDefault = false): Promise<string> {
  const id = await insertRow(payload, 'sites', { name, hue: 20, isDefault })
  for (const [place, host] of hosts.entries())
    await query(
      payload,
      sql`insert into sites_texts ("order", parent_id, path, text) values (${place + 1}, ${id}, 'hosts', ${host})`,
    )
  return id
}

/** Somebody of a company of this site, who reads in this language. */
async function reader(siteId: string | null, locale: 'ru' | 'en'): Promise<{ company: string; email: string }> {
  const company = await make.company({ siteId, managerId: await make.staff({ email: `boss-${locale}@example.com` }) })
  const email = `${locale}@example.com`
  await make.user({ companies: [company], email, locale })
  return { company, email }
}

const pay = async (company: string): Promise<void> => {
  await recordEvent(await make.as('staff', await make.staff()), {
    type: 'payment.received',
    entity: 'accounts',
    entityId: company,
    company,
    data: { number: '', sum: { amount: 100_00, currency: 'RUB' } },
  })
}
const hrefs = ({ html }: Sent): string[] => [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href).sort()
const from = (host?: string): Promise<PayloadRequest> =>
  createLocalReq({ req: { headers: new Headers(host ? { host } : {}) } }, payload)

describe('the site of a reader', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    box = mailbox(payload)
    main = await site('Основной', ['lk.example'], true)
    second = await site('Второй', ['second.example:8080', 'also.example'])
    hostless = await site('Без адреса', [])
  })

  it.each([
    ['ru', 'second', 'http://second.example:8080', ['/', '/profile', '/statement'], 'Второй'],
    ['en', 'second', 'http://second.example:8080', ['/en', '/en/profile', '/en/statement'], 'Второй'],
    ['en', 'hostless', 'PUBLIC', ['/en', '/en/profile', '/en/statement'], 'Без адреса'],
    ['ru', 'none', 'PUBLIC', ['/', '/profile', '/statement'], 'Основной'],
  ] as const)(
    '[AUTH-10] a letter in %s to a client of the %s site leads to %s',
    async (locale, of, at, paths, name) => {
      const { company, email } = await reader({ second, hostless, none: null }[of], locale)
      await pay(company)
      const letters = await box.deliver()
      const letter = letters.find(({ to }) => to === email)
      const origin = at === 'PUBLIC' ? settings().PUBLIC_URL : at
      expect(letter && hrefs(letter)).toEqual(paths.map((path) => `${origin}${path}`))
      expect(letter?.text).toContain(name)
    },
  )

  it('letters about an account lead there too; those of an employee to the portal’s own address', async () => {
    const { email } = await reader(second, 'en')
    const [user] = await query<{ id: string }>(payload, sql`select id::text from users where email = ${email}`)
    const staff = await make.staff({ email: 'staff@example.com' })
    await enqueue(payload, personLetterJob, { kind: 'passwordChanged', collection: 'users', person: user?.id ?? '' })
    await enqueue(payload, personLetterJob, { kind: 'passwordChanged', collection: 'staff', person: staff })
    const letters = new Map((await box.deliver()).map((letter) => [letter.to, hrefs(letter)]))
    expect(letters.get(email)).toEqual(['http://second.example:8080/en', 'http://second.example:8080/en/recover'])
    expect(letters.get('staff@example.com')).toEqual([
      `${settings().PUBLIC_URL}/`,
      `${settings().PUBLIC_URL}/admin/forgot`,
    ])
  })

  it('an event bears the site of its company, and none where the company has none', async () => {
    for (const siteId of [second, null]) {
      const company = await make.company({ siteId })
      await pay(company)
      expect(await query(payload, sql`select site_id::text as site from events where company_id = ${company}`)).toEqual(
        [{ site: siteId }],
      )
    }
  })

  it('a query knows the site that the host name chooses, asked once by a request', async () => {
    const siteOf = async (host?: string) => (await contextOf(await from(host))).site
    expect([await siteOf('second.example:8080'), await siteOf('also.example')]).toEqual([second, second])
    expect([await siteOf('unknown.example'), await siteOf('lk.example'), await siteOf()]).toEqual([main, main, null])
    const req = await from('also.example')
    expect(await brandFor(req, 'also.example')).toBe(await brandFor(req, 'also.example'))
    expect(await brandFor(payload, 'also.example')).toMatchObject({ name: 'Второй', origin: 'http://also.example' })
  })

  it('a site that is gone, or never was, gives way to the default one', async () => {
    const { company } = await reader(second, 'ru')
    await pay(company)
    await payload.delete({ collection: 'sites', id: second, overrideAccess: true })
    expect(await query(payload, sql`select site_id from events`)).toEqual([{ site_id: null }])
    expect(await brandOfCompany(payload, company)).toMatchObject({ site: main, origin: settings().PUBLIC_URL })
    await query(payload, sql`delete from sites`)
    expect(await brandOfCompany(payload, null)).toEqual({
      site: null,
      name: 'Kabinet',
      hue: 262,
      logo: null,
      origin: settings().PUBLIC_URL,
    })
  })
})
