import { getAccessResults, type Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listedPlaces } from '@/src/admin/nav/listedPlaces'
import type { Locale } from '@/src/lib/i18n'
import { contextOf } from '@/src/mechanisms/access/context'
import { everyStaff, type StaffRole } from '@/src/mechanisms/access/roles'
import { workplacesFor } from '@/src/mechanisms/panel/defineWorkplace'
import { panelNav, visibleEntries, type NavSection } from '@/src/mechanisms/panel/panelNav'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let make: Builders

/** The navigation of one role, as the panel draws it. */
async function navOf(role: StaffRole, locale: Locale = 'ru'): Promise<NavSection[]> {
  const context = await contextOf(await make.as('staff', await make.staff({ role })))
  const listed = listedPlaces(payload.config, await getAccessResults({ req: context.req }), locale)
  return panelNav(context.actor, await workplacesFor(context), listed, locale)
}

/** «Сегодня» stands before them all. */
const seen = (nav: readonly NavSection[]): number => 1 + visibleEntries(nav)
const inSection = (nav: readonly NavSection[], key: string): string[] =>
  nav.filter((section) => section.key === key).flatMap(({ entries }) => entries.map(({ href }) => href))

describe('navigation of the panel', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    make = builders(payload)
  })
  beforeEach(emptyDatabase)

  it('[ROLE-03] [ROLE-04] has few places at once: 20 for an administrator, 8 for a manager, 12 for the others', async () => {
    const most: Record<StaffRole, number> = { admin: 20, manager: 8, head: 12, accountant: 12, editor: 12 }
    for (const role of everyStaff) {
      const places = seen(await navOf(role))
      expect(places, role).toBeGreaterThan(3)
      expect(places, role).toBeLessThanOrEqual(most[role])
    }
  })

  it.each(everyStaff)(
    '[ROLE-03] leads %s to all that they may read and open, each once, under one name',
    async (role) => {
      const req = await make.as('staff', await make.staff({ role }))
      const permissions = await getAccessResults({ req })
      const user = { role }
      const open = [
        ...payload.config.collections
          .filter(({ slug, admin }) => {
            const hidden = typeof admin.hidden === 'function' ? admin.hidden({ user: user as never }) : admin.hidden
            return !slug.startsWith('payload-') && !hidden && permissions.collections?.[slug]?.read
          })
          .map(({ slug }) => `/admin/collections/${slug}`),
        ...payload.config.globals
          .filter(({ slug, admin }) => {
            const hidden = typeof admin.hidden === 'function' ? admin.hidden({ user: user as never }) : admin.hidden
            return !hidden && permissions.globals?.[slug]?.read
          })
          .map(({ slug }) => `/admin/globals/${slug}`),
      ]
      for (const locale of ['ru', 'en'] as const) {
        const entries = (await navOf(role, locale)).flatMap((section) => section.entries)
        const lists = entries.map(({ href }) => href).filter((href) => /\/(collections|globals)\//.test(href))
        expect([role, lists.sort()]).toEqual([role, [...open].sort()])
        const outside = (await navOf(role, locale)).filter(({ key }) => key !== 'data')
        const names = outside.flatMap((section) => section.entries.map(({ label }) => label))
        expect(names).toEqual([...new Set(names)])
        expect(names.filter((name) => /[а-яё]/i.test(name) !== (locale === 'ru'))).toEqual([])
      }
    },
  )

  it('[ROLE-04] keeps raw tables among data, closed, under the names of their areas', async () => {
    const nav = await navOf('admin')
    const data = inSection(nav, 'data')
    for (const slug of ['order-lines', 'carts', 'prices', 'stocks', 'events', 'exchange-files', 'audit', 'orders'])
      expect(data).toContain(`/admin/collections/${slug}`)
    const section = nav.find(({ key }) => key === 'data')
    expect(section?.closed).toBe(true)
    expect(section?.entries.filter(({ area }) => !area)).toEqual([])
  })

  it('[ROLE-03] an entry that is one role’s work is another’s data: goods are the editor’s', async () => {
    const goods = '/admin/collections/products'
    expect(inSection(await navOf('editor'), 'site')).toContain(goods)
    expect(inSection(await navOf('manager'), 'data')).toContain(goods)
    expect(inSection(await navOf('manager'), 'settings')).toEqual([])
  })
})
