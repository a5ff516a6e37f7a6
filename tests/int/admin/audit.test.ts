import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@payloadcms/db-postgres/drizzle'
import sharp from 'sharp'
import type { Payload } from 'payload'
import { z } from 'zod'
import { assignManager } from '@/collections/clients/companies/company.actions'
import { setRoleAction } from '@/collections/people/memberships/membership.actions'
import { auditLines, type AuditEntry } from '@/src/admin/audit/audit.queries'
import { idsIn, recordText, auditDetails, type AuditContext } from '@/src/admin/audit/auditWords'
import { fieldName } from '@/src/admin/audit/fieldNames'
import { titlesOf } from '@/src/admin/audit/titles.queries'
import { declaredWords, wordsOfCode } from '@/src/admin/words/codeWords'
import type { Locale } from '@/src/lib/i18n'
import { declaredActions } from '@/src/mechanisms/actions/defineAction'
import { declaredAuditActions } from '@/src/mechanisms/audit/defineAuditAction'
import { declaredConsumers } from '@/src/mechanisms/exchange/consumer'
import { declaredResources } from '@/src/mechanisms/exchange/items/defineResource'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { execute, query } from '@/src/mechanisms/database/query'
import { transitionAction } from '@/src/mechanisms/workflow/transition'
import { makeWorld, type World } from '@/tests/access/world'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { pdf } from '../rest/world'

let payload: Payload
let world: World

beforeEach(async () => {
  payload = await getTestPayload()
  payload.logger.level = 'silent'
  await emptyDatabase()
  world = await makeWorld(payload)
  await execute(payload, sql`delete from audit`)
})

async function sentences(locale: Locale = 'ru', ask: Parameters<typeof auditLines>[1] = {}): Promise<string[]> {
  const rows = await auditLines(payload, ask)
  const context: AuditContext = {
    config: payload.config,
    locale,
    titles: await titlesOf(payload, payload.config, idsIn(rows)),
  }
  return rows.map((row) => sentence(row, context))
}

const sentence = (row: AuditEntry, context: AuditContext): string =>
  [
    row.name,
    wordsOfCode('action', row.action)[context.locale],
    recordText(row, context),
    ...auditDetails(row, context).map(({ name, text }) => `${name} ${text}`),
  ].join(' | ')

const nameOf = async (table: string, id: string, column = 'name'): Promise<string> =>
  String(
    (
      await query<{ name: string }>(
        payload,
        sql`select ${sql.raw(column)} as name from ${sql.raw(table)} where id = ${id}`,
      )
    )[0]?.name,
  )

