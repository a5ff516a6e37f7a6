import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readNotifications } from '@/collections/messages/notifications/notification.actions'
import { newsOf, notificationFeed, type News } from '@/collections/messages/notifications/notification.queries'
import { changePassword } from '@/src/mechanisms/sessions/credentials'
import { updateProfileAction } from '@/collections/people/users/user.profile.actions'
import { settings } from '@/src/lib/settings'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { scalars } from '@/src/mechanisms/database/scalars'
import { recordEvent } from '@/src/mechanisms/events/recordEvent'
import { hashPassword } from '@/src/mechanisms/sessions/passwords'
import { mailbox } from '@/tests/int/people/letters'
import { builders, type Builders } from '@/tests/builders/builders'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'

let payload: Payload
let build: Builders
let box: ReturnType<typeof mailbox>
let company: string
let russian: string
let english: string

/** Money came in: everybody of the company who sees settlements is told. */
async function paid(amount = 182_400_00): Promise<void> {
  const req = await build.as('staff', await build.staff())
  await recordEvent(req, {
    type: 'payment.received',
    entity: 'accounts',
    entityId: company,
    company,
    data: { number: '', sum: { amount, currency: 'RUB' } },
  })
}

describe('letters of notifications', () => {
  beforeAll(async () => {
    payload = await getTestPayload()
    build = builders(payload)
  })
  beforeEach(async () => {
    await emptyDatabase()
    box = mailbox(payload)
    company = await build.company()
    russian = await build.user({ companies: [company], email: 'ru@example.com' })
    english = await build.user({ companies: [company], email: 'en@example.com', locale: 'en' })
  })

  it('[AUTH-10] each person is written to in their language: words, money, and where the links lead', async () => {
    await paid()
    const letters = new Map((await box.deliver()).map((letter) => [letter.to, letter]))
    const ru = letters.get('ru@example.com')
    const en = letters.get('en@example.com')
    expect(ru?.subject.replace(/\s/g, ' ')).toBe('Получили оплату: 182 400,00 ₽')
    expect(en?.subject).toBe('Payment received: ₽182,400.00')
    expect(en?.text).not.toMatch(/[А-Яа-яЁё]/)
    const addresses = (html = ''): string[] =>
      [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replace(settings().PUBLIC_URL, ''))
    expect(addresses(ru?.html).sort()).toEqual(['/', '/profile', '/statement'])
    expect(addresses(en?.html).sort()).toEqual(['/en', '/en/profile', '/en/statement'])
  })

  it('[AUTH-10] the switch of the profile is asked when the letter leaves; news still stand in the feed', async () => {
    const off = (person: string, wanted: boolean) =>
      build
        .as('users', person)
        .then((req) => runAction(updateProfileAction, { req, input: { name: 'Анна', mailNotifications: wanted } }))
    await paid()
    await off(russian, false)
    expect((await box.deliver()).map(({ to }) => to)).toEqual(['en@example.com'])
    const context = await build.context('users', russian, company)
    expect((await notificationFeed(context.req, context.actor)).rows).toHaveLength(1)
    await off(russian, true)
    await paid()
    expect((await box.deliver()).map(({ to }) => to).sort()).toEqual(['en@example.com', 'ru@example.com'])
  })

  it('[AUTH-10] letters about the account itself go whatever the switch says', async () => {
    const { hash, salt } = await hashPassword('old password 1')
    await execute(
      payload,
      sql`update users set mail_notifications = false, hash = ${hash}, salt = ${salt} where id = ${russian}`,
    )
    await changePassword(await build.as('users', russian), 'users', {
      current: 'old password 1',
      password: 'another good one 2',
    })
    expect((await box.deliver()).map(({ to }) => to)).toEqual(['ru@example.com'])
  })

  it('[AUTH-10] whoever changes the language reads old news, and letters still waiting, in the new one', async () => {
    await paid()
    const { letters } = box
    await query(payload, sql`update users set locale = 'en' where id = ${russian}`)
    await box.deliver()
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Payment received: ₽182,400.00',
      'Payment received: ₽182,400.00',
    ])
    const context = await build.context('users', english, company)
    const [inEnglish] = (await notificationFeed(context.req, context.actor, { locale: 'en' })).rows
    const [inRussian] = (await notificationFeed(context.req, context.actor, { locale: 'ru' })).rows
    expect([inEnglish?.title, inRussian?.title.replace(/\s/g, ' ')]).toEqual([
      'Payment received: ₽182,400.00',
      'Получили оплату: 182 400,00 ₽',
    ])
    expect(inRussian?.body).toBe('Деньги зачислены на лицевой счёт.')
  })

  it('[AUTH-10] opening the page that news lead to reads them, and nobody else’s', async () => {
    await paid()
    await box.deliver()
    const unread = async (person: string) => {
      const { req, actor } = await build.context('users', person, company)
      const { news } = await scalars<News>(req, [['news', newsOf(actor, '/statement')]])
      return { news: news?.all !== 0, unread: (await notificationFeed(req, actor)).unread }
    }
    const req = await build.as('users', russian)
    await runAction(readNotifications, { req, input: { link: '/statements' } })
    expect(await unread(russian)).toEqual({ news: true, unread: 1 })
    await execute(payload, sql`update notifications set link = '/statement?view=all#last'`)
    await runAction(readNotifications, { req, input: { link: '/statement' } })
    expect([await unread(russian), await unread(english)]).toEqual([
      { news: false, unread: 0 },
      { news: true, unread: 1 },
    ])
  })

  it('[AUTH-10] sums and days are said in the reader’s language when they are read, in the feed as in the letter', async () => {
    await recordEvent(await build.as('staff', await build.staff()), {
      type: 'document.published',
      entity: 'documents',
      entityId: company,
      company,
      data: {
        kind: 'invoice',
        document: { ru: 'Счёт на оплату', en: 'Invoice' },
        number: '7',
        date: { date: '2026-11-24' },
        sum: { amount: 1_250_00, currency: 'USD' },
      },
    })
    const letters = new Map((await box.deliver()).map((letter) => [letter.to, letter]))
    const said = {
      ru: ['Счёт на оплату № 7', 'Новый документ от 24 ноября 2026 на 1 250,00 $. Он уже в кабинете.'],
      en: ['Invoice No. 7', 'A new document of 24 November 2026 for $1,250.00. It is in the portal.'],
    }
    for (const locale of ['ru', 'en'] as const) {
      const letter = letters.get(`${locale}@example.com`)
      expect(letter?.subject).toBe(said[locale][0])
      expect(letter?.text.replace(/\s/g, ' ')).toContain(said[locale][1])
      const context = await build.context('users', russian, company)
      const [row] = (await notificationFeed(context.req, context.actor, { locale })).rows
      expect([row?.title, row?.body?.replace(/\s/g, ' ')]).toEqual(said[locale])
    }
  })

  it('an event of before, which holds words instead of sums, reads as it always has', async () => {
    await paid()
    await box.deliver()
    const old = { number: '', sumRu: '182 400,00 ₽', sumEn: '₽182,400.00' }
    await execute(payload, sql`update events set data = ${JSON.stringify(old)}::jsonb`)
    const context = await build.context('users', english, company)
    const titleIn = async (locale: 'ru' | 'en') =>
      (await notificationFeed(context.req, context.actor, { locale })).rows[0]?.title.replace(/\s/g, ' ')
    expect([await titleIn('ru'), await titleIn('en')]).toEqual([
      'Получили оплату: 182 400,00 ₽',
      'Payment received: ₽182,400.00',
    ])
  })

  it('what an event does not hold any more stays in the words that were kept', async () => {
    await paid()
    await box.deliver()
    await execute(payload, sql`update events set data = '{}'::jsonb`)
    const context = await build.context('users', english, company)
    expect((await notificationFeed(context.req, context.actor, { locale: 'ru' })).rows[0]?.title).toBe(
      'Payment received: ₽182,400.00',
    )
  })
})
