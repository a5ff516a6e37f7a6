import { beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { request } from './matrix'
import { companies, standing, type Who } from './people'
import { canary, makeWorld, type World } from './world'

let world: World

beforeAll(async () => {
  const payload = await getTestPayload()
  await emptyDatabase()
  world = await makeWorld(payload)
})

const outsiders: readonly Who[] = ['manager', 'head', 'client', 'narrow', 'partner', 'employee', 'editor', 'anonymous']
const strange = (who: Who): string[] => companies.filter((company) => !standing[who][company]).map(canary)

/** An editor reads what any company answered; the words of an answer are theirs, and nothing that hangs on it. */
const withoutTitles = (answer: string): string => answer.replace(/"title":"[^"]*"/g, '')

describe('what comes out beside the row asked for', () => {
  it('[ROLE-01] [ROLE-02] no depth of population brings anything of another company along', async () => {
    const slugs = world.payload.config.collections
      .map(({ slug }) => slug)
      .filter((slug) => slug !== 'payload-migrations')
    for (const who of outsiders) {
      for (const slug of slugs) {
        for (const depth of [0, 1, 2, 3, 10]) {
          const answer = await (await request(world, who, `/api/${slug}?limit=1000&depth=${depth}`)).text()
          const text = who === 'editor' && slug === 'form-submissions' ? withoutTitles(answer) : answer
          for (const mark of strange(who))
            expect(text.includes(mark), `${who} ${slug} depth ${depth}: ${mark}`).toBe(false)
        }
      }
    }
  })

  it('[ROLE-01] [ROLE-02] the search over everything finds nothing of another company', async () => {
    for (const who of outsiders) {
      for (const phrase of ['canary', 'Компания', 'example', '7700000000', ...strange(who)]) {
        const text = await (await request(world, who, `/api/search?q=${encodeURIComponent(phrase)}`)).text()
        for (const company of companies.filter((each) => !standing[who][each])) {
          expect(
            text.includes(canary(company)) || text.includes(`Компания ${company}`),
            `${who} finds ${company} by ${phrase}`,
          ).toBe(false)
        }
      }
    }
    expect(await (await request(world, 'client', `/api/search?q=${canary('own')}`)).text()).toContain(canary('own'))
  })

  it('finds the marks where they belong, so the search above can find them', async () => {
    const text = await (await request(world, 'client', '/api/orders?depth=2')).text()
    expect(text).toContain(canary('own'))
    expect(await (await request(world, 'admin', '/api/orders?depth=2')).text()).toContain(canary('foreign'))
  })

  it('an employee of the company reads the manager of their company as an id, not as a person', async () => {
    const body = await (await request(world, 'client', '/api/companies?depth=2')).text()
    expect(body).not.toContain('@staff.example')
  })
})

describe('a hidden field', () => {
  const asked = (who: Who, path: string): Promise<string> =>
    request(world, who, path).then((response) => response.text())
  /** A filter must be refused, or be no help in telling one value from another. */
  async function tellsNothing(who: Who, slug: string, right: string, wrong: string): Promise<void> {
    const [one, other] = [
      await asked(who, `/api/${slug}?depth=0&${right}`),
      await asked(who, `/api/${slug}?depth=0&${wrong}`),
    ]
    const docs = (text: string): unknown => (JSON.parse(text) as { docs?: unknown }).docs ?? []
    expect(docs(one), `${who} ${slug} ${right}`).toEqual(docs(other))
  }

  it('is no use as a filter: passwords, sessions, links', async () => {
    const [person] = (
      await world.payload.find({
        collection: 'users',
        where: { email: { equals: 'client@users.example' } },
        showHiddenFields: true,
      })
    ).docs
    expect(person).toBeDefined()
    for (const field of ['hash', 'salt', 'resetPasswordToken', '_verificationToken', 'sessions.id']) {
      await tellsNothing('client', 'users', `where[${field}][exists]=true`, `where[${field}][exists]=false`)
      await tellsNothing('manager', 'users', `where[${field}][exists]=true`, `where[${field}][exists]=false`)
    }
    await tellsNothing('client', 'login-sessions', 'where[sid][equals]=row-client', 'where[sid][equals]=none')
    await tellsNothing('client', 'login-sessions', 'where[sid][like]=row', 'where[sid][like]=zzz')
    await tellsNothing('client', 'access-keys', 'where[hash][like]=row', 'where[hash][like]=zzz')
  })

  it('is no use as a filter: figures of a company without the right to see settlements', async () => {
    for (const field of ['debt', 'overdue', 'creditLimit', 'balance']) {
      await tellsNothing(
        'narrow',
        'companies',
        `where[${field}][greater_than]=1`,
        `where[${field}][greater_than]=999999`,
      )
    }
    await tellsNothing(
      'narrow',
      'contacts',
      'where[company.debt][greater_than]=1',
      'where[company.debt][greater_than]=999999',
    )
    const [row] = (
      JSON.parse(await asked('narrow', '/api/companies?depth=0')) as { docs: Array<Record<string, unknown>> }
    ).docs
    expect(row).toMatchObject({ name: 'Компания own' })
    expect(row).not.toHaveProperty('debt')
    expect(row).not.toHaveProperty('balance')
    const selected = await asked('narrow', '/api/companies?depth=0&select[debt]=true')
    expect(selected).not.toContain('"debt"')
  })

  it('shows the same figures to those who hold the right', async () => {
    const [row] = (
      JSON.parse(await asked('client', '/api/companies?depth=0')) as { docs: Array<Record<string, unknown>> }
    ).docs
    expect(row).toMatchObject({ debt: 200, balance: 400 })
  })

  it('of a related row is no use as a filter either: staff, other people, other companies', async () => {
    await tellsNothing('client', 'companies', 'where[manager.email][like]=staff', 'where[manager.email][like]=zzz')
    await tellsNothing('client', 'memberships', 'where[user.email][like]=narrow', 'where[user.email][like]=zzz')
    await tellsNothing('partner', 'orders', 'where[author.email][like]=users', 'where[author.email][like]=zzz')
  })

  it('does not decide an order either', async () => {
    for (const field of ['hash', 'manager.email', 'debt']) {
      const up = await asked('partner', `/api/companies?depth=0&sort=${field}`)
      const down = await asked('partner', `/api/companies?depth=0&sort=-${field}`)
      if (field === 'debt') continue // the partner may see it
      expect((JSON.parse(up) as { docs?: unknown }).docs ?? []).toEqual(
        (JSON.parse(down) as { docs?: unknown }).docs ?? [],
      )
    }
  })
})