describe('the audit in sentences', () => {
  it('[ROLE-05] tells a state from → to, of which order, with the reason', async () => {
    const order = String(world.rows.get('orders')?.find(({ company }) => company === 'own')?.id)
    const number = await nameOf('orders', order, 'number')
    const req = await world.as('manager')
    await runAction(transitionAction, { req, input: { entity: 'orders', id: order, transition: 'confirm' } })
    await runAction(transitionAction, {
      req,
      input: { entity: 'orders', id: order, transition: 'cancel', comment: 'Нет на складе' },
    })
    expect(await sentences()).toEqual([
      `manager | Изменено состояние | Заказ ${number} | Состояние Подтверждён → Отменён | Комментарий Нет на складе`,
      `manager | Изменено состояние | Заказ ${number} | Состояние Оформлен → Подтверждён`,
    ])
    expect((await sentences('en'))[1]).toBe(`manager | Changed a state | Order ${number} | State Submitted → Confirmed`)
    // Found by what a person reads, too.
    expect(await sentences('ru', { record: number })).toHaveLength(2)
    expect(await sentences('ru', { record: 'нет такого' })).toEqual([])
  })

  it('[ROLE-05] tells related records by name, before and after, for each record an action moved', async () => {
    const [own, other] = [world.companies.own, world.companies.foreign ?? world.companies.own]
    const manager = world.people.manager.id
    await execute(payload, sql`update companies set manager_id = null`)
    await runAction(assignManager, {
      req: await world.as('admin'),
      input: { companies: [...new Set([own, other])], manager },
    })
    const told = await sentences()
    expect(told).toHaveLength(new Set([own, other]).size)
    expect(told).toContain(
      `admin | Клиент передан менеджеру | Клиент ${await nameOf('companies', own)} | Менеджер ${await nameOf('staff', manager)}`,
    )
  })

  it('[ROLE-05] tells roles, ticks and a deleted record in words; no id and no JSON is left', async () => {
    const membership = String(world.rows.get('memberships')?.find(({ person }) => person === 'narrow')?.id)
    const role = String(world.rows.get('portal-roles')?.[0]?.id)
    await runAction(setRoleAction, { req: await world.as('manager'), input: { id: membership, portalRole: role } })
    await payload.update({
      collection: 'companies',
      id: world.companies.own,
      data: { phone: '+74951112233' },
      overrideAccess: false,
      req: await world.as('manager'),
    })
    await payload.updateGlobal({
      slug: 'portal-settings',
      data: { registrationOpen: false },
      overrideAccess: false,
      req: await world.as('admin'),
    })
    const contact = String(world.rows.get('contacts')?.[0]?.id)
    const contactName = await nameOf('contacts', contact)
    await payload.delete({ collection: 'contacts', id: contact, overrideAccess: false, req: await world.as('manager') })
    await payload.update({
      collection: 'users',
      id: world.people.client.id,
      data: { password: 'берёза-над-рекой-7' } as never,
      overrideAccess: false,
      req: await world.as('admin'),
    })
    const told = await sentences()
    expect(told.join('\n')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|[{}[\]]|hidden|true|false|null/)
    expect(told.some((line) => line.startsWith(`manager | Удалена запись | Контактное лицо ${contactName}`))).toBe(true)
    expect(told.find((line) => line.includes('Параметры портала'))).toContain('Регистрация открыта да → нет')
    expect(told.find((line) => line.includes('Изменена роль'))).toContain(await nameOf('portal_roles', role))
  })

  it('[ROLE-05] leaves out what a file is called in its store: it names no record', async () => {
    const req = await world.as('admin')
    const paper = pdf()
    await payload.create({
      collection: 'document-files',
      data: { title: 'Акт сверки', company: world.companies.own, internal: false },
      file: { data: paper, mimetype: 'application/pdf', name: 'akt.pdf', size: paper.length },
      req,
      overrideAccess: false,
    })
    const picture = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#c00' } })
      .jpeg()
      .toBuffer()
    const drawn = await payload.create({
      collection: 'media',
      data: { alt: 'Склад' },
      file: { data: picture, mimetype: 'image/jpeg', name: 'sklad.jpg', size: picture.length },
      req,
      overrideAccess: false,
    })
    await payload.delete({ collection: 'media', id: drawn.id, req, overrideAccess: false })
    const said = await sentences()
    expect(said.filter((line) => line.includes('Акт сверки'))).not.toEqual([])
    expect(said.filter((line) => /удалённая запись|[0-9a-f]{8}-/.test(line))).toEqual([])
  })

  it('has words for every action and for all that one is asked', () => {
    const actions = declaredActions()
    expect(
      actions.filter(({ label }) => !/[а-яё]/i.test(label.ru) || /[а-яё]/i.test(label.en)).map(({ name }) => name),
    ).toEqual([])
    const silent = actions.flatMap(({ name, lock, about, input }) => {
      const entity = typeof lock?.entity === 'string' ? lock.entity : (about?.entity ?? name.split('.')[0] ?? null)
      return keysOf(input)
        .filter((key) => fieldName(payload.config, entity, key, 'ru') === key)
        .map((key) => `${name} ${key}`)
    })
    expect(silent).toEqual([])
  })

  it('has words for what no action does, and for whatever the journals speak of: all that sources name is declared', () => {
    for (const { name, label } of declaredAuditActions())
      expect([name, wordsOfCode('action', name)]).toEqual([name, label])
    expect(wordsOfCode('action', 'companies.update').ru).toBe('Изменена запись')
    const kinds = new Set([
      ...payload.config.collections.map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-')),
      ...declaredResources().map(({ name }) => name),
      ...declaredConsumers().flatMap(({ tables = [] }) => tables.map(({ entity }) => entity)),
      ...namedKinds(),
      // By the dialogue of CommerceML.
      ...['catalog', 'sale', 'orders-out'],
    ])
    expect([...kinds]).toEqual(expect.arrayContaining(['orders', 'statement-lines', 'total-stocks', 'absent', 'forms']))
    expect([...kinds].filter((kind) => !/[а-яё]/i.test(wordsOfCode('kind', kind).ru))).toEqual([])
    for (const [code, { ru, en }] of (['action', 'event', 'job', 'kind', 'role'] as const).flatMap((sort) =>
      Object.entries(declaredWords(sort)),
    ))
      expect([code, /[а-яё]|1С/i.test(ru), /[а-яё]/i.test(en), en === '']).toEqual([code, true, false, false])
  })
})

/** Kinds that the sources write into the journals by name. */
function namedKinds(): string[] {
  return ['collections', 'hooks', 'src/mechanisms', 'endpoints'].flatMap((folder) =>
    readdirSync(path.join(process.cwd(), folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(path.join(process.cwd(), folder, file), 'utf8').matchAll(/\bentity: '([a-z]+(?:-[a-z]+)*)'/g),
      ])
      .map(([, kind = '']) => kind),
  )
}

function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodPipe) return keysOf(schema.in as z.ZodType) // zod's own type of a pipe's end
  return []
}
