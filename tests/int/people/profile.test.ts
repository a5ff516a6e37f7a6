import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, executeAuthStrategies, type Payload, type PayloadRequest } from 'payload'
import sharp from 'sharp'
import { changeEmail, confirmEmail } from '@/collections/people/users/user.credentials.actions'
import { setPhoto } from '@/collections/people/users/setPhoto'
import {
  endOtherSessionsAction,
  endSessionAction,
  updateProfileAction,
} from '@/collections/people/users/user.profile.actions'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { query } from '@/src/mechanisms/database/query'
import { changePassword } from '@/src/mechanisms/sessions/credentials'
import { hashPassword } from '@/src/mechanisms/sessions/passwords'
import { sessionsOf } from '@/src/mechanisms/sessions/sessions'
import { signIn } from '@/src/mechanisms/sessions/signIn'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { linkOf, mailbox, visitor } from './letters'

const password = 'берёза-над-рекой'
let payload: Payload
let user: string
let mail: ReturnType<typeof mailbox>

beforeEach(async () => {
  payload = await getTestPayload()
  await emptyDatabase()
  mail = mailbox(payload)
  user = await insertRow(payload, 'users', {
    name: 'Анна',
    email: 'anna@example.com',
    kind: 'client',
    active: true,
    _verified: true,
    ...(await hashPassword(password)),
  })
})

/** Signs in on a new device and gives its requests, each with whoever the token is still good for. */
async function device(address = '10.0.0.1', secret = password): Promise<() => Promise<PayloadRequest>> {
  const { token } = await signIn(await visitor(payload, address), 'users', {
    email: 'anna@example.com',
    password: secret,
  })
  const headers = new Headers({ authorization: `JWT ${token}`, 'x-client-address': address })
  return async () => {
    const { user: person } = await executeAuthStrategies({ headers, payload, canSetHeaders: false })
    return createLocalReq({ req: { headers }, ...(person ? { user: person } : {}) }, payload)
  }
}
const isIn = async (request: () => Promise<PayloadRequest>): Promise<boolean> => Boolean((await request()).user)

describe('[AUTH-02] the profile', () => {
  it('is changed by its owner: name, phone, language, zone, letters', async () => {
    const here = await device()
    await runAction(updateProfileAction, {
      req: await here(),
      input: {
        name: ' Анна Ивановна ',
        phone: '8 (903) 123-45-67',
        locale: 'en',
        timezone: 'Asia/Omsk',
        mailNotifications: false,
      },
    })
    expect(
      await query(payload, sql`select name, phone, locale::text, timezone, mail_notifications as mail from users`),
    ).toEqual([{ name: 'Анна Ивановна', phone: '+79031234567', locale: 'en', timezone: 'Asia/Omsk', mail: false }])
    await runAction(updateProfileAction, { req: await here(), input: { name: 'Анна', phone: '' } })
    expect(await query(payload, sql`select phone, locale::text from users`)).toEqual([{ phone: null, locale: 'en' }])
  })

  it('takes no nonsense and nobody who is not signed in', async () => {
    const here = await device()
    await expect(
      runAction(updateProfileAction, { req: await here(), input: { name: 'Анна', timezone: 'Нигде/Никогда' } }),
    ).rejects.toMatchObject({ status: 422 })
    await expect(
      runAction(updateProfileAction, { req: await here(), input: { name: 'Анна', phone: '123' } }),
    ).rejects.toMatchObject({ code: 'phone.wrong' })
    await expect(
      runAction(updateProfileAction, { req: await visitor(payload, '10.0.0.1'), input: { name: 'Анна' } }),
    ).rejects.toMatchObject({ status: 401 })
  })

  it('has a photograph that is drawn anew, without what a camera adds; anything else is refused', async () => {
    const here = await device()
    const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#336699' } })
      .withExif({ IFD0: { Copyright: 'canary-exif' } })
      .jpeg()
      .toBuffer()
    expect(photo.includes('canary-exif')).toBe(true)
    await setPhoto(await here(), photo)
    const [kept] = await query<{ width: number; mime: string }>(
      payload,
      sql`select m.width::int, m.mime_type as mime from users u join media m on m.id = u.photo_id`,
    )
    expect(kept).toEqual({ width: 512, mime: 'image/jpeg' })
    await expect(
      setPhoto(await here(), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')),
    ).rejects.toMatchObject({ code: 'file.typeRefused' })
  })
})

describe('[AUTH-02] the password', () => {
  it('is changed with the present one; other devices are signed out, this one is not', async () => {
    const [here, there] = [await device(), await device('10.0.0.2')]
    await changePassword(await here(), 'users', { current: password, password: 'совсем-новый-пароль' })
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    await expect(device('10.0.0.3')).rejects.toMatchObject({ code: 'auth.wrong' })
    expect(await isIn(await device('10.0.0.3', 'совсем-новый-пароль'))).toBe(true)
    expect(await mail.deliver()).toMatchObject([{ to: 'anna@example.com', subject: 'Пароль изменён' }])
  })

  it('is not changed without it, and guessing at it is stopped', async () => {
    const here = await device()
    for (let guess = 0; guess < 10; guess += 1) {
      await expect(
        changePassword(await here(), 'users', { current: 'не-тот', password: 'совсем-новый-пароль' }),
      ).rejects.toMatchObject({ code: 'auth.passwordWrong', field: 'current' })
    }
    await expect(
      changePassword(await here(), 'users', { current: password, password: 'совсем-новый-пароль' }),
    ).rejects.toMatchObject({ code: 'rate.limited' })
  })
})

describe('[AUTH-02] the address', () => {
  it('changes by a link to the new one; the present one is told at once', async () => {
    const [here, there] = [await device(), await device('10.0.0.2')]
    await changeEmail(await here(), { current: password, email: 'New@Example.com' })
    expect((await mail.deliver()).map(({ to }) => to).sort()).toEqual(['anna@example.com', 'new@example.com'])
    expect(await query(payload, sql`select email from users`)).toEqual([{ email: 'anna@example.com' }])
    // The owner of the new address, whom nobody asked, has only the link.
    const link = await linkOf(payload, 'email')
    await expect(confirmEmail(await visitor(payload, '10.0.0.9'), link)).rejects.toMatchObject({
      code: 'link.signIn',
      status: 403,
    })
    await expect(confirmEmail(await visitor(payload, '10.0.0.9'), 'made-up')).rejects.toMatchObject({
      code: 'link.dead',
      status: 410,
    })
    await confirmEmail(await here(), link)
    expect(await query(payload, sql`select email from users`)).toEqual([{ email: 'new@example.com' }])
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
  })

  it('that is taken is answered alike, and nobody gets it', async () => {
    await insertRow(payload, 'users', { name: 'Борис', email: 'boris@example.com', kind: 'client', active: true })
    const here = await device()
    await expect(changeEmail(await here(), { current: password, email: 'boris@example.com' })).resolves.toBeUndefined()
    expect((await mail.deliver()).map(({ to }) => to)).toEqual(['anna@example.com'])
    expect(await query(payload, sql`select 1 from person_tokens where purpose = 'email'`)).toHaveLength(0)
  })

  it('taken between the request and the link is refused', async () => {
    const here = await device()
    await changeEmail(await here(), { current: password, email: 'new@example.com' })
    await insertRow(payload, 'users', { name: 'Борис', email: 'new@example.com', kind: 'client', active: true })
    await expect(confirmEmail(await here(), await linkOf(payload, 'email'))).rejects.toMatchObject({
      code: 'email.taken',
    })
  })
})

describe('[AUTH-02] the list of sessions', () => {
  it('names each device; one is ended, or all but this', async () => {
    const [here, there, elsewhere] = [await device(), await device('10.0.0.2'), await device('10.0.0.3')]
    const own = async () =>
      sessionsOf(payload, 'users', user, ((await here()).user as unknown as { _sid: string })._sid)
    expect((await own()).map(({ device: name, address, current }) => [name, address, current])).toEqual([
      ['Chrome, Windows', '10.0.0.1', true],
      ['Chrome, Windows', '10.0.0.3', false],
      ['Chrome, Windows', '10.0.0.2', false],
    ])
    const second = (await own()).find(({ address }) => address === '10.0.0.2')
    await runAction(endSessionAction, { req: await here(), input: { id: String(second?.id) } })
    expect([await isIn(here), await isIn(there), await isIn(elsewhere)]).toEqual([true, false, true])
    expect(await runAction(endOtherSessionsAction, { req: await here(), input: {} })).toEqual({ ended: 1 })
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false])
    expect(await own()).toHaveLength(1)
  })

  it('of another person is not there', async () => {
    const foreign = await insertRow(payload, 'users', {
      name: 'Борис',
      email: 'boris@example.com',
      kind: 'client',
      active: true,
    })
    const session = await insertRow(payload, 'login_sessions', {
      userId: foreign,
      sid: 'foreign',
      device: 'x',
      lastSeen: new Date(),
    })
    const here = await device()
    await expect(runAction(endSessionAction, { req: await here(), input: { id: session } })).rejects.toMatchObject({
      status: 404,
    })
  })
})
